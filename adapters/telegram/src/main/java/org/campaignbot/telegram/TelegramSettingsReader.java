package org.campaignbot.telegram;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.campaignbot.platform.SettingTexts;
import org.campaignbot.platform.SettingTexts.Problem;
import org.campaignbot.telegram.TelegramSettings.Mode;
import org.campaignbot.telegram.TelegramSettings.Rates;
import org.jspecify.annotations.Nullable;

/** Reads the Telegram settings from named texts, such as environment variables; an empty text counts as not set. */
public final class TelegramSettingsReader {

    /** The bot's token; without it, Telegram isn't used. */
    public static final String TOKEN = "TELEGRAM_TOKEN";
    /** The URL of a different Bot API server. */
    public static final String API_URL = "TELEGRAM_API_URL";
    /** {@code polling} or {@code webhook}. */
    public static final String MODE = "TELEGRAM_MODE";
    /** The URL where Telegram delivers updates. */
    public static final String WEBHOOK_URL = "TELEGRAM_WEBHOOK_URL";
    /** The secret that Telegram sends with each delivery. */
    public static final String WEBHOOK_SECRET = "TELEGRAM_WEBHOOK_SECRET";
    /** All messages per second. */
    public static final String RATE = "TELEGRAM_RATE_PER_SECOND";
    /** Alerts per second. */
    public static final String ALERT_RATE = "TELEGRAM_ALERT_RATE_PER_SECOND";
    /** Messages per second to one private chat. */
    public static final String CHAT_RATE = "TELEGRAM_CHAT_RATE_PER_SECOND";
    /** Messages per minute to one group. */
    public static final String GROUP_RATE = "TELEGRAM_GROUP_RATE_PER_MINUTE";

    private static final String PREFIX = "TELEGRAM_";
    private static final Set<String> NAMES =
            Set.of(TOKEN, API_URL, MODE, WEBHOOK_URL, WEBHOOK_SECRET, RATE, ALERT_RATE, CHAT_RATE, GROUP_RATE);

    private static final Pattern TOKEN_FORM = Pattern.compile("[0-9]{1,19}:[A-Za-z0-9_-]{1,200}");
    private static final Pattern SECRET_FORM = Pattern.compile("[A-Za-z0-9_-]{1,256}");

    /** The ports Telegram can deliver to. */
    private static final Set<Integer> PORTS = Set.of(-1, 443, 80, 88, 8443);

    private static final String EXAMPLE = "https://bot.example.org/telegram";

    private final SettingTexts texts;

    private TelegramSettingsReader(SettingTexts texts) {
        this.texts = texts;
    }

    /** The result of reading. */
    public sealed interface Reading {
        /** Settings to run with. */
        record Usable(TelegramSettings settings) implements Reading {}

        /** Telegram isn't used: none of its settings is set. */
        record Absent() implements Reading {}

        /** Settings to fix before the start, at least one. */
        record Unusable(List<Problem> problems) implements Reading {
            public Unusable {
                problems = List.copyOf(problems);
            }
        }
    }

    /** Reads the texts whose names start with {@code TELEGRAM_}. */
    public static Reading read(Map<String, String> texts) {
        SettingTexts ours = new SettingTexts(texts);
        if (!ours.hasAny(PREFIX)) {
            return new Reading.Absent();
        }
        TelegramSettings settings = new TelegramSettingsReader(ours).settings();
        return settings == null || !ours.problems().isEmpty()
                ? new Reading.Unusable(ours.problems())
                : new Reading.Usable(settings);
    }

    private @Nullable TelegramSettings settings() {
        texts.refuseOthers(PREFIX, NAMES, "Telegram");
        String token = token();
        URI api = api();
        URI webhook = webhook(api);
        Mode mode = mode(webhook != null || !texts.text(WEBHOOK_URL).isEmpty());
        String secret = secret(token);
        Rates rates = rates();
        return token == null ? null : new TelegramSettings(token, api, mode, webhook, secret, rates);
    }

