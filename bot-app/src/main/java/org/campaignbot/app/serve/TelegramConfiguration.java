package org.campaignbot.app.serve;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.campaignbot.app.config.Campaign;
import org.campaignbot.app.config.ServerSettings;
import org.campaignbot.app.watch.HealthMonitor.Probed;
import org.campaignbot.app.watch.PlatformHealth;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.people.Language;
import org.campaignbot.sending.Channel;
import org.campaignbot.storage.Database;
import org.campaignbot.telegram.TelegramBot;
import org.campaignbot.telegram.TelegramSettings;
import org.campaignbot.telegram.TelegramTrouble;
import org.campaignbot.update.ConversationStore;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans for the bot on Telegram: sending and receiving. */
@Configuration(proxyBeanMethods = false)
class TelegramConfiguration {

    @Bean
    TelegramSettings telegramSettings(ServerSettings settings) {
        return Objects.requireNonNull(settings.telegram(), "a server without Telegram has no such part");
    }

    @Bean
    PlatformHealth telegramPlatform(ServerSettings settings, Console console) {
        return new PlatformHealth(
                TelegramBot.CHANNEL,
                Set.of(TelegramTrouble.TOKEN_REFUSED),
                settings.clock(),
                console::trouble,
                console::note);
    }

    @Bean
    Probed telegramProbe(@Qualifier("telegramPlatform") PlatformHealth platformHealth, TelegramBot telegram) {
        return new Probed(platformHealth, telegram::probe);
    }

    @Bean
    TelegramBot telegram(
            TelegramSettings settings,
            Campaign campaign,
            Database database,
            @Qualifier("telegramPlatform") PlatformHealth operator) {
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
    TelegramReceiver wayIn(
            TelegramSettings settings, TelegramBot telegram, IngressJob ingressJob, Jobs jobs, Console console) {
        return new TelegramReceiver(settings, telegram, ingressJob, jobs, console);
    }

    @Bean
    IntroductionTask introducing(TelegramBot telegram, Campaign campaign, Jobs jobs, Console console) {
        return new IntroductionTask(telegram, new Presentation(campaign.pack()).introduction(), jobs, console);
    }

    @Bean
    TelegramIngress telegramEntrance(
            TelegramSettings settings,
            TelegramBot telegram,
            @Qualifier("telegramPlatform") PlatformHealth operator,
            TelegramReceiver telegramReceiver,
            IntroductionTask introductionTask) {
        return new TelegramIngress(settings, telegram, operator, telegramReceiver, introductionTask);
    }
}
