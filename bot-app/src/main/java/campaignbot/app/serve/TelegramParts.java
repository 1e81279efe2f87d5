package campaignbot.app.serve;

import campaignbot.app.installation.Campaign;
import campaignbot.app.installation.ServerSettings;
import campaignbot.app.watch.Lookout.Probed;
import campaignbot.app.watch.Platform;
import campaignbot.conversation.ConversationKey;
import campaignbot.delivery.Channel;
import campaignbot.people.Language;
import campaignbot.reception.ConversationStore;
import campaignbot.storage.Database;
import campaignbot.telegram.TelegramBot;
import campaignbot.telegram.TelegramSettings;
import campaignbot.telegram.TelegramTrouble;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
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
    Platform telegramPlatform(ServerSettings settings, Console console) {
        return new Platform(
                TelegramBot.CHANNEL,
                Set.of(TelegramTrouble.TOKEN_REFUSED),
                settings.clock(),
                console::trouble,
                console::note);
    }

    @Bean
    Probed telegramProbe(@Qualifier("telegramPlatform") Platform platform, TelegramBot telegram) {
        return new Probed(platform, telegram::probe);
    }

    @Bean
    TelegramBot telegram(
            TelegramSettings settings,
            Campaign campaign,
            Database database,
            @Qualifier("telegramPlatform") Platform operator) {
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
    WayIn wayIn(TelegramSettings settings, TelegramBot telegram, Intake intake, Console console) {
        return new WayIn(settings, telegram, intake, console);
    }

    @Bean
    Introducing introducing(TelegramBot telegram, Campaign campaign, Console console) {
        return new Introducing(telegram, new Presentation(campaign.pack()).introduction(), console);
    }

    @Bean
    TelegramEntrance telegramEntrance(
            TelegramSettings settings,
            TelegramBot telegram,
            @Qualifier("telegramPlatform") Platform operator,
            WayIn wayIn,
            Introducing introducing) {
        return new TelegramEntrance(settings, telegram, operator, wayIn, introducing);
    }
}
