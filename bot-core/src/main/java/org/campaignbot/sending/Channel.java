package org.campaignbot.sending;

import java.util.List;
import org.campaignbot.message.Message;
import org.campaignbot.message.Surface;
import org.campaignbot.people.Address;
import org.campaignbot.people.Person;
import org.jspecify.annotations.Nullable;

/** Sends messages to one platform; implemented by its adapter. Thread-safe. */
public interface Channel {

    /** The channel's name, as in addresses. */
    String name();

    /** What one of its chats can show. */
    Surface surface(Address address);

    /** How fast the platform lets an account write. */
    default RateLimits pace() {
        return RateLimits.UNLIMITED;
    }

    /** Whether an address is a group chat, which platforms limit differently. */
    default boolean isGroup(Address address) {
        return false;
    }

    /**
     * Sends a message that already fits the surface, and returns when its result is known or the platform took too long. It
     * throws nothing: every failure is an outcome.
     *
     * @param person the person in the conversation; in a group chat, the only one who may see what is personal
     * @param replaces the platform's id of an earlier message from the bot to replace, or null; if that one can't be edited any
     *     more, the new message comes below
     */
    SendOutcome send(Address address, Person person, Message message, @Nullable String replaces);

    /** The exact payload of a message to one person, part by part, for organizers to see before it is sent; the chat is a placeholder. */
    default List<String> payloads(Message message) {
        return List.of(message.text().visible());
    }

    /**
     * The prefix of a link into the bot, such as {@code https://t.me/some_bot?start=}; null if there are none, or none is known
     * yet. It doesn't block.
     */
    default @Nullable String deepLinks() {
        return null;
    }

    /** The person who stands for everybody in a group: everyone there sees what is said to them. */
    default Person everyone(Address group) {
        return new Person(group.channel(), group.chat());
    }

    /**
     * The private chat with a member of a group, which the bot may try to write to; null if there is none, or if the bot already
     * answers in that chat whatever others must not read.
     */
    default @Nullable Address alone(Address group, Person person) {
        return null;
    }

    /** Where to say more about a message from the bot: in a thread below it, if the platform has threads. */
    default Address below(Address group, String message) {
        return group;
    }

    /** Deletes a person's message if the platform allows it; if not, that's no error. */
    default void erase(Address address, String message) {}
}
