package campaignbot.app.serve;

import campaignbot.app.installation.Campaign;
import campaignbot.app.installation.KeptChanges;
import campaignbot.app.installation.LiveEngine;
import campaignbot.app.installation.ServerSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the bot speaks about: its campaign, read once, and the tables and settings that change while it runs. */
@Configuration(proxyBeanMethods = false)
class ContentParts {

    @Bean
    Campaign campaign(Reading reading) throws Exception {
        reading.directory().await();
        return reading.campaign().await();
    }

    @Bean
    LiveEngine engine(Campaign campaign, KeptChanges kept, ServerSettings settings, Console console) {
        return new LiveEngine(campaign, kept.settings(), settings.clock(), console::trouble);
    }
}
