package campaignbot.delivery;

import campaignbot.people.Address;

/** Gets notified of what platforms say about chats while writing to them. */
public interface ChatChanges {

    /** Ignores all of it. */
    ChatChanges IGNORED = new ChatChanges() {};

    /** A chat can't be written to any more, as this message showed: blocked, removed, or deleted. */
    default void gone(Outgoing message) {}

    /** A chat has a new id; its waiting messages have already been rewritten. */
    default void moved(Address from, Address to) {}
}
