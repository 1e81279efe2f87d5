package campaignbot.app.operate;

import campaignbot.slack.CommandForm;
import campaignbot.slack.HomeView;
import campaignbot.slack.SlackBot;
import campaignbot.slack.SlackHost;
import campaignbot.slack.SlackSettings;
import campaignbot.slack.WorkspaceEvents;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at the bot's life on Slack. */
final class SlackLook {

    private final SlackSettings settings;
    private final InstantSource clock;

    SlackLook(SlackSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    List<Finding> findings() {
        if (settings.install() != null) {
            return List.of(
                    Finding.ok("slack", "Every workspace may install the bot; each is looked at when it is used."));
        }
        // What it would be told of is among the checks.
        SlackHost host = new SlackHost(
                Map.of(),
                key -> Optional.empty(),
                HomeView.NONE,
                CommandForm.NONE,
                trouble -> {},
                WorkspaceEvents.IGNORED,
                clock,
                null);
        List<Finding> findings = new ArrayList<>();
        try (SlackBot slack = new SlackBot(settings, host)) {
            slack.checks(clock.instant()).forEach(check -> findings.add(Finding.of(check)));
        }
        return findings;
    }
}
