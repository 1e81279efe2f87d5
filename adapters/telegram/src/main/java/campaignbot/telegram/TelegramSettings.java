package campaignbot.telegram;

import campaignbot.delivery.Pace;
import campaignbot.delivery.Pace.Limit;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How to reach Telegram, and how fast to write.
 *
 * @param token the bot's token; never shown
 * @param api the Bot API server: scheme, host and port
 * @param mode how updates come
 * @param webhook where Telegram delivers updates; null while polling
 * @param secret what Telegram sends along with each delivery; never shown
 * @param rates how fast to write
 */
public record TelegramSettings(
        String token, URI api, Mode mode, @Nullable URI webhook, String secret, Rates rates) {

    /** Telegram's own Bot API server. */
    public static final URI TELEGRAM = URI.create("https://api.telegram.org");

    public TelegramSettings {
        if (token.indexOf(':') < 1) {
            throw new IllegalArgumentException("a token begins with the bot's id and a colon");
        }
    }

    /** How updates come. */
    public enum Mode {
        /** The bot asks for them. */
        POLLING,
        /** Telegram delivers them to an address of ours. */
        WEBHOOK
    }

    /**
     * Messages that may leave, as Telegram's FAQ ("My bot is hitting limits") has them; 0 is no limit.
     *
     * @param perSecond all of the bot's, in any second
     * @param alertsPerSecond of these, alerts
     * @param chatPerSecond to one private chat, on the average: short bursts pass
     * @param groupPerMinute to one group, in any minute
     */
    public record Rates(int perSecond, int alertsPerSecond, int chatPerSecond, int groupPerMinute) {

        /** What Telegram tolerates, with room for replies beside alerts. */
        public static final Rates DEFAULT = new Rates(30, 25, 1, 20);

        private static final int BURST = 3;

        /** The same, as the sender of all platforms takes it. */
        public Pace pace() {
            Duration second = Duration.ofSeconds(1);
            return new Pace(
                    limit(perSecond, second),
                    limit(alertsPerSecond, second),
                    limit(chatPerSecond, second),
                    BURST,
                    limit(groupPerMinute, Duration.ofMinutes(1)));
        }

        private static @Nullable Limit limit(int most, Duration window) {
            return most == 0 ? null : new Limit(most, window);
        }
    }

    /** The bot's own id, with which every token begins. */
    public String botId() {
        return token.substring(0, token.indexOf(':'));
    }

    /** The path that the webhook is served on; null while polling. */
    public @Nullable String webhookPath() {
        return webhook == null ? null : webhook.getRawPath();
    }

    @Override
    public String toString() {
        return "TelegramSettings[bot " + botId() + ", " + api + ", " + mode + "]";
    }
}
