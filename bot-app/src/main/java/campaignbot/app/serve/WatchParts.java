package campaignbot.app.serve;

import campaignbot.alert.desk.AdminNews;
import campaignbot.alert.desk.AlertDeskHandler;
import campaignbot.app.installation.LiveEngine;
import campaignbot.app.installation.OpsSettings;
import campaignbot.app.installation.ServerSettings;
import campaignbot.app.installation.StartRefused;
import campaignbot.app.watch.Alarms;
import campaignbot.app.watch.CommitTimes;
import campaignbot.app.watch.Health;
import campaignbot.app.watch.Job;
import campaignbot.app.watch.Jobs;
import campaignbot.app.watch.Lookout;
import campaignbot.app.watch.Lookout.Probed;
import campaignbot.app.watch.Metrics;
import campaignbot.app.watch.OpsListener;
import campaignbot.app.watch.OpsPages;
import campaignbot.app.watch.Store;
import campaignbot.delivery.Sender;
import campaignbot.storage.Database;
import campaignbot.storage.StorageFailure;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What sees whether everything goes on, and shows it to operators. */
@Configuration(proxyBeanMethods = false)
class WatchParts {

    @Bean
    Store store(Database database, ServerSettings settings) {
        return new Store(database::probe, settings.clock());
    }

    @Bean
    Jobs jobs(Store store, ServerSettings settings) {
        return new Jobs(settings.clock(), store::doubt);
    }

    @Bean
    Job sending(Jobs jobs) {
        return jobs.add("Sender", Duration.ofSeconds(1));
    }

    @Bean
    Health health(Store store, Jobs jobs, Intake intake, Job sending, List<Probed> platforms) {
        return new Health(
                store,
                jobs,
                intake.job(),
                sending,
                platforms.stream().map(Probed::platform).toList());
    }

    @Bean
    AlarmNews alarmNews(
            Database database,
            AlertDeskHandler.Reach reach,
            Store store,
            LiveEngine engine,
            Sender sender,
            Console console,
            ServerSettings settings) {
        return new AlarmNews(
                new AdminNews(database.organizers(), reach),
                chat -> Optional.ofNullable(
                                database.conversations().load(List.of(chat)).get(chat))
                        .flatMap(saved -> saved.state().language()),
                store::works,
                new AlarmNews.Ways(
                        engine,
                        messages -> sender.sendUnstored(messages, () -> {}),
                        () -> database.trouble().map(WatchParts::word).orElse("")),
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
    Lookout lookout(
            Store store, Job sending, Sender sender, List<Probed> platforms, AlarmNews news, ServerSettings settings) {
        File data = settings.storage().data().toFile();
        Alarms alarms = new Alarms(
                store,
                platforms.stream().map(Probed::platform).toList(),
                () -> (double) data.getUsableSpace() / data.getTotalSpace(),
                settings.clock(),
                news);
        return new Lookout(store, sending, sender::lastRound, platforms, () -> {
            news.refresh();
            alarms.look();
        });
    }

    @Bean
    CommitTimes commitTimes(Database database) {
        return new CommitTimes(database.conversations());
    }

    @Bean
    OpsPages opsPages(
            Health health,
            CommitTimes commits,
            Counts counts,
            List<PlatformCounts> platforms,
            Database database,
            Reading reading,
            ServerSettings settings) {
        return new OpsPages(
                health,
                new Metrics(new Metrics.Sources(
                        health,
                        commits,
                        () -> bySource(counts, platforms),
                        database::queues,
                        settings.storage().data(),
                        () -> reading.directory().get().get().asOf(),
                        settings.clock())));
    }

    private static Map<String, Map<String, Long>> bySource(Counts counts, List<PlatformCounts> platforms) {
        Map<String, Map<String, Long>> all = new TreeMap<>();
        all.put("bot", counts.all());
        platforms.forEach(each -> all.put(each.platform(), each.counts().get()));
        return all;
    }

    /** The second port; where it was not asked for and another bot has it, this one goes on without. */
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
