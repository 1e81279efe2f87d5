package campaignbot.app.serve;

import campaignbot.app.installation.StartRefused;
import campaignbot.app.watch.Platform;
import campaignbot.reception.Update;
import campaignbot.slack.SlackBot;
import campaignbot.slack.SlackHttp;
import campaignbot.slack.SlackSettings;
import campaignbot.slack.SlackSettings.Mode;
import campaignbot.slack.SlackTrouble;
import campaignbot.slack.SocketMode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How people get in from Slack: over a connection of the bot's, or by requests. */
final class SlackEntrance implements Entrance {

    private final SlackSettings settings;
    private final SlackBot slack;
    private final Platform operator;
    private final Farewells farewells;
    private final @Nullable SocketMode socket;
    private final @Nullable SlackHttp http;
    private Optional<String> team = Optional.empty();

    SlackEntrance(
            SlackSettings settings,
            SlackBot slack,
            Platform operator,
            Consumer<List<Update>> intake,
            Farewells farewells) {
        this.settings = settings;
        this.slack = slack;
        this.operator = operator;
        this.farewells = farewells;
        boolean bySocket = settings.mode() == Mode.SOCKET;
        this.socket = bySocket ? slack.socket(intake) : null;
        this.http = bySocket ? null : slack.http(intake);
    }

    /** What takes requests; there is one only where they come by HTTP. */
    SlackHttp http() {
        return Objects.requireNonNull(http, "over Socket Mode nothing comes by HTTP");
    }

    @Override
    public void look() {
        team = slack.team();
        if (team.isEmpty() && operator.knows(SlackTrouble.TOKEN_REFUSED)) {
            throw new StartRefused("The bot did not start.");
        }
    }

    @Override
    public void open() {
        farewells.start();
        if (socket != null) {
            socket.start();
        }
    }

    @Override
    public List<String> lines() {
        String where = settings.install() != null
                ? "The bot on Slack is ready for every workspace that installs it, at "
                        + settings.install().page() + "."
                : team.isPresent()
                        ? "The bot on Slack is ready in its workspace: " + settings.command() + "."
                        : "The bot is ready, and waits until it can reach Slack at " + settings.api() + ".";
        String way = socket != null
                ? "What happens in Slack comes over Socket Mode."
                : "What happens in Slack is delivered to the path " + SlackHttp.EVENTS + ".";
        return List.of(where, way);
    }
}
