package org.campaignbot.people;

import org.jspecify.annotations.Nullable;

/**
 * Where a conversation takes place.
 *
 * @param channel the adapter, such as {@code terminal}
 * @param account which of its bots or workspaces
 * @param chat the chat, group or channel
 * @param thread the thread in it, or null
 */
public record Address(
        String channel,
        String account,
        String chat,
        @Nullable String thread) {

    /** The whole chat, without its thread: what platforms limit, close and move. */
    public Address wholeChat() {
        return thread == null ? this : new Address(channel, account, chat, null);
    }

    /** The same thread in a chat with a new id. */
    public Address in(String otherChat) {
        return new Address(channel, account, otherChat, thread);
    }
}
