package org.campaignbot.app.serve;

import org.campaignbot.app.config.KeptChanges;
import org.campaignbot.app.config.ServerSettings;
import org.campaignbot.app.config.StartRefused;
import org.campaignbot.storage.Database;
import org.campaignbot.storage.ServingLock;
import org.campaignbot.storage.UnusableDatabase;
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

    /** No destroy method: the database's own bean closes it. */
    @Bean(destroyMethod = "")
    KeptChanges kept(Database database, ServerSettings settings, Console console) {
        return KeptChanges.in(
                database, settings.storage(), settings.content().campaign(), settings.clock(), console::trouble);
    }
}
