package org.campaignbot.app.serve;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.campaignbot.alert.desk.AlertEffectHandler;
import org.campaignbot.alert.desk.AlertProgressMessages;
import org.campaignbot.alert.desk.AlertService;
import org.campaignbot.alert.desk.CheckContext;
import org.campaignbot.alert.desk.DeskPreviews;
import org.campaignbot.alert.desk.OrganizerNotifier;
import org.campaignbot.alert.desk.RoleNews;
import org.campaignbot.alert.reader.AlertMessages;
import org.campaignbot.alert.reader.AlertReader;
import org.campaignbot.app.config.LiveEngine;
import org.campaignbot.app.config.ServerSettings;
import org.campaignbot.content.text.OrganizerText;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.directory.Directory;
import org.campaignbot.message.Surface;
import org.campaignbot.people.Address;
import org.campaignbot.sending.Channel;
import org.campaignbot.sending.Sender;
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
            List<Channel> channels,
            ServerSettings settings) {
        Supplier<Directory> directory = () -> contentLoading.directory().get().get();
        Map<String, Surface> surfaces =
                channels.stream().collect(Collectors.toMap(Channel::name, AlertServiceConfiguration::ofOnePerson));
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

    /** What any one-person chat can show. */
    private static Surface ofOnePerson(Channel channel) {
        return channel.surface(new Address(channel.name(), "0", "U0", null));
    }

    @Bean
    OrganizerNotifier.Reach reach(Database database, EffectResults effectResults) {
        return new OrganizerNotifier.Reach(database.deskChats(), database.deskCards(), effectResults, database::nameOf);
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
    RoleNews roleNews(Database database, OrganizerNotifier.Reach reach, List<Channel> channels, Console console) {
        return new RoleNews(
                database.organizers(),
                reach,
                inGroup -> alone(channels, inGroup),
                () -> console.trouble(
                        "Somebody typed a one-time code in a group. It works no more, and gave no role."));
    }

    private static Optional<ConversationKey> alone(List<Channel> channels, ConversationKey inGroup) {
        return channels.stream()
                .filter(channel -> channel.name().equals(inGroup.address().channel()))
                .findFirst()
                .flatMap(channel -> Optional.ofNullable(channel.alone(inGroup.address(), inGroup.person())))
                .map(chat -> new ConversationKey(chat, inGroup.person()));
    }

    @Bean
    AlertProgressMessages deskBoard(
            Database database, AlertService desk, LiveEngine engine, List<Channel> channels, ServerSettings settings) {
        Map<String, Channel> byName = channels.stream().collect(Collectors.toMap(Channel::name, Function.identity()));
        return new AlertProgressMessages(
                database.deskCards(),
                desk,
                database.organizers(),
                engine,
                new AlertProgressMessages.Ways(
                        database.outbox(),
                        byName::get,
                        chat -> Optional.ofNullable(database.conversations()
                                        .load(List.of(chat))
                                        .get(chat))
                                .flatMap(saved -> saved.state().language())),
                settings.clock());
    }

    @Bean
    DeskEffects deskEffects(
            Database database,
            AlertService desk,
            AlertMessages messages,
            LiveEngine engine,
            List<Channel> channels,
            Sender sender,
            OrganizerNotifier.Reach reach,
            ServerSettings settings) {
        return new DeskEffects(AlertEffectHandler.over(
                desk,
                database.organizers(),
                engine,
                new DeskPreviews(messages, engine, () -> channels, sender::add),
                reach,
                settings.clock()));
    }
}
