package org.campaignbot.app.serve;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.campaignbot.alert.sending.AlertDispatcher;
import org.campaignbot.alert.sending.StaleSubscriptions;
import org.campaignbot.app.watch.WatchedJob;
import org.campaignbot.app.watch.WatchedJobs;

/** Advances alerts every second on its own thread: a large one takes seconds, and nothing else may wait for it. */
final class AlertRounds implements AutoCloseable {

    private static final String ALERTS = "Alerts";
    private static final long LONGEST_SECONDS = 1;
    private static final long PERIOD_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "alerts"));
    private final AlertDispatcher dispatcher;
    private final StaleSubscriptions stale;
    private final WatchedJobs watchedJobs;
    private final Counts counts;
    private final Console console;

    AlertRounds(
            AlertDispatcher dispatcher,
            StaleSubscriptions stale,
            WatchedJobs watchedJobs,
            Counts counts,
            Console console) {
        this.dispatcher = dispatcher;
        this.stale = stale;
        this.watchedJobs = watchedJobs;
        this.counts = counts;
        this.console = console;
    }

    /**
     * Starts the rounds.
     *
     * @param sent called after something was put in the outbox
     */
    void start(Runnable sent) {
        WatchedJob watchedJob = watchedJobs.add("Alerts", Duration.ofNanos(PERIOD_NANOS));
        next(() -> watchedJob.run(() -> run(sent)), PERIOD_NANOS);
    }

    /** Schedules a round a second after the last one started, since each advances only so many alerts; missed rounds are skipped. */
    private void next(Runnable work, long nanos) {
        try {
            // Nothing escapes a round, so the future never reports anything.
            ScheduledFuture<?> unused = thread.schedule(
                    () -> {
                        long began = System.nanoTime();
                        round(work);
                        next(work, Math.max(0, began + PERIOD_NANOS - System.nanoTime()));
                    },
                    nanos,
                    TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            // The process is ending, and the rounds end with it.
        }
    }

    private void run(Runnable sent) {
        if (dispatcher.run() + stale.run() > 0) {
            sent.run();
        }
    }

    private void round(Runnable work) {
        try {
            work.run();
            console.troubles().went(ALERTS);
        } catch (RuntimeException failure) {
            counts.add("alerts.failed");
            console.troubles().failed(ALERTS, failure);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException hurry) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
