package org.campaignbot.slack.settings;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.campaignbot.platform.SettingTexts;
import org.campaignbot.platform.SettingTexts.Problem;
import org.campaignbot.slack.receive.SlackTrigger;
import org.campaignbot.slack.settings.SlackSettings.Install;
import org.campaignbot.slack.settings.SlackSettings.Rates;
import org.jspecify.annotations.Nullable;

/** Reads the Slack settings from named texts, such as environment variables; an empty text counts as not set. */
public final class SlackSettingsReader {

    /** The bot's token in its only workspace. */
    public static final String BOT_TOKEN = "SLACK_BOT_TOKEN";
    /** The app token for Socket Mode. */
    public static final String APP_TOKEN = "SLACK_APP_TOKEN";
    /** The secret that Slack signs requests with. */
    public static final String SIGNING_SECRET = "SLACK_SIGNING_SECRET";
    /** The URL of a different Web API. */
    public static final String API_URL = "SLACK_API_URL";
    /** The slash command. */
    public static final String COMMAND = "SLACK_COMMAND";
    /** The public half of the app's credentials. */
    public static final String CLIENT_ID = "SLACK_CLIENT_ID";
    /** The secret half of the app's credentials. */
    public static final String CLIENT_SECRET = "SLACK_CLIENT_SECRET";
    /** Where Slack redirects the person who installs the app. */
    public static final String REDIRECT_URL = "SLACK_REDIRECT_URL";
    /** Messages per second to one channel or person. */
    public static final String CHANNEL_RATE = "SLACK_CHANNEL_RATE_PER_SECOND";
    /** Alerts per minute in a workspace. */
    public static final String ALERT_RATE = "SLACK_ALERT_RATE_PER_MINUTE";

    private static final String PREFIX = "SLACK_";
    private static final Set<String> NAMES = Set.of(
            BOT_TOKEN,
            APP_TOKEN,
            SIGNING_SECRET,
            API_URL,
            COMMAND,
            CLIENT_ID,
            CLIENT_SECRET,
            REDIRECT_URL,
            CHANNEL_RATE,
            ALERT_RATE);

    private static final Pattern TOKEN_FORM = Pattern.compile("[A-Za-z0-9.-]{5,300}");
    private static final Pattern SECRET_FORM = Pattern.compile("[A-Za-z0-9]{16,128}");
    private static final Pattern CLIENT_FORM = Pattern.compile("[0-9]{1,20}\\.[0-9]{1,20}");
    private static final Pattern COMMAND_FORM = Pattern.compile("/[a-z0-9_-]{1,31}");

    private static final String EXAMPLE = "https://bot.example.org/slack/oauth_redirect";

    private final SettingTexts texts;

    private SlackSettingsReader(SettingTexts texts) {
        this.texts = texts;
    }

    /** The result of reading. */
    public sealed interface Reading {
        /** Settings to run with. */
        record Usable(SlackSettings settings) implements Reading {}

        /** Slack isn't used: none of its settings is set. */
        record Absent() implements Reading {}

        /** Settings to fix before the start, at least one. */
        record Unusable(List<Problem> problems) implements Reading {
            public Unusable {
                problems = List.copyOf(problems);
            }
        }
    }

    /** Reads the texts whose names start with {@code SLACK_}. */
    public static Reading read(Map<String, String> texts) {
        SettingTexts ours = new SettingTexts(texts);
        if (!ours.hasAny(PREFIX)) {
            return new Reading.Absent();
        }
        SlackSettings settings = new SlackSettingsReader(ours).settings();
        return settings == null ? new Reading.Unusable(ours.problems()) : new Reading.Usable(settings);
    }

    private @Nullable SlackSettings settings() {
        texts.refuseOthers(PREFIX, NAMES, "Slack");
        String botToken = token(BOT_TOKEN, "xoxb-", "\"OAuth & Permissions\" of the app shows the bot's token");
        String appToken = token(APP_TOKEN, "xapp-", "\"Basic Information\" of the app makes an app-level token");
        String secret = matching(
                SIGNING_SECRET,
                SECRET_FORM,
                "isn't a signing secret.",
                "Take it from \"Basic Information\" of the app.");
        if (texts.text(APP_TOKEN).isEmpty() && texts.text(SIGNING_SECRET).isEmpty()) {
            texts.refuse(
                    APP_TOKEN,
                    "is not set, nor is SLACK_SIGNING_SECRET, so nothing can arrive.",
                    "Set it for Socket Mode, or the secret where Slack can reach this bot.");
        }
        Install install = install();
        reach();
        URI api = api();
        String command =
                matching(COMMAND, COMMAND_FORM, "isn't a command.", "Give a slash and up to 31 of a-z, 0-9, _ and -.");
        Rates rates = new Rates(
                texts.rate(CHANNEL_RATE, Rates.DEFAULT.channelPerSecond()),
                texts.rate(ALERT_RATE, Rates.DEFAULT.alertsPerMinute()));
        return texts.problems().isEmpty()
                ? new SlackSettings(
                        botToken,
                        appToken,
                        secret,
                        api,
                        Objects.requireNonNullElse(command, SlackSettings.COMMAND),
                        install,
                        rates)
                : null;
    }

