package campaignbot.app.serve;

import campaignbot.app.installation.Campaign;
import campaignbot.app.installation.Content;
import campaignbot.app.installation.FreshDirectory;
import campaignbot.app.installation.KeptChanges;
import campaignbot.app.installation.Later;
import campaignbot.app.installation.LiveEngine;
import campaignbot.app.installation.ServerSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the bot speaks about: its campaign, read once, and the tables and settings that change while it runs. */
@Configuration(proxyBeanMethods = false)
class ContentParts {

    /** Read beside everything else, since it takes longest. */
    @Bean
    Later<FreshDirectory> directory(ServerSettings settings) {
        return Later.of(() -> settings.content().freshDirectory(settings.clock()));
    }

    @Bean
    Later<Campaign> campaignBeingRead(ServerSettings settings, Later<FreshDirectory> directory) {
        return Later.of(() ->
                Campaign.read(settings.content(), () -> directory.get().get()).limitedTo(settings.turnsAMinute()));
    }

    @Bean
    Campaign campaign(Later<Campaign> campaignBeingRead, Later<FreshDirectory> directory) throws Exception {
        directory.await();
        return campaignBeingRead.await();
    }

    @Bean
    LiveEngine engine(Campaign campaign, KeptChanges kept, ServerSettings settings, Console console)
            throws Content.BrokenContent {
        return new LiveEngine(campaign, kept.settings(), settings.clock(), console::trouble);
    }
}
