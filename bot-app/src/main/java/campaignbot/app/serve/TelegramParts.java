package campaignbot.app.serve;

import campaignbot.app.installation.Campaign;
import campaignbot.app.installation.ServerSettings;
import campaignbot.conversation.ConversationKey;
import campaignbot.delivery.Channel;
import campaignbot.people.Language;
import campaignbot.reception.ConversationStore;
import campaignbot.reception.Reception;
import campaignbot.storage.Database;
import campaignbot.telegram.TelegramBot;
import campaignbot.telegram.TelegramSettings;
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
    TelegramBot telegram(TelegramSettings settings, Campaign campaign, Database database, ConsoleOperator operator) {
        ConversationStore conversations = database.conversations();
        return new TelegramBot(
                settings, new Presentation(campaign.pack()).location(), key -> language(conversations, key), operator);
    }

    private static Optional<Language> language(ConversationStore conversations, ConversationKey key) {
        return Optional.ofNullable(conversations.load(List.of(key)).get(key))
                .flatMap(saved -> saved.state().language());
    }

    @Bean
    Channel telegramChannel(TelegramBot telegram) {
        return telegram.channel();
    }

    @Bean
    PlatformCounts telegramCounts(TelegramBot telegram) {
        return new PlatformCounts(TelegramBot.CHANNEL, () -> telegram.counts());
    }

    @Bean
    PlatformMemory telegramMemory(TelegramBot telegram) {
        return new PlatformMemory(telegram::dropExpired);
    }

    @Bean
    WayIn wayIn(TelegramSettings settings, TelegramBot telegram, Reception reception, Console console) {
        return new WayIn(settings, telegram, reception::receive, console);
    }

    @Bean
    Introducing introducing(TelegramBot telegram, Campaign campaign, Console console) {
        return new Introducing(telegram, new Presentation(campaign.pack()).introduction(), console);
    }

    @Bean
    TelegramEntrance telegramEntrance(
            TelegramSettings settings,
            TelegramBot telegram,
            ConsoleOperator operator,
            WayIn wayIn,
            Introducing introducing) {
        return new TelegramEntrance(settings, telegram, operator, wayIn, introducing);
    }
}
