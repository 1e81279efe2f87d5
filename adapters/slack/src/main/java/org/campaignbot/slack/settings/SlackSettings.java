package org.campaignbot.slack.settings;

import java.net.URI;
import java.time.Duration;
import org.campaignbot.sending.RateLimits;
import org.campaignbot.sending.RateLimits.Limit;
import org.campaignbot.slack.receive.SlackTrigger;
import org.jspecify.annotations.Nullable;

/**
 * How to reach Slack, and its rate limits.
 *
 * @param botToken the bot's token in its only workspace; null if there are many; never shown
 * @param appToken the token that opens Socket Mode connections; null if requests come by HTTP; never shown
 * @param signingSecret the secret that Slack signs requests with; null with only Socket Mode; never shown
 * @param api the Web API URL, ending with a slash
 * @param command the slash command, with its slash
 * @param install what any workspace needs to install the bot; null if it serves one
 * @param rates the rate limits
 */
public record SlackSettings(
        @Nullable String botToken,
        @Nullable String appToken,
        @Nullable String signingSecret,
        URI api,
        String command,
        @Nullable Install install,
        Rates rates) {

    /** Slack's own Web API. */
    public static final URI SLACK = URI.create("https://slack.com/api/");

    /** A command distinctive enough for most workspaces. */
    public static final String COMMAND = "/campaign";

    public SlackSettings {
        if ((botToken == null) == (install == null)) {
            throw new IllegalArgumentException("the bot serves one workspace by its token, or those that install it");
        }
        if (appToken == null && signingSecret == null) {
            throw new IllegalArgumentException("Slack needs a signing secret or an app token");
        }
    }

    /** How requests arrive. */
    public enum Mode {
        /** Over a connection that the bot opens. */
        SOCKET,
        /** Slack delivers them to our URL. */
        HTTP
    }

    /** How requests arrive: by Socket Mode if there's a token for it. */
    public Mode mode() {
        return appToken != null ? Mode.SOCKET : Mode.HTTP;
    }

    /**
     * The app's OAuth credentials.
     *
     * @param clientId the public part
     * @param clientSecret the secret part; never shown
     * @param redirect where Slack redirects the person who installs the app
     */
    public record Install(String clientId, String clientSecret, URI redirect) {

        /** How the path ends to which Slack redirects. */
        public static final String REDIRECT = SlackTrigger.ROUTE_REDIRECT.title();

        /** The page where a workspace starts installing the bot, next to the redirect URL. */
        public URI page() {
            String address = redirect.toString();
            String before = address.substring(0, address.length() - REDIRECT.length());
            return URI.create(before + SlackTrigger.ROUTE_INSTALL.title());
        }

        /** Whether browsers reach the installation pages only by HTTPS. */
        public boolean isSecure() {
            return "https".equals(redirect.getScheme());
        }

        @Override
        public String toString() {
            return "Install[" + clientId + ", " + redirect + "]";
        }
    }

    /**
     * Rate limits in each workspace; 0 is no limit.
     *
     * @param channelPerSecond messages to one channel or person; Slack allows one per second, with short bursts (docs.slack.dev,
     *     "Rate limits")
     * @param alertsPerMinute alerts; the first to each person also needs a {@code conversations.open}, of which Slack allows 50 per
     *     minute (Tier 3)
     */
    public record Rates(int channelPerSecond, int alertsPerMinute) {

        /** What Slack allows. */
        public static final Rates DEFAULT = new Rates(1, 50);

        private static final int BURST = 3;

        /** The same limits for the sender that all platforms share. */
        public RateLimits pace() {
            Limit channel = channelPerSecond == 0 ? null : new Limit(channelPerSecond, Duration.ofSeconds(1));
            // Spread evenly, since a new process has to wait for a whole window: it doesn't know what another has sent
            // in it.
            Limit alerts = alertsPerMinute == 0
                    ? null
                    : new Limit(1, Duration.ofMinutes(1).dividedBy(alertsPerMinute));
            return new RateLimits(null, alerts, channel, BURST, channel);
        }
    }

    @Override
    public String toString() {
        return "SlackSettings[" + api + ", " + mode() + ", " + command
                + (install == null ? ", one workspace]" : ", many workspaces]");
    }
}
