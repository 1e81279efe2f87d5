package campaignbot.slack;

import campaignbot.delivery.Pace;
import campaignbot.delivery.Pace.Limit;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How to reach Slack, and how fast to write.
 *
 * @param botToken the bot's token in its one workspace; null where there are many; never shown
 * @param appToken what opens connections of Socket Mode; null where requests come by HTTP; never shown
 * @param signingSecret what Slack signs requests with; null where there is only Socket Mode; never shown
 * @param api the Web API, ending with a slash
 * @param command the slash command, with its slash
 * @param install what any workspace needs to install the bot; null where it serves one
 * @param rates how fast to write
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

    /** The command that is distinctive enough for most workspaces. */
    public static final String COMMAND = "/campaign";

    public SlackSettings {
        if ((botToken == null) == (install == null)) {
            throw new IllegalArgumentException("the bot serves one workspace by its token, or those that install it");
        }
        if (appToken == null && signingSecret == null) {
            throw new IllegalArgumentException("nothing could arrive");
        }
    }

    /** How requests come. */
    public enum Mode {
        /** Over a connection that the bot opens. */
        SOCKET,
        /** Slack delivers them to an address of ours. */
        HTTP
    }

    /** How requests come: Socket Mode where there is a token for it. */
    public Mode mode() {
        return appToken != null ? Mode.SOCKET : Mode.HTTP;
    }

    /**
     * The app's credentials for OAuth.
     *
     * @param clientId its public half
     * @param clientSecret its secret half; never shown
     * @param redirect where Slack sends the installing person back to
     */
    public record Install(String clientId, String clientSecret, URI redirect) {

        /** Where a workspace begins to install the bot: beside the address to which Slack sends back. */
        public URI page() {
            String address = redirect.toString();
            return URI.create(
                    address.substring(0, address.length() - InstallPages.REDIRECT.length()) + InstallPages.INSTALL);
        }

        /** Whether browsers reach the pages of the installation by HTTPS alone. */
        boolean isSecure() {
            return "https".equals(redirect.getScheme());
        }

        @Override
        public String toString() {
            return "Install[" + clientId + ", " + redirect + "]";
        }
    }

    /**
     * Messages that may leave in each workspace; 0 is no limit.
     *
     * @param channelPerSecond to one channel or one person; Slack lets one a second pass, and short bursts (docs.slack.dev, "Rate
     *     limits")
     * @param alertsPerMinute alerts; the first one to each person also takes a {@code conversations.open}, of which Slack lets 50 a
     *     minute pass (Tier 3)
     */
    public record Rates(int channelPerSecond, int alertsPerMinute) {

        /** What Slack tolerates. */
        public static final Rates DEFAULT = new Rates(1, 50);

        private static final int BURST = 3;

        /** The same, as the sender of all platforms takes it. */
        public Pace pace() {
            Limit channel = channelPerSecond == 0 ? null : new Limit(channelPerSecond, Duration.ofSeconds(1));
            // Evenly, since a process that starts has to wait for a whole window: what another has sent in it is not
            // known.
            Limit alerts = alertsPerMinute == 0
                    ? null
                    : new Limit(1, Duration.ofMinutes(1).dividedBy(alertsPerMinute));
            return new Pace(null, alerts, channel, BURST, channel);
        }
    }

    @Override
    public String toString() {
        return "SlackSettings[" + api + ", " + mode() + ", " + command
                + (install == null ? ", one workspace]" : ", many workspaces]");
    }
}
