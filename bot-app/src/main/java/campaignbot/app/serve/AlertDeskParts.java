package campaignbot.app.serve;

import campaignbot.alert.desk.AlertDesk;
import campaignbot.alert.desk.AlertDeskHandler;
import campaignbot.alert.desk.DeskBoard;
import campaignbot.alert.desk.DeskNews;
import campaignbot.alert.desk.DeskPreviews;
import campaignbot.alert.desk.RoleNews;
import campaignbot.alert.desk.Situation;
import campaignbot.alert.reader.AlertMessages;
import campaignbot.alert.reader.AlertReader;
import campaignbot.app.installation.KeptChanges;
import campaignbot.app.installation.LiveEngine;
import campaignbot.app.installation.ServerSettings;
import campaignbot.content.text.OrganizerText;
import campaignbot.conversation.ConversationKey;
import campaignbot.delivery.Channel;
import campaignbot.directory.Directory;
import campaignbot.message.Surface;
import campaignbot.people.Address;
import campaignbot.storage.Database;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where organizers work on alerts in their chats. */
@Configuration(proxyBeanMethods = false)
class AlertDeskParts {

    @Bean
    AlertDesk alertDesk(
            Database database,
            AlertMessages messages,
            Reading reading,
            LiveEngine engine,
            KeptChanges kept,
            List<Channel> channels,
            ServerSettings settings) {
        Supplier<Directory> directory = () -> reading.directory().get().get();
        Map<String, Surface> surfaces =
                channels.stream().collect(Collectors.toMap(Channel::name, AlertDeskParts::ofOnePerson));
        return AlertDesk.over(
                new AlertDesk.Stores(
                        database.alerts(),
                        database.organizers(),
                        database.subscriptions(),
                        database.recipients(),
                        database::inOneCommit),
                () -> new Situation(
                        engine.get().pack(),
                        kept.settings().current(),
                        directory.get(),
                        (name, words) -> OrganizerText.read(name, words).words(),
                        (alert, language) -> messages.of(alert, language, AlertReader.ALONE),
                        surfaces),
                new SecureRandom(),
                settings.canary().isUsed(),
                settings.clock());
    }

    /** What a chat of one person can show, whoever it is. */
    private static Surface ofOnePerson(Channel channel) {
        return channel.surface(new Address(channel.name(), "0", "U0", null));
    }

    @Bean
    AlertDeskHandler.Reach reach(Database database) {
        return new AlertDeskHandler.Reach(
                database.deskChats(), database.deskCards(), database.answers(), database::nameOf);
    }

    @Bean
    DeskNews deskNews(
            Database database,
            AlertDesk desk,
            LiveEngine engine,
            AlertDeskHandler.Reach reach,
            ServerSettings settings) {
        return new DeskNews(desk, database.organizers(), engine, reach, settings.clock());
    }

    @Bean
    RoleNews roleNews(Database database, AlertDeskHandler.Reach reach, List<Channel> channels, Console console) {
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
    DeskBoard deskBoard(
            Database database, AlertDesk desk, LiveEngine engine, List<Channel> channels, ServerSettings settings) {
        Map<String, Channel> byName = channels.stream().collect(Collectors.toMap(Channel::name, Function.identity()));
        return new DeskBoard(
                database.deskCards(),
                desk,
                database.organizers(),
                engine,
                new DeskBoard.Ways(
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
            AlertDesk desk,
            AlertMessages messages,
            LiveEngine engine,
            List<Channel> channels,
            AlertDeskHandler.Reach reach,
            ServerSettings settings) {
        return new DeskEffects(AlertDeskHandler.over(
                desk,
                database.organizers(),
                engine,
                new DeskPreviews(messages, engine, () -> channels, database.outbox()),
                reach,
                settings.clock()));
    }
}
