package campaignbot.slack;

import campaignbot.slack.SlackSettings.Install;
import campaignbot.slack.SlackSettings.Rates;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the settings of Slack from named texts, as an environment has them; an empty text counts as not set. */
public final class SlackSettingsReader {

    /** The bot's token in its one workspace. */
    public static final String BOT_TOKEN = "SLACK_BOT_TOKEN";
    /** The app's token for Socket Mode. */
    public static final String APP_TOKEN = "SLACK_APP_TOKEN";
    /** What Slack signs requests with. */
    public static final String SIGNING_SECRET = "SLACK_SIGNING_SECRET";
    /** Another Web API. */
    public static final String API_URL = "SLACK_API_URL";
    /** The slash command. */
    public static final String COMMAND = "SLACK_COMMAND";
    /** The public half of the app's credentials. */
    public static final String CLIENT_ID = "SLACK_CLIENT_ID";
    /** The secret half of the app's credentials. */
    public static final String CLIENT_SECRET = "SLACK_CLIENT_SECRET";
    /** Where Slack sends an installing person back to. */
    public static final String REDIRECT_URL = "SLACK_REDIRECT_URL";
    /** Messages a second to one channel or person. */
    public static final String CHANNEL_RATE = "SLACK_CHANNEL_RATE_PER_SECOND";
    /** Alerts a minute in a workspace. */
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
    private static final Pattern RATE_FORM = Pattern.compile("[0-9]{1,6}");

    private final Map<String, String> texts;
    private final List<Problem> problems = new ArrayList<>();

    private SlackSettingsReader(Map<String, String> texts) {
        this.texts = texts;
    }

    /** What came of reading. */
    public sealed interface Reading {
        /** Settings to run with. */
        record Usable(SlackSettings settings) implements Reading {}

        /** No Slack is wanted: nothing of it is set. */
        record Absent() implements Reading {}

        /** Settings to mend before the start, at least one. */
        record Unusable(List<Problem> problems) implements Reading {
            public Unusable {
                problems = List.copyOf(problems);
            }
        }
    }

    /**
     * A setting that cannot be used; its value is not told, since it may be a secret.
     *
     * @param setting its name
     * @param finding what is wrong
     * @param mend what to do
     */
    public record Problem(String setting, String finding, String mend) {
        @Override
        public String toString() {
            return setting + " " + finding + " " + mend;
        }
    }

    /** Reads those of these texts whose names begin with {@code SLACK_}. */
    public static Reading read(Map<String, String> texts) {
        boolean any = texts.entrySet().stream()
                .anyMatch(each ->
                        each.getKey().startsWith(PREFIX) && !each.getValue().isBlank());
        if (!any) {
            return new Reading.Absent();
        }
        SlackSettingsReader reader = new SlackSettingsReader(texts);
        SlackSettings settings = reader.settings();
        return settings == null ? new Reading.Unusable(reader.problems) : new Reading.Usable(settings);
    }

