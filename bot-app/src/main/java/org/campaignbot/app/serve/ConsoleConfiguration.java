package org.campaignbot.app.serve;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.campaignbot.alert.Actor;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.desk.AlertService;
import org.campaignbot.alert.desk.Composing;
import org.campaignbot.alert.desk.DeskAnswer;
import org.campaignbot.alert.desk.DeskPreviews;
import org.campaignbot.alert.desk.OrganizerNotifier;
import org.campaignbot.alert.desk.TestGroup;
import org.campaignbot.alert.desk.TurnoverDesk;
import org.campaignbot.alert.reader.AlertMessages;
import org.campaignbot.app.config.Campaign;
import org.campaignbot.app.config.LiveEngine;
import org.campaignbot.app.config.ServerSettings;
import org.campaignbot.app.watch.ComponentHealth;
import org.campaignbot.app.watch.Health;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.message.Surface;
import org.campaignbot.organizers.Organizer;
import org.campaignbot.sending.Channel;
import org.campaignbot.sending.Sender;
import org.campaignbot.settings.Catalog;
import org.campaignbot.settings.Settings;
import org.campaignbot.slack.SlackBot;
import org.campaignbot.storage.Database;
import org.campaignbot.subscriptions.Subscribers;
import org.campaignbot.telegram.InitData;
import org.campaignbot.telegram.TelegramBot;
import org.campaignbot.telegram.TelegramSettings;
import org.campaignbot.web.console.CampaignTools;
import org.campaignbot.web.console.ConsoleHost;
import org.campaignbot.web.console.ConsoleSite;
import org.campaignbot.web.console.DataHost;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans for the organizers' console. */
@Configuration(proxyBeanMethods = false)
class ConsoleConfiguration {

    /** Where a platform isn't served yet, its previews still show how it would be. */
    private static final Map<String, Surface> SURFACES =
            Map.of(TelegramBot.CHANNEL, TelegramBot.SURFACE, SlackBot.CHANNEL, SlackBot.SURFACE);

    @Bean
    CampaignTools campaignTools(
            Campaign campaign,
            LiveEngine engine,
            ContentLoading contentLoading,
            Settings organizerSettings,
            ServerSettings settings,
            ServerJournal journal,
            Console console) {
        return new ConsoleCampaign(
                settings.content(),
                campaign,
                engine,
                () -> contentLoading.directory().get().get(),
                organizerSettings,
                settings.clock(),
                journal,
                console,
                ConsoleConfiguration::runAside);
    }

    /** Runs something in a thread that nobody waits for. */
    private static void runAside(Runnable work) {
        Thread thread = new Thread(work, "checks-campaign");
        thread.setDaemon(true);
        thread.start();
    }

    @Bean
    ConsoleSite consoleSite(
            AlertService desk,
            LiveEngine engine,
            Database database,
            ContentLoading contentLoading,
            ConsoleLinks links,
            Channels channels,
            OrganizerNotifier notifier,
            OrganizerNotifier.Reach reach,
            AlertMessages messages,
            Sender sender,
            CampaignTools campaignTools,
            DataHost data,
            ServerSettings settings) {
        DeskPreviews previews = new DeskPreviews(messages, engine, channels::all, sender::add);
        TestGroup testGroup = new TestGroup(database.organizers(), reach.chats(), previews, reach.names());
        Map<String, Surface> served = channels.surfaces();
        return new ConsoleSite(new ConsoleHost(
                desk,
                new Composing(desk, engine, settings.clock()),
                database.organizers(),
                engine,
                () -> contentLoading.directory().get().get(),
                database.tally(),
                database.wrongNumbers(),
                links.links(),
                served.isEmpty() ? SURFACES : served,
                new ConsoleHost.News() {
                    @Override
                    public boolean ask(Alert alert, Organizer by) {
                        return notifier.ask(alert, by, named(alert));
                    }

                    @Override
                    public void decided(Alert alert) {
                        notifier.decided(alert, named(alert));
                    }

                    @Override
                    public boolean test(Alert alert, Organizer to) {
                        List<ConversationKey> chats = reach.chats().of(to.id());
                        // Each press of the button is another test.
                        String name = named(alert) + "/" + settings.clock().millis();
                        chats.forEach(
                                chat -> previews.test(alert, chat, reach.names().apply(name + "/" + chat)));
                        return !chats.isEmpty();
                    }

                    @Override
                    public boolean hasChat(Organizer organizer) {
                        return !reach.chats().of(organizer.id()).isEmpty();
                    }

                    @Override
                    public int testGroup() {
                        return testGroup.size();
                    }

                    @Override
                    public DeskAnswer testGroup(AlertService at, Alert alert, Organizer by) {
                        return testGroup.send(
                                at, alert.id(), Actor.of(by), settings.clock().instant());
                    }
                },
                data,
                () -> {
                    Channel telegram = channels.named(TelegramBot.CHANNEL);
                    String start = telegram == null ? null : telegram.deepLinks();
                    return start == null ? null : URI.create(start + "console");
                },
                inside(settings),
                campaignTools,
                settings.clock()));
    }

    /** Telegram proves who opened the console there; no other app opens it. */
    private static ConsoleHost.Inside inside(ServerSettings settings) {
        TelegramSettings telegram = settings.telegram();
        return telegram == null
                ? ConsoleHost.Inside.NONE
                : data -> InitData.verified(
                                data, telegram.token(), settings.clock().instant())
                        .map(found -> new ConsoleHost.Opening(found.person(), found.hash(), found.until()));
    }

    /** What the pages about people and data show. */
    @Bean
    DataHost consoleData(
            Database database,
            Settings organizerSettings,
            Campaign campaign,
            TableRefresh refresh,
            // The health has the platforms in it, and the web with its console is one of them.
            ObjectProvider<Health> health) {
        return new DataHost(
                Subscribers.of(database.subscriptions()),
                organizerSettings,
                Catalog.of(campaign.pack()),
                new DataHost.TableLook() {
                    @Override
                    public Seen seen() {
                        return refresh.seen();
                    }

                    @Override
                    public TurnoverDesk.Outcome useNames() {
                        return refresh.useNames();
                    }
                },
                () -> pulse(health.getObject()));
    }

    private static DataHost.Pulse pulse(Health health) {
        return new DataHost.Pulse(health.isUp(), parts(health.jobs()), parts(health.platforms()));
    }

    private static List<DataHost.Pulse.Part> parts(List<ComponentHealth> all) {
        return all.stream()
                .map(each -> new DataHost.Pulse.Part(
                        each.name(), each.status().word(), each.since(), each.last(), each.fix()))
                .toList();
    }

    private static String named(Alert alert) {
        return "console/" + alert.id() + "/" + alert.version();
    }
}
