package org.campaignbot.app.serve;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.campaignbot.app.config.Campaign;
import org.campaignbot.app.config.LiveEngine;
import org.campaignbot.app.config.ServerSettings;
import org.campaignbot.app.config.StartRefused;
import org.campaignbot.app.watch.HealthMonitor.Probed;
import org.campaignbot.app.watch.PlatformHealth;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.people.Language;
import org.campaignbot.sending.Channel;
import org.campaignbot.slack.InstallWords;
import org.campaignbot.slack.SlackBot;
import org.campaignbot.slack.SlackHost;
import org.campaignbot.slack.SlackHost.Many;
import org.campaignbot.slack.SlackSettings;
import org.campaignbot.slack.SlackTrouble;
import org.campaignbot.slack.WorkspaceEvents;
import org.campaignbot.storage.Database;
import org.campaignbot.update.ConversationStore;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The beans for the bot on Slack: sending and receiving. */
@Configuration(proxyBeanMethods = false)
@Import(OffboardingTask.class)
class SlackConfiguration {

    @Bean
    SlackSettings slackSettings(ServerSettings settings) {
        return Objects.requireNonNull(settings.slack(), "a server without Slack has no such part");
    }

    @Bean
    PlatformHealth slackPlatform(ServerSettings settings, Console console) {
        return new PlatformHealth(
                SlackBot.CHANNEL,
                Set.of(SlackTrouble.TOKEN_REFUSED, SlackTrouble.SOCKET_REFUSED),
                settings.clock(),
                console::trouble,
                console::note);
    }

    @Bean
    Probed slackProbe(@Qualifier("slackPlatform") PlatformHealth platformHealth, SlackBot slack) {
        return new Probed(platformHealth, slack::probe);
    }

    @Bean
    SlackBot slackBot(
            SlackSettings settings,
            Campaign campaign,
            LiveEngine engine,
            Database database,
            @Qualifier("slackPlatform") PlatformHealth operator,
            ServerSettings server,
            OffboardingTask offboardingTask) {
        ConversationStore conversations = database.conversations();
        return new SlackBot(
                settings,
                new SlackHost(
                        new Presentation(campaign.pack()).slackForms(),
                        key -> language(conversations, key),
                        new SlackHome(engine, conversations, database.heldFacts(), server.clock()),
                        new AlertForm(engine, database.organizers(), server.clock()),
                        operator,
                        settings.install() == null ? WorkspaceEvents.IGNORED : offboardingTask,
                        server.clock(),
                        settings.install() == null ? null : many(campaign, database)));
    }

    private static Many many(Campaign campaign, Database database) {
        InstallWords words = new Presentation(campaign.pack())
                .slackInstall()
                .orElseThrow(() ->
                        new StartRefused("The campaign cannot say whether it was installed. Inherit common, or give"
                                + " pack.yaml the words of \"install\": FORMAT.md tells them."));
        return new Many(database.installations(), database.installStates(), words);
    }

    private static Optional<Language> language(ConversationStore conversations, ConversationKey key) {
        return Optional.ofNullable(conversations.load(List.of(key)).get(key))
                .flatMap(saved -> saved.state().language());
    }

    @Bean
    Channel slackChannel(SlackBot slack) {
        return slack.channel();
    }

    @Bean
    PlatformCounts slackCounts(SlackBot slack) {
        return new PlatformCounts(SlackBot.CHANNEL, () -> slack.counts());
    }

    @Bean
    PlatformMemory slackMemory(SlackBot slack) {
        return new PlatformMemory(slack::dropExpired);
    }

    @Bean
    SlackIngress slackEntrance(
            SlackSettings settings,
            SlackBot slack,
            @Qualifier("slackPlatform") PlatformHealth operator,
            IngressJob ingressJob,
            OffboardingTask offboardingTask) {
        return new SlackIngress(settings, slack, operator, ingressJob, offboardingTask);
    }
}
