package org.campaignbot.app.serve;

import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.campaignbot.alert.desk.AdminNews;
import org.campaignbot.alert.desk.OrganizerNotifier;
import org.campaignbot.app.config.LiveEngine;
import org.campaignbot.app.config.OpsSettings;
import org.campaignbot.app.config.ServerSettings;
import org.campaignbot.app.config.StartRefused;
import org.campaignbot.app.watch.Alarms;
import org.campaignbot.app.watch.Health;
import org.campaignbot.app.watch.HealthMonitor;
import org.campaignbot.app.watch.Metrics;
import org.campaignbot.app.watch.OpsListener;
import org.campaignbot.app.watch.OpsPages;
import org.campaignbot.app.watch.StoreHealth;
import org.campaignbot.app.watch.WatchedJob;
import org.campaignbot.app.watch.WatchedJobs;
import org.campaignbot.platform.Counts;
import org.campaignbot.sending.Sender;
import org.campaignbot.storage.Database;
import org.campaignbot.storage.failure.StorageFailure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans that monitor the server, and show its health to operators. */
@Configuration(proxyBeanMethods = false)
class MonitoringConfiguration {

    @Bean
    StoreHealth store(Database database, ServerSettings settings) {
        return new StoreHealth(database::probe, settings.clock());
    }

    @Bean
    WatchedJobs jobs(StoreHealth storeHealth, ServerSettings settings) {
        return new WatchedJobs(settings.clock(), storeHealth::doubt);
    }

    @Bean
    WatchedJob sending(WatchedJobs watchedJobs) {
        return watchedJobs.add("Sender", Duration.ofSeconds(1));
    }

    @Bean
    Health health(
            StoreHealth storeHealth,
            WatchedJobs watchedJobs,
            IngressJob ingressJob,
            WatchedJob sending,
            List<ServedPlatform> platforms) {
        return new Health(
                storeHealth,
                watchedJobs,
                ingressJob.job(),
                sending,
                platforms.stream().map(each -> each.probed().platform()).toList());
    }

    @Bean
    AlarmNews alarmNews(
            Database database,
            ChosenLanguages languages,
            OrganizerNotifier.Reach reach,
            StoreHealth storeHealth,
            LiveEngine engine,
            Sender sender,
            Console console,
            ServerSettings settings) {
        return new AlarmNews(
                new AdminNews(database.organizers(), reach),
                languages,
                storeHealth::works,
                new AlarmNews.Ways(
                        engine,
                        messages -> sender.sendUnstored(messages, () -> {}),
                        () -> database.trouble()
                                .map(MonitoringConfiguration::word)
                                .orElse("")),
                console,
                settings.clock());
    }

    private static String word(StorageFailure.Kind kind) {
        return switch (kind) {
            case DISK_FULL -> "full";
            case DISK_FAILS -> "disk";
            case AWAY -> "away";
            default -> "";
        };
    }

    @Bean
    HealthMonitor lookout(
            StoreHealth storeHealth,
            WatchedJob sending,
            Sender sender,
            List<ServedPlatform> platforms,
            AlarmNews news,
            ServerSettings settings) {
        File data = settings.storage().data().toFile();
        Alarms alarms = new Alarms(
                storeHealth,
                platforms.stream().map(each -> each.probed().platform()).toList(),
                () -> (double) data.getUsableSpace() / data.getTotalSpace(),
                settings.clock(),
                news);
        return new HealthMonitor(
                storeHealth,
                sending,
                sender::lastRound,
                platforms.stream().map(ServedPlatform::probed).toList(),
                () -> {
                    news.refresh();
                    alarms.look();
                });
    }

    @Bean
    ServerPart healthChecks(HealthMonitor monitor, Jobs jobs) {
        return new ServerPart(ServerPart.JOBS) {
            @Override
            void open() {
                monitor.checks().forEach(each -> jobs.every(each.pause(), each.look()));
            }
        };
    }

    @Bean
    OpsPages opsPages(
            Health health,
            ServerJournal journal,
            Counts counts,
            List<ServedPlatform> platforms,
            Database database,
            ContentLoading contentLoading,
            ServerSettings settings) {
        return new OpsPages(
                health,
                new Metrics(new Metrics.Sources(
                        health,
                        journal::commits,
                        () -> bySource(counts, platforms),
                        database::queues,
                        settings.storage().data(),
                        () -> contentLoading.directory().get().get().asOf(),
                        settings.clock())));
    }

    private static Map<String, Map<String, Long>> bySource(Counts counts, List<ServedPlatform> platforms) {
        Map<String, Map<String, Long>> all = new TreeMap<>();
        all.put("bot", counts.all());
        platforms.forEach(each -> all.put(each.name(), each.counts().get()));
        return all;
    }

    /** The second port. Unless it was set explicitly, the server runs without it if the address is taken. */
    @Bean
    OpsListener opsListener(OpsPages pages, ServerSettings settings, Console console) {
        OpsSettings ops = settings.ops();
        if (ops.address() == null) {
            return OpsListener.NONE;
        }
        String where = ops.address().getAddress().getHostAddress() + ":"
                + ops.address().getPort();
        try {
            return OpsListener.on(ops.address(), pages, ops);
        } catch (IOException taken) {
            if (ops.isChosen()) {
                throw new StartRefused(where + " cannot be listened on: is it taken by another program? Give "
                        + OpsSettings.ADDRESS + " another address, or " + OpsSettings.OFF + ".");
            }
            console.note("Operators' pages are not served, since another program has " + where + ". Set "
                    + OpsSettings.ADDRESS + " to another address to have them.");
            return OpsListener.NONE;
        }
    }
}