    private @Nullable SlackSettings settings() {
        texts.keySet().stream()
                .filter(name -> name.startsWith(PREFIX) && !NAMES.contains(name))
                .sorted()
                .forEach(name -> refuse(
                        name,
                        "is no setting of this bot.",
                        "The settings of Slack are "
                                + String.join(", ", NAMES.stream().sorted().toList()) + "."));
        String botToken = token(BOT_TOKEN, "xoxb-", "\"OAuth & Permissions\" of the app shows the bot's token");
        String appToken = token(APP_TOKEN, "xapp-", "\"Basic Information\" of the app makes an app-level token");
        String secret = matching(
                SIGNING_SECRET, SECRET_FORM, "is no signing secret.", "Take it from \"Basic Information\" of the app.");
        if (text(APP_TOKEN).isEmpty() && text(SIGNING_SECRET).isEmpty()) {
            refuse(
                    APP_TOKEN,
                    "is not set, nor is SLACK_SIGNING_SECRET, so nothing can arrive.",
                    "Set it for Socket Mode, or the secret where Slack can reach this bot.");
        }
        Install install = install();
        reach();
        URI api = api();
        String command =
                matching(COMMAND, COMMAND_FORM, "is no command.", "Give a slash and up to 31 of a-z, 0-9, _ and -.");
        Rates rates = new Rates(
                rate(CHANNEL_RATE, Rates.DEFAULT.channelPerSecond()),
                rate(ALERT_RATE, Rates.DEFAULT.alertsPerMinute()));
        return problems.isEmpty()
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

    /** Holds together what says whether one workspace is served or many. */
    private void reach() {
        boolean one = !text(BOT_TOKEN).isEmpty();
        boolean many = !text(CLIENT_ID).isEmpty() || !text(CLIENT_SECRET).isEmpty();
        if (one && many) {
            refuse(
                    BOT_TOKEN,
                    "is set, and SLACK_CLIENT_ID or SLACK_CLIENT_SECRET as well.",
                    "Leave the token out to serve every workspace that installs the bot, or those two to serve one.");
        } else if (!one && !many) {
            refuse(
                    BOT_TOKEN,
                    "is not set, though other settings of Slack are.",
                    "Take it from \"OAuth & Permissions\" of the app, once it is installed into the workspace.");
        } else if (many && !text(APP_TOKEN).isEmpty()) {
            refuse(
                    APP_TOKEN,
                    "is set, but many workspaces need HTTP.",
                    "Leave it out and set SLACK_SIGNING_SECRET: the pages that install the bot are served there, too.");
        }
    }

    private @Nullable Install install() {
        String id = matching(CLIENT_ID, CLIENT_FORM, "is no client id.", "It is two numbers with a dot between them.");
        String secret = matching(
                CLIENT_SECRET, SECRET_FORM, "is no client secret.", "Take it from \"Basic Information\" of the app.");
        URI redirect = text(REDIRECT_URL).isEmpty() ? null : address(REDIRECT_URL);
        List<String> given = List.of(CLIENT_ID, CLIENT_SECRET, REDIRECT_URL).stream()
                .filter(name -> !text(name).isEmpty())
                .toList();
        if (given.isEmpty()) {
            return null;
        }
        for (String name : List.of(CLIENT_ID, CLIENT_SECRET, REDIRECT_URL)) {
            if (!given.contains(name)) {
                refuse(name, "is not set, though " + given.get(0) + " is.", "Set all three, or none of them.");
            }
        }
        if (redirect != null
                && !Objects.requireNonNullElse(redirect.getRawPath(), "").endsWith(InstallPages.REDIRECT)) {
            refuse(REDIRECT_URL, "leads elsewhere.", "It has to end with " + InstallPages.REDIRECT + ".");
        }
        return id == null || secret == null || redirect == null ? null : new Install(id, secret, redirect);
    }

    private URI api() {
        URI api = text(API_URL).isEmpty() ? null : address(API_URL);
        if (api == null) {
            return SlackSettings.SLACK;
        }
        if (api.getRawQuery() != null) {
            refuse(
                    API_URL,
                    "has a query.",
                    "Give the address below which the methods are, such as https://slack.com/api/.");
        }
        return api.toString().endsWith("/") ? api : URI.create(api + "/");
    }

    private @Nullable String token(String name, String prefix, String where) {
        String token = text(name);
        if (token.isEmpty()) {
            return null;
        }
        if (!token.startsWith(prefix) || !TOKEN_FORM.matcher(token).matches()) {
            refuse(name, "is another kind of token, or none.", where + "; it begins with " + prefix + ".");
        }
        return token;
    }

    private @Nullable String matching(String name, Pattern form, String finding, String mend) {
        String text = text(name);
        if (text.isEmpty()) {
            return null;
        }
        if (!form.matcher(text).matches()) {
            refuse(name, finding, mend);
        }
        return text;
    }

    private int rate(String name, int normal) {
        String rate = matching(name, RATE_FORM, "is not a number.", "Give a whole number, or 0 for no limit.");
        return rate == null || !RATE_FORM.matcher(rate).matches() ? normal : Integer.parseInt(rate);
    }

    /** An address in https, or in http to this machine. */
    private @Nullable URI address(String name) {
        URI address;
        try {
            address = new URI(text(name));
        } catch (URISyntaxException notAnAddress) {
            refuse(name, "is not an address.", "Give one such as https://bot.example.org/slack/oauth_redirect.");
            return null;
        }
        String host = address.getHost();
        if (host == null || address.getRawUserInfo() != null || address.getRawFragment() != null) {
            refuse(name, "is not an address.", "Give one such as https://bot.example.org/slack/oauth_redirect.");
            return null;
        }
        boolean secure = "https".equals(address.getScheme());
        if (!secure && !("http".equals(address.getScheme()) && isLoopback(host))) {
            refuse(name, "is not encrypted.", "Use https; http is for this machine alone (127.0.0.1).");
            return null;
        }
        return address;
    }

    /** Whether a host is this machine, told from its name alone: a name server is not to be trusted with that. */
    private static boolean isLoopback(String host) {
        if (host.equals("localhost")) {
            return true;
        }
        if (!host.matches("[0-9.]+|\\[[0-9a-fA-F:.]+]")) {
            return false;
        }
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException notAnAddress) {
            return false;
        }
    }

    private String text(String name) {
        return texts.getOrDefault(name, "").strip();
    }

    private void refuse(String setting, String finding, String mend) {
        problems.add(new Problem(setting, finding, mend));
    }
}
