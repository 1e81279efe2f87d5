package campaignbot.app.serve;

import campaignbot.app.installation.KeptChanges;
import campaignbot.app.installation.ServerSettings;
import campaignbot.app.installation.StartRefused;
import campaignbot.storage.Database;
import campaignbot.storage.Serving;
import campaignbot.storage.UnusableDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database, served by this process. */
@Configuration(proxyBeanMethods = false)
class StorageParts {

    @Bean
    Database database(ServerSettings settings) throws UnusableDatabase {
        return settings.storage().open(settings.clock());
    }

    @Bean
    Serving.Begun serving(Database database) {
        Serving serving = database.serve();
        if (serving instanceof Serving.Refused refused) {
            throw new StartRefused(refused.why());
        }
        return (Serving.Begun) serving;
    }

    /** The database is closed by its own part. */
    @Bean(destroyMethod = "")
    KeptChanges kept(Database database, ServerSettings settings, Console console) {
        return KeptChanges.in(
                database, settings.storage(), settings.content().campaign(), settings.clock(), console::trouble);
    }
}
