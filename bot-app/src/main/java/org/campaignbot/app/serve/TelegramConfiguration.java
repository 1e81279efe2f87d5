package org.campaignbot.app.serve;

import java.util.Objects;
import java.util.Set;
import org.campaignbot.app.config.ServerSettings;
import org.campaignbot.app.watch.HealthMonitor.Probed;
import org.campaignbot.app.watch.PlatformHealth;
import org.campaignbot.sending.Channel;
import org.campaignbot.telegram.TelegramBot;
import org.campaignbot.telegram.TelegramSettings;
import org.campaignbot.telegram.TelegramTrouble;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The beans for the bot on Telegram: sending and receiving. */
@Configuration(proxyBeanMethods = false)
@Import({IntroductionTask.class, TelegramIngress.class, TelegramReceiver.class})
class TelegramConfiguration {

    @Bean
    TelegramSettings telegramSettings(ServerSettings settings) {
        return Objects.requireNonNull(settings.telegram(), "a server without Telegram has no such part");
    }

    @Bean
    PlatformHealth telegramHealth(ServerSettings settings, Console console) {
        return new PlatformHealth(
                TelegramBot.CHANNEL,
                Set.of(TelegramTrouble.TOKEN_REFUSED),
                settings.clock(),
                console::trouble,
                console::note);
    }

    @Bean
    ServedPlatform telegramPlatform(PlatformHealth telegramHealth, TelegramBot telegram) {
        return new ServedPlatform(new Probed(telegramHealth, telegram::probe), telegram::counts, telegram::dropExpired);
    }

    @Bean
    TelegramBot telegram(
            TelegramSettings settings,
            Presentation presentation,
            ChosenLanguages languages,
            PlatformHealth telegramHealth) {
        return new TelegramBot(settings, presentation.location(), languages, telegramHealth);
    }

    @Bean
    Channel telegramChannel(TelegramBot telegram) {
        return telegram.channel();
    }
}
