package org.campaignbot.app.serve;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.campaignbot.app.config.StartRefused;
import org.campaignbot.app.watch.PlatformHealth;
import org.campaignbot.slack.SlackBot;
import org.campaignbot.slack.SlackHttp;
import org.campaignbot.slack.api.SlackTrouble;
import org.campaignbot.slack.receive.SocketMode;
import org.campaignbot.slack.settings.SlackSettings;
import org.campaignbot.slack.settings.SlackSettings.Mode;
import org.jspecify.annotations.Nullable;

/** Receives from Slack: over the bot's own connection, or by HTTP requests. */
final class SlackIngress implements PlatformIngress {

    private final SlackSettings settings;
    private final SlackBot slack;
    private final PlatformHealth operator;
    private final OffboardingTask offboardingTask;
    private final @Nullable SocketMode socket;
    private final @Nullable SlackHttp http;
    private Optional<String> team = Optional.empty();

    SlackIngress(
            SlackSettings settings,
            SlackBot slack,
            PlatformHealth slackHealth,
            IngressJob intake,
            OffboardingTask offboardingTask) {
        this.settings = settings;
        this.slack = slack;
        this.operator = slackHealth;
        this.offboardingTask = offboardingTask;
        boolean bySocket = settings.mode() == Mode.SOCKET;
        this.socket = bySocket ? slack.socket(intake) : null;
        this.http = bySocket ? null : slack.http(intake);
    }

    /** The request handler; it exists only if Slack delivers by HTTP. */
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
        offboardingTask.start();
        if (socket != null) {
            socket.start();
        }
    }

    @Override
    public void close() {
        if (socket != null) {
            socket.close();
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
