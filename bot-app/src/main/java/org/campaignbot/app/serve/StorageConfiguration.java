package org.campaignbot.app.serve;

import org.campaignbot.app.config.ServerSettings;
import org.campaignbot.app.config.StartRefused;
import org.campaignbot.settings.Settings;
import org.campaignbot.storage.Database;
import org.campaignbot.storage.failure.UnusableDatabase;
import org.campaignbot.storage.serving.ServingLock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database that this process serves. */
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

    @Bean
    Database database(ServerSettings settings) throws UnusableDatabase {
        return settings.storage().open(settings.clock());
    }

    @Bean
    ServingLock.Begun serving(Database database) {
        ServingLock servingLock = database.serve();
        if (servingLock instanceof ServingLock.Refused refused) {
            throw new StartRefused(refused.why());
        }
        return (ServingLock.Begun) servingLock;
    }

    /** What organizers set. */
    @Bean
    Settings organizerSettings(Database database, ServerSettings settings) {
        return database.settings(settings.content().campaign());
    }
}
