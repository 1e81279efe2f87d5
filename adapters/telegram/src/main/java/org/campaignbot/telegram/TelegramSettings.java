package org.campaignbot.telegram;

import java.net.URI;
import java.time.Duration;
import org.campaignbot.sending.RateLimits;
import org.campaignbot.sending.RateLimits.Limit;
import org.jspecify.annotations.Nullable;

/**
 * How to reach Telegram, and its rate limits.
 *
 * @param token the bot's token; never shown
 * @param api the Bot API server: scheme, host, and port
 * @param mode how updates arrive
 * @param webhook the URL where Telegram delivers updates; null while polling
 * @param secret the secret that Telegram sends with each delivery; never shown
 * @param rates the rate limits
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

    /** How updates arrive. */
    public enum Mode {
        /** The bot polls for them. */
        POLLING,
        /** Telegram delivers them to our URL. */
        WEBHOOK
    }

    /**
     * Rate limits from Telegram's FAQ ("My bot is hitting limits"); 0 is no limit.
     *
     * @param perSecond all the bot's messages, in any second
     * @param alertsPerSecond alerts among them
     * @param chatPerSecond messages to one private chat, on average: short bursts are fine
     * @param groupPerMinute messages to one group, in any minute
     */
    public record Rates(int perSecond, int alertsPerSecond, int chatPerSecond, int groupPerMinute) {

        /** What Telegram allows, with room for replies beside alerts. */
        public static final Rates DEFAULT = new Rates(30, 25, 1, 20);

        private static final int BURST = 3;

        /** The same limits for the sender that all platforms share. */
        public RateLimits pace() {
            Duration second = Duration.ofSeconds(1);
            return new RateLimits(
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

    /** The bot's own id, which every token starts with. */
    public String botId() {
        return token.substring(0, token.indexOf(':'));
    }

    /** The path where the webhook is served; null while polling. */
    public @Nullable String webhookPath() {
        return webhook == null ? null : webhook.getRawPath();
    }

    @Override
    public String toString() {
        return "TelegramSettings[bot " + botId() + ", " + api + ", " + mode + "]";
    }
}
