package campaignbot.app.operate;

import campaignbot.slack.CommandForm;
import campaignbot.slack.HomeView;
import campaignbot.slack.InstallWords;
import campaignbot.slack.SlackBot;
import campaignbot.slack.SlackHost;
import campaignbot.slack.SlackHost.Many;
import campaignbot.slack.SlackSettings;
import campaignbot.slack.WorkspaceEvents;
import campaignbot.workspace.InstallStates;
import campaignbot.workspace.Installations;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at the bot's life on Slack. */
final class SlackLook {

    /** A look installs nothing. */
    private static final Many NOBODY = new Many(
            Installations.NONE,
            new InstallStates() {
                @Override
                public String sign(String text) {
                    throw new IllegalStateException("a look begins no installation");
                }

                @Override
                public boolean useUp(String state, Instant until) {
                    return false;
                }
            },
            new InstallWords("", "", ""));

    private final SlackSettings settings;
    private final InstantSource clock;

    SlackLook(SlackSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    List<Finding> findings() {
        // What it would be told of is among the checks.
        SlackHost host = new SlackHost(
                Map.of(),
                key -> Optional.empty(),
                HomeView.NONE,
                CommandForm.NONE,
                trouble -> {},
                WorkspaceEvents.IGNORED,
                clock,
                settings.install() == null ? null : NOBODY);
        List<Finding> findings = new ArrayList<>();
        if (settings.install() != null) {
            findings.add(Finding.ok(
                    "slack",
                    "Every workspace may install the bot, at "
                            + settings.install().page() + "; each brings a token of its own."));
        }
        try (SlackBot slack = new SlackBot(settings, host)) {
            slack.checks(clock.instant()).forEach(check -> findings.add(Finding.of(check)));
        }
        return findings;
    }
}
