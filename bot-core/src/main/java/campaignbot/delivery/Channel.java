package campaignbot.delivery;

import campaignbot.message.Message;
import campaignbot.message.Surface;
import campaignbot.people.Address;
import campaignbot.people.Person;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A platform's way out, given by its adapter; safe for use by several threads. */
public interface Channel {

    /** The channel's name, as addresses bear it. */
    String name();

    /** What a chat of it can show. */
    Surface surface(Address address);

    /** How fast it may be written to. */
    default Pace pace() {
        return Pace.UNLIMITED;
    }

    /** Whether an address is a chat of several people, which platforms limit differently. */
    default boolean isGroup(Address address) {
        return false;
    }

    /**
     * Sends a message that already fits the surface, and returns when its fate is known or the platform took too long. It throws
     * nothing: whatever goes wrong is an outcome.
     *
     * @param person with whom the conversation is that it belongs to: in a chat of several people the only one who may see what is
     *     for one person alone
     * @param replaces the platform's id of an earlier message of the bot's whose place it takes, or null; where that one cannot
     *     be edited any more the message comes below
     */
    SendOutcome send(Address address, Person person, Message message, @Nullable String replaces);

    /**
     * What leaves for a message to one person, to the letter and part by part, as organizers want to see it before it does; in place
     * of the chat stands nobody's.
     */
    default List<String> payloads(Message message) {
        return List.of(message.text().visible());
    }

    /**
     * What a link into the bot begins with, as {@code https://t.me/some_bot?start=}; null where there are none, or none is known yet. It waits for
     * nothing.
     */
    default @Nullable String deepLinks() {
        return null;
    }

    /** Who stands for everybody in a group: what is said to this person there is seen by all. */
    default Person everyone(Address group) {
        return new Person(group.channel(), group.chat());
    }

    /**
     * The chat with a person of a group alone, in which the bot may try to write; null where there is none, or where the bot answers
     * there at once what others must not read.
     */
    default @Nullable Address alone(Address group, Person person) {
        return null;
    }

    /** Where to say more about a message of the bot's: below it in a thread of its own, where the platform has such. */
    default Address below(Address group, String message) {
        return group;
    }

    /** Deletes a message of the person's where the platform allows it; a platform that does not is no error. */
    default void erase(Address address, String message) {}
}
