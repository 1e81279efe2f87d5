package campaignbot.telegram;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Telegram tells of the bot's webhook.
 *
 * @param url where updates are delivered; empty where no webhook is set
 * @param pending updates that wait to be delivered or asked for
 * @param lastErrorAt when a delivery last failed, or null
 * @param lastError why, in Telegram's words, or null
 * @param kinds the kinds of updates that are delivered; empty where Telegram does not tell
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
