package campaignbot.people;

import org.jspecify.annotations.Nullable;

/**
 * Where a conversation is held.
 *
 * @param channel the adapter, as {@code terminal}
 * @param account which of its bots or workspaces
 * @param chat the chat, group or channel
 * @param thread the thread in it, or null
 */
public record Address(
        String channel,
        String account,
        String chat,
        @Nullable String thread) {}
