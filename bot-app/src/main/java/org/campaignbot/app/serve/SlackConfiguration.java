package org.campaignbot.app.serve;

import java.util.Objects;
import java.util.Set;
import org.campaignbot.app.config.LiveEngine;
import org.campaignbot.app.config.ServerSettings;
import org.campaignbot.app.config.StartRefused;
import org.campaignbot.app.watch.HealthMonitor.Probed;
import org.campaignbot.app.watch.PlatformHealth;
import org.campaignbot.sending.Channel;
import org.campaignbot.slack.SlackBot;
import org.campaignbot.slack.SlackHost;
import org.campaignbot.slack.SlackHost.Many;
import org.campaignbot.slack.api.SlackTrouble;
import org.campaignbot.slack.blocks.SlackWords.InstallWords;
import org.campaignbot.slack.settings.SlackSettings;
import org.campaignbot.slack.workspace.WorkspaceEvents;
import org.campaignbot.storage.Database;
import org.campaignbot.update.ConversationStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The beans for the bot on Slack: sending and receiving. */
@Configuration(proxyBeanMethods = false)
@Import({OffboardingTask.class, SlackIngress.class})
class SlackConfiguration {

    @Bean
    SlackSettings slackSettings(ServerSettings settings) {
        return Objects.requireNonNull(settings.slack(), "a server without Slack has no such part");
    }

    @Bean
    PlatformHealth slackHealth(ServerSettings settings, Console console) {
        return new PlatformHealth(
                SlackBot.CHANNEL,
                Set.of(SlackTrouble.TOKEN_REFUSED, SlackTrouble.SOCKET_REFUSED),
                settings.clock(),
                console::trouble,
                console::note);
    }

    @Bean
    ServedPlatform slackPlatform(PlatformHealth slackHealth, SlackBot slack) {
        return new ServedPlatform(new Probed(slackHealth, slack::probe), slack::counts, slack::dropExpired);
    }

    @Bean
    SlackBot slackBot(
            SlackSettings settings,
            Presentation presentation,
            ChosenLanguages languages,
            LiveEngine engine,
            Database database,
            PlatformHealth slackHealth,
            ServerSettings server,
            OffboardingTask offboardingTask) {
        ConversationStore conversations = database.conversations();
        return new SlackBot(
                settings,
                new SlackHost(
                        presentation.slackForms(),
                        languages,
                        new SlackHome(engine, conversations, database.heldFacts(), server.clock()),
                        new AlertForm(engine, database.organizers(), server.clock()),
                        slackHealth,
                        settings.install() == null ? WorkspaceEvents.IGNORED : offboardingTask,
                        server.clock(),
                        settings.install() == null ? null : many(presentation, database)));
    }

    private static Many many(Presentation presentation, Database database) {
        InstallWords words = presentation
                .slackInstall()
                .orElseThrow(() ->
                        new StartRefused("The campaign cannot say whether it was installed. Inherit common, or give"
                                + " pack.yaml the words of \"install\": FORMAT.md tells them."));
        return new Many(database.installations(), database.installStates(), words);
    }

    @Bean
    Channel slackChannel(SlackBot slack) {
        return slack.channel();
    }
}