    /** Checks that the settings agree on whether the bot serves one workspace or many. */
    private void reach() {
        boolean one = !texts.text(BOT_TOKEN).isEmpty();
        boolean many =
                !texts.text(CLIENT_ID).isEmpty() || !texts.text(CLIENT_SECRET).isEmpty();
        if (one && many) {
            texts.refuse(
                    BOT_TOKEN,
                    "is set, and SLACK_CLIENT_ID or SLACK_CLIENT_SECRET as well.",
                    "Leave the token out to serve every workspace that installs the bot, or those two to serve one.");
        } else if (!one && !many) {
            texts.refuse(
                    BOT_TOKEN,
                    "is not set, though other settings of Slack are.",
                    "Take it from \"OAuth & Permissions\" of the app, once it is installed into the workspace.");
        } else if (many && !texts.text(APP_TOKEN).isEmpty()) {
            texts.refuse(
                    APP_TOKEN,
                    "is set, but many workspaces need HTTP.",
                    "Leave it out and set SLACK_SIGNING_SECRET: the pages that install the bot are served there, too.");
        }
    }

    private @Nullable Install install() {
        String id =
                matching(CLIENT_ID, CLIENT_FORM, "isn't a client id.", "It is two numbers with a dot between them.");
        String secret = matching(
                CLIENT_SECRET, SECRET_FORM, "isn't a client secret.", "Take it from \"Basic Information\" of the app.");
        URI redirect = texts.text(REDIRECT_URL).isEmpty() ? null : texts.address(REDIRECT_URL, EXAMPLE);
        List<String> given = List.of(CLIENT_ID, CLIENT_SECRET, REDIRECT_URL).stream()
                .filter(name -> !texts.text(name).isEmpty())
                .toList();
        if (given.isEmpty()) {
            return null;
        }
        for (String name : List.of(CLIENT_ID, CLIENT_SECRET, REDIRECT_URL)) {
            if (!given.contains(name)) {
                texts.refuse(name, "is not set, though " + given.get(0) + " is.", "Set all three, or none of them.");
            }
        }
        if (redirect != null
                && !Objects.requireNonNullElse(redirect.getRawPath(), "")
                        .endsWith(SlackTrigger.ROUTE_REDIRECT.title())) {
            texts.refuse(
                    REDIRECT_URL,
                    "leads elsewhere.",
                    "It has to end with " + SlackTrigger.ROUTE_REDIRECT.title() + ".");
        }
        return id == null || secret == null || redirect == null ? null : new Install(id, secret, redirect);
    }

    private URI api() {
        URI api = texts.text(API_URL).isEmpty() ? null : texts.address(API_URL, EXAMPLE);
        if (api == null) {
            return SlackSettings.SLACK;
        }
        if (api.getRawQuery() != null) {
            texts.refuse(
                    API_URL,
                    "has a query.",
                    "Give the address below which the methods are, such as https://slack.com/api/.");
        }
        return api.toString().endsWith("/") ? api : URI.create(api + "/");
    }

    private @Nullable String token(String name, String prefix, String where) {
        String token = texts.text(name);
        if (token.isEmpty()) {
            return null;
        }
        if (!token.startsWith(prefix) || !TOKEN_FORM.matcher(token).matches()) {
            texts.refuse(name, "is another kind of token, or none.", where + "; it begins with " + prefix + ".");
        }
        return token;
    }

    private @Nullable String matching(String name, Pattern form, String finding, String mend) {
        String text = texts.text(name);
        if (text.isEmpty()) {
            return null;
        }
        if (!form.matcher(text).matches()) {
            texts.refuse(name, finding, mend);
        }
        return text;
    }
}
