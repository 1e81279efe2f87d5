package org.campaignbot.app.serve;

import java.security.SecureRandom;
import java.util.Map;
import java.util.function.Supplier;
import org.campaignbot.alert.desk.AdminNews;
import org.campaignbot.alert.desk.AlertProgressMessages;
import org.campaignbot.alert.desk.AlertService;
import org.campaignbot.alert.desk.CheckContext;
import org.campaignbot.alert.desk.OrganizerNotifier;
import org.campaignbot.alert.desk.RoleNews;
import org.campaignbot.alert.desk.TurnoverDesk;
import org.campaignbot.alert.reader.AlertMessages;
import org.campaignbot.alert.reader.AlertReader;
import org.campaignbot.app.config.LiveEngine;
import org.campaignbot.app.config.ServerSettings;
import org.campaignbot.content.text.OrganizerText;
import org.campaignbot.directory.Directory;
import org.campaignbot.message.Surface;
import org.campaignbot.settings.Settings;
import org.campaignbot.storage.Database;
import org.campaignbot.update.EffectResults;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans with which organizers work on alerts in their chats. */
@Configuration(proxyBeanMethods = false)
class AlertServiceConfiguration {

    @Bean
    AlertService alertDesk(
            Database database,
            AlertMessages messages,
            ContentLoading contentLoading,
            LiveEngine engine,
            Settings organizerSettings,
            Channels channels,
            ServerSettings settings) {
        Supplier<Directory> directory = () -> contentLoading.directory().get().get();
        Map<String, Surface> surfaces = channels.surfaces();
        return AlertService.over(
                new AlertService.Stores(
                        database.alerts(),
                        database.organizers(),
                        database.subscriptions(),
                        database.recipients(),
                        database::inOneCommit),
                () -> new CheckContext(
                        engine.get().pack(),
                        organizerSettings.current(),
                        directory.get(),
                        (name, words) -> OrganizerText.read(name, words).words(),
                        (alert, language) -> messages.of(alert, language, AlertReader.ALONE),
                        surfaces),
                new SecureRandom(),
                settings.canary().isUsed(),
                settings.clock());
    }

    @Bean
    OrganizerNotifier.Reach reach(Database database, EffectResults effectResults) {
        return new OrganizerNotifier.Reach(database.deskChats(), database.deskCards(), effectResults, database::nameOf);
    }

    @Bean
    TurnoverDesk turnoverDesk(Database database, OrganizerNotifier.Reach reach) {
        return new TurnoverDesk(new AdminNews(database.organizers(), reach));
    }

    @Bean
    ServerPart turnoverReminders(TurnoverDesk desk, Jobs jobs, ServerSettings settings) {
        return new TurnoverReminders(desk, jobs, settings.clock());
    }

    @Bean
    OrganizerNotifier deskNews(
            Database database,
            AlertService desk,
            LiveEngine engine,
            OrganizerNotifier.Reach reach,
            ServerSettings settings) {
        return new OrganizerNotifier(desk, database.organizers(), engine, reach, settings.clock());
    }

    @Bean
    RoleNews roleNews(Database database, OrganizerNotifier.Reach reach, Channels channels, Console console) {
        return new RoleNews(
                database.organizers(),
                reach,
                channels::alone,
                () -> console.trouble(
                        "Somebody typed a one-time code in a group. It works no more, and gave no role."));
    }

    @Bean
    AlertProgressMessages deskBoard(
            Database database,
            AlertService desk,
            LiveEngine engine,
            Channels channels,
            ChosenLanguages languages,
            ServerSettings settings) {
        return new AlertProgressMessages(
                database.deskCards(),
                desk,
                database.organizers(),
                engine,
                new AlertProgressMessages.Ways(database.outbox(), channels::named, languages),
                settings.clock());
    }
}
