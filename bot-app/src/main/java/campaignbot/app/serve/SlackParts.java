package campaignbot.app.serve;

import campaignbot.app.installation.Campaign;
import campaignbot.app.installation.LiveEngine;
import campaignbot.app.installation.ServerSettings;
import campaignbot.app.installation.StartRefused;
import campaignbot.app.watch.Jobs;
import campaignbot.app.watch.Lookout.Probed;
import campaignbot.app.watch.Platform;
import campaignbot.conversation.ConversationKey;
import campaignbot.delivery.Channel;
import campaignbot.people.Language;
import campaignbot.reception.ConversationStore;
import campaignbot.slack.InstallWords;
import campaignbot.slack.SlackBot;
import campaignbot.slack.SlackHost;
import campaignbot.slack.SlackHost.Many;
import campaignbot.slack.SlackSettings;
import campaignbot.slack.SlackTrouble;
import campaignbot.slack.WorkspaceEvents;
import campaignbot.storage.Database;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The bot on Slack: its way out, and its way in. */
@Configuration(proxyBeanMethods = false)
class SlackParts {

    @Bean
    SlackSettings slackSettings(ServerSettings settings) {
        return Objects.requireNonNull(settings.slack(), "a server without Slack has no such part");
    }

    @Bean
    Platform slackPlatform(ServerSettings settings, Console console) {
        return new Platform(
                SlackBot.CHANNEL,
                Set.of(SlackTrouble.TOKEN_REFUSED, SlackTrouble.SOCKET_REFUSED),
                settings.clock(),
                console::trouble,
                console::note);
    }

    @Bean
    Probed slackProbe(@Qualifier("slackPlatform") Platform platform, SlackBot slack) {
        return new Probed(platform, slack::probe);
    }

    @Bean
    SlackBot slackBot(
            SlackSettings settings,
            Campaign campaign,
            LiveEngine engine,
            Database database,
            @Qualifier("slackPlatform") Platform operator,
            ServerSettings server,
            Farewells farewells) {
        ConversationStore conversations = database.conversations();
        return new SlackBot(
                settings,
                new SlackHost(
                        new Presentation(campaign.pack()).slackForms(),
                        key -> language(conversations, key),
                        new SlackHome(engine, conversations, database.heldFacts(), server.clock()),
                        new AlertForm(engine, database.organizers(), server.clock()),
                        operator,
                        settings.install() == null ? WorkspaceEvents.IGNORED : farewells,
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

    @Bean
    Farewells farewells(Database database, Jobs jobs, Counts counts, Console console) {
        return new Farewells(database, jobs, counts, console);
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
    SlackEntrance slackEntrance(
            SlackSettings settings,
            SlackBot slack,
            @Qualifier("slackPlatform") Platform operator,
            Intake intake,
            Farewells farewells) {
        return new SlackEntrance(settings, slack, operator, intake, farewells);
    }
}
