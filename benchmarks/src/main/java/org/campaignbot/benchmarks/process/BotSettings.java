package org.campaignbot.benchmarks.process;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The settings of a bot, as environment variables. */
public final class BotSettings {

    private final Map<String, String> values = new TreeMap<>();

    private BotSettings() {}

    /** A bot on Telegram by long polling with its default rate limits. */
    public static BotSettings polling(String token, String apiUrl, int port, Path data) {
        return new BotSettings()
                .with("TELEGRAM_TOKEN", token)
                .with("TELEGRAM_API_URL", apiUrl)
                .with("TELEGRAM_MODE", "polling")
                .with("SERVER_PORT", String.valueOf(port))
                .with("BOT_DATA", data.toString());
    }

    /** The same by a webhook at this address. */
    public BotSettings byWebhook(String url, String secret) {
        return with("TELEGRAM_MODE", "webhook")
                .with("TELEGRAM_WEBHOOK_URL", url)
                .with("TELEGRAM_WEBHOOK_SECRET", secret);
    }

    /** The same without any rate limits on sending or receiving. */
    public BotSettings unlimited() {
        return with("TELEGRAM_RATE_PER_SECOND", "0")
                .with("TELEGRAM_ALERT_RATE_PER_SECOND", "0")
                .with("TELEGRAM_CHAT_RATE_PER_SECOND", "0")
                .with("TELEGRAM_GROUP_RATE_PER_MINUTE", "0")
                .with("PERSON_RATE_PER_MINUTE", "0");
    }

    /** A bot in one Slack workspace, with deliveries over HTTP and its default rate limits. */
    public static BotSettings onSlack(String botToken, String signingSecret, String apiUrl, int port, Path data) {
        return new BotSettings()
                .with("SLACK_BOT_TOKEN", botToken)
                .with("SLACK_SIGNING_SECRET", signingSecret)
                .with("SLACK_API_URL", apiUrl)
                .with("SERVER_PORT", String.valueOf(port))
                .with("BOT_DATA", data.toString());
    }

    /** The same on Slack without any rate limits on sending or receiving. */
    public BotSettings unlimitedOnSlack() {
        return with("SLACK_CHANNEL_RATE_PER_SECOND", "0")
                .with("SLACK_ALERT_RATE_PER_MINUTE", "0")
                .with("PERSON_RATE_PER_MINUTE", "0");
    }

    /** The same with another setting. */
    public BotSettings with(String name, String value) {
        BotSettings changed = new BotSettings();
        changed.values.putAll(values);
        changed.values.put(name, value);
        return changed;
    }

    /** The settings by name. */
    public Map<String, String> environment() {
        return Map.copyOf(values);
    }
}
