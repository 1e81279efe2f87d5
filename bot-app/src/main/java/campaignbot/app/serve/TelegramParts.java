package campaignbot.app.serve;

import campaignbot.app.installation.Campaign;
import campaignbot.app.installation.LiveEngine;
import campaignbot.app.installation.ServerSettings;
import campaignbot.conversation.ConversationKey;
import campaignbot.delivery.Sender;
import campaignbot.delivery.Sending;
import campaignbot.party.PartyBoard;
import campaignbot.party.PartyDesk;
import campaignbot.people.Language;
import campaignbot.reception.ConversationStore;
import campaignbot.reception.Reception;
import campaignbot.storage.Database;
import campaignbot.storage.Serving;
import campaignbot.telegram.TelegramBot;
import campaignbot.telegram.TelegramSettings;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The bot on Telegram: its way out, and its way in. */
@Configuration(proxyBeanMethods = false)
class TelegramParts {

    @Bean
    TelegramSettings telegramSettings(ServerSettings settings) {
        return Objects.requireNonNull(settings.telegram(), "a server without Telegram has no such part");
    }

    @Bean
    Operator operator(Console console) {
        return new Operator(console);
    }

    @Bean
    TelegramBot telegram(TelegramSettings settings, Campaign campaign, Database database, Operator operator) {
        ConversationStore conversations = database.conversations();
        return new TelegramBot(
                settings, new Presentation(campaign.pack()).location(), key -> language(conversations, key), operator);
    }

    private static Optional<Language> language(ConversationStore conversations, ConversationKey key) {
        return Optional.ofNullable(conversations.load(List.of(key)).get(key))
                .flatMap(saved -> saved.state().language());
    }

    @Bean
    Departures departures(Counts counts) {
        return new Departures(counts);
    }

    @Bean
    PartyBoard partyBoard(
            Database database, PartyDesk desk, LiveEngine engine, TelegramBot telegram, ServerSettings settings) {
        return new PartyBoard(
                database.parties(), desk, engine, database.outbox(), name -> telegram.channel(), settings.clock());
    }

    /** Sends from the moment it is made; at its end it waits for what is under way. */
    @Bean
    Sender sender(
            Database database,
            // Nothing may leave before this process is known to serve alone.
            Serving.Begun serving,
            TelegramBot telegram,
            Departures departures,
            PartyBoard partyBoard,
            ServerSettings settings,
            Counts counts,
            Console console) {
        SendCounts sendCounts = new SendCounts(counts, console);
        return Sender.serving(
                database.outbox(),
                List.of(telegram.channel()),
                database.pace(),
                ended -> {
                    sendCounts.ended(ended);
                    partyBoard.ended(ended);
                },
                departures,
                sendCounts,
                Sending.DEFAULT,
                settings.clock(),
                new SecureRandom());
    }

    @Bean
    WayIn wayIn(TelegramSettings settings, TelegramBot telegram, Reception reception, Console console) {
        return new WayIn(settings, telegram, reception::receive, console);
    }

    @Bean
    Introducing introducing(TelegramBot telegram, Campaign campaign, Console console) {
        return new Introducing(telegram, new Presentation(campaign.pack()).introduction(), console);
    }
}
