package campaignbot.delivery;

import campaignbot.message.Message;
import campaignbot.message.Surface;
import campaignbot.people.Address;

/** A platform's way out, given by its adapter. */
public interface Channel {

    /** The channel's name, as addresses bear it. */
    String name();

    /** What a chat of it can show. */
    Surface surface(Address address);

    /** Sends a message that already fits the surface. */
    SendOutcome send(Address address, Message message);
}
