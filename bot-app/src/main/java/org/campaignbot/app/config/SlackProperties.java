package org.campaignbot.app.config;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.campaignbot.slack.settings.SlackSettings;
import org.campaignbot.slack.settings.SlackSettings.Install;
import org.campaignbot.slack.settings.SlackSettings.Rates;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The variables of Slack: {@code SLACK_BOT_TOKEN} and so on.
 *
 * @param botToken the bot's token in its only workspace
 * @param appToken the app token for Socket Mode
 * @param signingSecret the secret that Slack signs requests with
 * @param apiUrl a different Web API
 * @param command the slash command
 * @param redirectUrl where Slack redirects the person who installs the app
 * @param channelRatePerSecond messages to one channel or person
 * @param alertRatePerMinute alerts in a workspace
 */
@ConfigurationProperties("slack")
record SlackProperties(
        @Secret @Nullable String botToken,
        @Secret @Nullable String appToken,
        @Secret @Nullable String signingSecret,
        @Nullable String apiUrl,
        @Nullable String command,
        @Nullable String clientId,
        @Secret @Nullable String clientSecret,
        @Nullable String redirectUrl,
        @Nullable Integer channelRatePerSecond,
        @Nullable Integer alertRatePerMinute) {

    static final String BOT_TOKEN = "SLACK_BOT_TOKEN";
    static final String APP_TOKEN = "SLACK_APP_TOKEN";

    private static final String SIGNING_SECRET = "SLACK_SIGNING_SECRET";
    private static final String API_URL = "SLACK_API_URL";
    private static final String CLIENT_ID = "SLACK_CLIENT_ID";
    private static final String CLIENT_SECRET = "SLACK_CLIENT_SECRET";
    private static final String REDIRECT_URL = "SLACK_REDIRECT_URL";
    private static final String FROM_BASIC_INFORMATION = " Take it from \"Basic Information\" of the app.";

    private static final Pattern TOKEN_FORM = Pattern.compile("[A-Za-z0-9.-]{5,300}");
    private static final Pattern SECRET_FORM = Pattern.compile("[A-Za-z0-9]{16,128}");
    private static final Pattern CLIENT_FORM = Pattern.compile("[0-9]{1,20}\\.[0-9]{1,20}");
    private static final Pattern COMMAND_FORM = Pattern.compile("/[a-z0-9_-]{1,31}");

    SlackProperties {
        Checks checks = new Checks();
        checkToken(checks, BOT_TOKEN, botToken, "xoxb-", "\"OAuth & Permissions\" of the app shows the bot's token");
        checkToken(checks, APP_TOKEN, appToken, "xapp-", "\"Basic Information\" of the app makes an app-level token");
        checks.form(SIGNING_SECRET, signingSecret, SECRET_FORM, "isn't a signing secret." + FROM_BASIC_INFORMATION);
        if (appToken == null && signingSecret == null) {
            checks.refuse(
                    APP_TOKEN,
                    "is not set, nor is SLACK_SIGNING_SECRET, so nothing can arrive. Set it for Socket Mode, or the"
                            + " secret where Slack can reach this bot.");
        }
        checks.form(CLIENT_ID, clientId, CLIENT_FORM, "isn't a client id. It is two numbers with a dot between them.");
        checks.form(CLIENT_SECRET, clientSecret, SECRET_FORM, "isn't a client secret." + FROM_BASIC_INFORMATION);
        checkRedirect(checks, redirectUrl);
        checkInstall(checks, clientId, clientSecret, redirectUrl);
        checkReach(checks, botToken != null, clientId != null || clientSecret != null, appToken != null);
        URI api = checks.address(API_URL, apiUrl);
        if (api != null && api.getRawQuery() != null) {
            checks.refuse(
                    API_URL,
                    "has a query. Give the address below which the methods are, such as " + SlackSettings.SLACK + ".");
        }
        checks.form(
                "SLACK_COMMAND",
                command,
                COMMAND_FORM,
                "isn't a command. Give a slash and up to 31 of a-z, 0-9, _ and -.");
        checks.rate("SLACK_CHANNEL_RATE_PER_SECOND", channelRatePerSecond);
        checks.rate("SLACK_ALERT_RATE_PER_MINUTE", alertRatePerMinute);
        checks.end();
    }

    private static void checkToken(Checks checks, String name, @Nullable String token, String prefix, String where) {
        if (token != null
                && !(token.startsWith(prefix) && TOKEN_FORM.matcher(token).matches())) {
            checks.refuse(name, "is another kind of token, or none. " + where + "; it begins with " + prefix + ".");
        }
    }

    private static void checkRedirect(Checks checks, @Nullable String redirectUrl) {
        URI redirect = checks.address(REDIRECT_URL, redirectUrl);
        if (redirect != null
                && !Objects.requireNonNullElse(redirect.getRawPath(), "").endsWith(Install.REDIRECT)) {
            checks.refuse(REDIRECT_URL, "leads elsewhere. It has to end with " + Install.REDIRECT + ".");
        }
    }

    private static void checkInstall(
            Checks checks, @Nullable String clientId, @Nullable String clientSecret, @Nullable String redirectUrl) {
        Map<String, @Nullable String> all = new LinkedHashMap<>();
        all.put(CLIENT_ID, clientId);
        all.put(CLIENT_SECRET, clientSecret);
        all.put(REDIRECT_URL, redirectUrl);
        all.keySet().stream()
                .filter(name -> all.get(name) != null)
                .findFirst()
                .ifPresent(given -> all.keySet().stream()
                        .filter(name -> all.get(name) == null)
                        .forEach(name -> checks.refuse(
                                name, "is not set, though " + given + " is. Set all three, or none of them.")));
    }

    /** Checks that the settings agree on whether the bot serves one workspace or many. */
    private static void checkReach(Checks checks, boolean one, boolean many, boolean bySocket) {
        if (one && many) {
            checks.refuse(
                    BOT_TOKEN,
                    "is set, and SLACK_CLIENT_ID or SLACK_CLIENT_SECRET as well. Leave the token out to serve every"
                            + " workspace that installs the bot, or those two to serve one.");
        } else if (!one && !many) {
            checks.refuse(
                    BOT_TOKEN,
                    "is not set, though other settings of Slack are. Take it from \"OAuth & Permissions\" of the app,"
                            + " once it is installed into the workspace.");
        } else if (many && bySocket) {
            checks.refuse(
                    APP_TOKEN,
                    "is set, but many workspaces need HTTP. Leave it out and set SLACK_SIGNING_SECRET: the pages that"
                            + " install the bot are served there, too.");
        }
    }

    /** How to reach Slack. */
    SlackSettings settings() {
        return new SlackSettings(
                botToken,
                appToken,
                signingSecret,
                apiUrl == null ? SlackSettings.SLACK : URI.create(apiUrl.endsWith("/") ? apiUrl : apiUrl + "/"),
                command == null ? SlackSettings.COMMAND : command,
                clientId == null || clientSecret == null || redirectUrl == null
                        ? null
                        : new Install(clientId, clientSecret, URI.create(redirectUrl)),
                new Rates(
                        channelRatePerSecond == null ? Rates.DEFAULT.channelPerSecond() : channelRatePerSecond,
                        alertRatePerMinute == null ? Rates.DEFAULT.alertsPerMinute() : alertRatePerMinute));
    }

    /** Nothing of it, since some is secret. */
    @Override
    public String toString() {
        return "SlackProperties";
    }
}
