package org.campaignbot.app.serve;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.campaignbot.app.config.LiveEngine;
import org.campaignbot.app.watch.WatchedJob;
import org.campaignbot.app.watch.WatchedJobs;
import org.campaignbot.conversation.IdleFacts;
import org.campaignbot.flow.Pack;
import org.campaignbot.settings.Catalog;
import org.campaignbot.settings.Settings;
import org.campaignbot.storage.Database;
import org.campaignbot.storage.maintenance.RecurringWork;

/** Deletes expired data once an hour, on one of a database's servers. */
final class RetentionTask extends ServerPart {

    private static final Duration PAUSE = Duration.ofHours(1);

    private final Database database;
    private final LiveEngine engine;
    private final Settings settings;
    private final InstantSource clock;
    private final RecurringWork work;

    RetentionTask(
            Database database,
            LiveEngine engine,
            Settings settings,
            InstantSource clock,
            WatchedJobs watchedJobs,
            Console console) {
        super(JOBS);
        this.database = database;
        this.engine = engine;
        this.settings = settings;
        this.clock = clock;
        WatchedJob watchedJob = watchedJobs.add("Cleaning", null);
        this.work = database.recurringWork(
                List.of(new RecurringWork.Task("retention", PAUSE, () -> watchedJob.run(this::clean))),
                clock,
                (name, kind) -> console.troubles()
                        .perhapsDatabase("The work \"" + name + "\" failed and will be tried again: " + kind));
    }

    @Override
    void open() {
        work.start();
    }

    private void clean() {
        Pack pack = engine.get().pack();
        String days = Objects.requireNonNull(Catalog.of(pack).value(settings.current(), Catalog.KEEP_DAYS));
        database.retention().run(clock.instant(), Duration.ofDays(Long.parseLong(days)), new IdleFacts(pack));
    }

    @Override
    void end() {
        work.close();
    }
}
