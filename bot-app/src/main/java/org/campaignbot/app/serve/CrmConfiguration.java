package org.campaignbot.app.serve;

import org.campaignbot.alert.sending.RecipientFigures;
import org.campaignbot.app.config.LiveEngine;
import org.campaignbot.app.config.ServerSettings;
import org.campaignbot.app.crm.CrmWebhook;
import org.campaignbot.app.watch.WatchedJobs;
import org.campaignbot.crm.CrmReports;
import org.campaignbot.outcomes.OutcomeReport;
import org.campaignbot.storage.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The bean that sends reports to a CRM; only there if one is set up. */
@Configuration(proxyBeanMethods = false)
class CrmConfiguration {

    @Bean
    CrmDelivery crmDelivery(
            Database database,
            LiveEngine engine,
            ServerSettings settings,
            Jobs jobs,
            WatchedJobs watchedJobs,
            Console console) {
        return new CrmDelivery(
                new CrmReports(
                        database.tally(),
                        database.alerts(),
                        new RecipientFigures(database.recipients()),
                        () -> OutcomeReport.known(engine.get().pack())),
                database.crmEvents(),
                new CrmWebhook(settings.crm()),
                database::nameOf,
                settings.content().campaign(),
                settings.clock(),
                jobs,
                watchedJobs,
                console);
    }
}
