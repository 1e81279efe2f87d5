package org.campaignbot.app.serve;

import java.util.Optional;
import org.campaignbot.alert.desk.TurnoverDesk;
import org.campaignbot.app.config.Campaign;
import org.campaignbot.app.config.LiveEngine;
import org.campaignbot.app.config.ServerSettings;
import org.campaignbot.app.watch.WatchedJobs;
import org.campaignbot.settings.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans for what the bot talks about: the campaign, read once, and tables and settings, which change while it runs. */
@Configuration(proxyBeanMethods = false)
class ContentConfiguration {

    @Bean
    Campaign campaign(ContentLoading contentLoading) throws Exception {
        return contentLoading.campaign().await();
    }

    @Bean
    Presentation presentation(Campaign campaign) {
        return new Presentation(campaign.pack());
    }

    @Bean
    TableRefresh tableRefresh(
            ServerSettings settings, Jobs jobs, WatchedJobs watchedJobs, Console console, TurnoverDesk turnoverDesk) {
        return new TableRefresh(settings, jobs, watchedJobs, console, turnoverDesk);
    }

    @Bean
    LiveEngine engine(
            Campaign campaign,
            ContentLoading contentLoading,
            Settings organizerSettings,
            ServerSettings settings,
            Console console) {
        contentLoading.corrections().set(Optional.of(organizerSettings));
        return new LiveEngine(campaign, organizerSettings, settings.clock(), console::trouble);
    }
}