    private @Nullable String token() {
        String token = texts.text(TOKEN);
        if (token.isEmpty()) {
            texts.refuse(
                    TOKEN, "is not set, though other settings of Telegram are.", "Take the token from @BotFather.");
            return null;
        }
        if (!TOKEN_FORM.matcher(token).matches()) {
            texts.refuse(
                    TOKEN, "is not a token.", "@BotFather shows it as digits, a colon, and letters, digits, _ or -.");
            return null;
        }
        return token;
    }

    private URI api() {
        if (texts.text(API_URL).isEmpty()) {
            return TelegramSettings.TELEGRAM;
        }
        URI api = texts.address(API_URL, EXAMPLE);
        if (api == null) {
            return TelegramSettings.TELEGRAM;
        }
        String path = Objects.requireNonNullElse(api.getRawPath(), "");
        boolean hasPath = !path.isEmpty() && !path.equals("/");
        if (hasPath || api.getRawQuery() != null) {
            texts.refuse(API_URL, "has a path.", "Give the scheme, host and port of the Bot API server alone.");
        }
        return api;
    }

    private @Nullable URI webhook(URI api) {
        if (texts.text(WEBHOOK_URL).isEmpty()) {
            return null;
        }
        URI webhook = texts.address(WEBHOOK_URL, EXAMPLE);
        if (webhook == null) {
            return null;
        }
        if (Objects.requireNonNullElse(webhook.getRawPath(), "").isEmpty()) {
            texts.refuse(WEBHOOK_URL, "has no path.", "Add one, such as /telegram: it is the path that is served.");
        }
        if (api.equals(TelegramSettings.TELEGRAM) && !PORTS.contains(webhook.getPort())) {
            texts.refuse(WEBHOOK_URL, "has a port that Telegram does not deliver to.", "Use 443, 80, 88 or 8443.");
        }
        return webhook;
    }

    private Mode mode(boolean webhookGiven) {
        String mode = texts.text(MODE).toLowerCase(Locale.ROOT);
        if (!mode.isEmpty() && !mode.equals("polling") && !mode.equals("webhook")) {
            texts.refuse(MODE, "is neither polling nor webhook.", "Choose one of the two, or leave it out.");
        } else if (mode.equals("webhook") && !webhookGiven) {
            texts.refuse(
                    WEBHOOK_URL,
                    "is not set, though TELEGRAM_MODE is webhook.",
                    "Set it to where Telegram can reach this bot.");
        } else if (mode.equals("polling") && webhookGiven) {
            texts.refuse(
                    MODE,
                    "is polling, though TELEGRAM_WEBHOOK_URL is set.",
                    "Set it to webhook, or leave the address out.");
        }
        return mode.equals("webhook") || (mode.isEmpty() && webhookGiven) ? Mode.WEBHOOK : Mode.POLLING;
    }

    /** The configured secret, or one derived from the token, so that all processes of a bot share it and no one has to make one up. */
    private String secret(@Nullable String token) {
        String secret = texts.text(WEBHOOK_SECRET);
        if (!secret.isEmpty()) {
            if (!SECRET_FORM.matcher(secret).matches()) {
                texts.refuse(WEBHOOK_SECRET, "cannot be used.", "Use 1 to 256 letters, digits, _ or -.");
            }
            if (texts.text(WEBHOOK_URL).isEmpty()) {
                texts.refuse(
                        WEBHOOK_SECRET,
                        "is set without TELEGRAM_WEBHOOK_URL.",
                        "Set the address as well, or leave it out.");
            }
            return secret;
        }
        return token == null ? "" : secretOf(token);
    }

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

    private Rates rates() {
        Rates normal = Rates.DEFAULT;
        int all = texts.rate(RATE, normal.perSecond());
        int alerts = texts.rate(ALERT_RATE, all == 0 ? 0 : Math.min(normal.alertsPerSecond(), all));
        if (all != 0 && (alerts == 0 || alerts > all)) {
            texts.refuse(ALERT_RATE, "lets out more than TELEGRAM_RATE_PER_SECOND.", "Set it to at most " + all + ".");
        }
        return new Rates(
                all,
                alerts,
                texts.rate(CHAT_RATE, normal.chatPerSecond()),
                texts.rate(GROUP_RATE, normal.groupPerMinute()));
    }
}
