package org.campaignbot.telegram;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Telegram reports about the bot's webhook.
 *
 * @param url where updates are delivered; empty if no webhook is set
 * @param pending updates waiting to be delivered or polled
 * @param lastErrorAt when a delivery last failed, or null
 * @param lastError why, in Telegram's words, or null
 * @param kinds the kinds of updates that are delivered; empty if Telegram doesn't say
 */
public record WebhookState(
        String url,
        int pending,
        @Nullable Instant lastErrorAt,
        @Nullable String lastError,
        List<String> kinds) {
    public WebhookState {
        kinds = List.copyOf(kinds);
    }
}
