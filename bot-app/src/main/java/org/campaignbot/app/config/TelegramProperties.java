package org.campaignbot.app.config;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.campaignbot.telegram.TelegramSettings;
import org.campaignbot.telegram.TelegramSettings.Mode;
import org.campaignbot.telegram.TelegramSettings.Rates;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The variables of Telegram: {@code TELEGRAM_TOKEN} and so on.
 *
 * @param apiUrl a different Bot API server
 * @param webhookUrl where Telegram delivers updates
 * @param webhookSecret the secret that Telegram sends with each delivery
 * @param ratePerSecond all messages
 * @param chatRatePerSecond messages to one private chat
 */
@ConfigurationProperties("telegram")
record TelegramProperties(
        @Secret @Nullable String token,
        @Nullable String apiUrl,
        @Nullable Mode mode,
        @Nullable String webhookUrl,
        @Secret @Nullable String webhookSecret,
        @Nullable Integer ratePerSecond,
        @Nullable Integer alertRatePerSecond,
        @Nullable Integer chatRatePerSecond,
        @Nullable Integer groupRatePerMinute) {

    static final String TOKEN = "TELEGRAM_TOKEN";

    private static final String API_URL = "TELEGRAM_API_URL";
    private static final String MODE = "TELEGRAM_MODE";
    private static final String WEBHOOK_URL = "TELEGRAM_WEBHOOK_URL";
    private static final String WEBHOOK_SECRET = "TELEGRAM_WEBHOOK_SECRET";
    private static final Pattern TOKEN_FORM = Pattern.compile("[0-9]{1,19}:[A-Za-z0-9_-]{1,200}");
    private static final Pattern SECRET_FORM = Pattern.compile("[A-Za-z0-9_-]{1,256}");

    /** The ports Telegram can deliver to. */
    private static final Set<Integer> PORTS = Set.of(-1, 443, 80, 88, 8443);

    TelegramProperties {
        Checks checks = new Checks();
        if (token == null) {
            checks.refuse(TOKEN, "is not set, though other settings of Telegram are. Take the token from @BotFather.");
        }
        checks.form(
                TOKEN,
                token,
                TOKEN_FORM,
                "is not a token. @BotFather shows it as digits, a colon, and letters, digits, _ or -.");
        checkApi(checks, apiUrl);
        checkWebhook(checks, webhookUrl, apiUrl == null);
        checkMode(checks, mode, webhookUrl);
        checks.form(
                WEBHOOK_SECRET, webhookSecret, SECRET_FORM, "cannot be used. Use 1 to 256 letters, digits, _ or -.");
        if (webhookSecret != null && webhookUrl == null) {
            checks.refuse(
                    WEBHOOK_SECRET, "is set without TELEGRAM_WEBHOOK_URL. Set the address as well, or leave it out.");
        }
        checks.rate("TELEGRAM_RATE_PER_SECOND", ratePerSecond);
        checks.rate("TELEGRAM_ALERT_RATE_PER_SECOND", alertRatePerSecond);
        checks.rate("TELEGRAM_CHAT_RATE_PER_SECOND", chatRatePerSecond);
        checks.rate("TELEGRAM_GROUP_RATE_PER_MINUTE", groupRatePerMinute);
        int all = or(ratePerSecond, Rates.DEFAULT.perSecond());
        if (all != 0 && alertRatePerSecond != null && (alertRatePerSecond == 0 || alertRatePerSecond > all)) {
            checks.refuse(
                    "TELEGRAM_ALERT_RATE_PER_SECOND",
                    "lets out more than TELEGRAM_RATE_PER_SECOND. Set it to at most " + all + ".");
        }
        checks.end();
    }

    private static void checkApi(Checks checks, @Nullable String apiUrl) {
        URI api = checks.address(API_URL, apiUrl);
        if (api != null && (!path(api).matches("/?") || api.getRawQuery() != null)) {
            checks.refuse(API_URL, "has a path. Give the scheme, host and port of the Bot API server alone.");
        }
    }

    private static void checkWebhook(Checks checks, @Nullable String webhookUrl, boolean byTelegramItself) {
        URI webhook = checks.address(WEBHOOK_URL, webhookUrl);
        if (webhook == null) {
            return;
        }
        if (path(webhook).isEmpty()) {
            checks.refuse(WEBHOOK_URL, "has no path. Add one, such as /telegram: it is the path that is served.");
        } else if (HttpSettings.OWN_PATHS.contains(path(webhook))) {
            checks.refuse(
                    WEBHOOK_URL,
                    "ends in " + path(webhook)
                            + ", where the bot tells how it is. Choose another path, such as /telegram.");
        }
        if (byTelegramItself && !PORTS.contains(webhook.getPort())) {
            checks.refuse(WEBHOOK_URL, "has a port that Telegram does not deliver to. Use 443, 80, 88 or 8443.");
        }
    }

    private static void checkMode(Checks checks, @Nullable Mode mode, @Nullable String webhookUrl) {
        if (mode == Mode.WEBHOOK && webhookUrl == null) {
            checks.refuse(
                    WEBHOOK_URL,
                    "is not set, though TELEGRAM_MODE is webhook. Set it to where Telegram can reach this bot.");
        } else if (mode == Mode.POLLING && webhookUrl != null) {
            checks.refuse(
                    MODE,
                    "is polling, though TELEGRAM_WEBHOOK_URL is set. Set it to webhook, or leave the address out.");
        }
    }

    /** How to reach Telegram. */
    TelegramSettings settings() {
        String bot = Objects.requireNonNull(token);
        URI webhook = webhookUrl == null ? null : URI.create(webhookUrl);
        Rates normal = Rates.DEFAULT;
        int all = or(ratePerSecond, normal.perSecond());
        return new TelegramSettings(
                bot,
                apiUrl == null ? TelegramSettings.TELEGRAM : URI.create(apiUrl),
                webhook == null ? Mode.POLLING : Mode.WEBHOOK,
                webhook,
                webhookSecret == null ? secretOf(bot) : webhookSecret,
                new Rates(
                        all,
                        or(alertRatePerSecond, all == 0 ? 0 : Math.min(normal.alertsPerSecond(), all)),
                        or(chatRatePerSecond, normal.chatPerSecond()),
                        or(groupRatePerMinute, normal.groupPerMinute())));
    }

    private static int or(@Nullable Integer number, int normal) {
        return number == null ? normal : number;
    }

    private static String path(URI address) {
        return Objects.requireNonNullElse(address.getRawPath(), "");
    }

    /** A secret derived from the token, so that all processes of a bot share it and no one has to make one up. */
    private static String secretOf(String token) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] digest = mac.doFinal("the secret of the webhook".getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException noHmac) {
            throw new IllegalStateException("this Java has no HMAC", noHmac);
        }
    }

    /** Nothing of it, since some is secret. */
    @Override
    public String toString() {
        return "TelegramProperties";
    }
}
