package campaignbot.delivery;

import campaignbot.people.Address;

/** Is told what platforms say about chats while they are written to. */
public interface ChatChanges {

    /** Whoever does not want to know. */
    ChatChanges IGNORED = new ChatChanges() {};

    /** A chat cannot be written to any more, as this message showed: blocked, removed, or no longer there. */
    default void gone(Outgoing message) {}

    /** A chat goes on under another id; what waited for it has been rewritten already. */
    default void moved(Address from, Address to) {}
}
