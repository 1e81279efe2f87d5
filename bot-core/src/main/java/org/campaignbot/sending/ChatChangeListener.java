package org.campaignbot.sending;

import org.campaignbot.people.Address;

/** Gets notified of what platforms say about chats while writing to them. */
public interface ChatChangeListener {

    /** Ignores all of it. */
    ChatChangeListener IGNORED = new ChatChangeListener() {};

    /** A chat can't be written to any more, as this message showed: blocked, removed, or deleted. */
    default void gone(Outgoing message) {}

    /** A chat has a new id; its waiting messages have already been rewritten. */
    default void moved(Address from, Address to) {}
}
