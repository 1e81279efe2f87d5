package org.campaignbot.app.cli;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.campaignbot.slack.SlackBot;
import org.campaignbot.slack.SlackHost;
import org.campaignbot.slack.SlackHost.Many;
import org.campaignbot.slack.blocks.InstallWords;
import org.campaignbot.slack.home.HomeView;
import org.campaignbot.slack.receive.CommandForm;
import org.campaignbot.slack.settings.SlackSettings;
import org.campaignbot.slack.workspace.WorkspaceEvents;
import org.campaignbot.workspace.InstallStates;
import org.campaignbot.workspace.Installations;

/** Checks the bot's setup on Slack. */
final class SlackCheck {

    /** A check installs nothing. */
    private static final Many NOBODY = new Many(
            Installations.NONE,
            new InstallStates() {
                @Override
                public String sign(String text) {
                    throw new IllegalStateException("this check can't start an installation");
                }

                @Override
                public boolean useUp(String state, Instant until) {
                    return false;
                }
            },
            new InstallWords("", "", ""));

    private final SlackSettings settings;
    private final InstantSource clock;

    SlackCheck(SlackSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    List<DoctorFinding> findings() {
        // The checks already cover what the bot would report.
        SlackHost host = new SlackHost(
                Map.of(),
                key -> Optional.empty(),
                HomeView.NONE,
                CommandForm.NONE,
                trouble -> {},
                WorkspaceEvents.IGNORED,
                clock,
                settings.install() == null ? null : NOBODY);
        List<DoctorFinding> findings = new ArrayList<>();
        if (settings.install() != null) {
            findings.add(DoctorFinding.ok(
                    "slack",
                    "Every workspace may install the bot, at "
                            + settings.install().page() + "; each brings a token of its own."));
        }
        try (SlackBot slack = new SlackBot(settings, host)) {
            slack.checks(clock.instant()).forEach(check -> findings.add(DoctorFinding.of(check)));
        }
        return findings;
    }
}
