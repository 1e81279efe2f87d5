package org.campaignbot.app.serve;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.campaignbot.app.watch.WatchedJob;
import org.campaignbot.app.watch.WatchedJobs;
import org.campaignbot.storage.serving.ServingLock;
import org.campaignbot.timers.DueTimers;
import org.campaignbot.update.EffectResultPump;
import org.campaignbot.update.LostMessages;
import org.campaignbot.update.UpdateProcessor;

/**
 * The recurring work of every server: due reminders, what a dead process left behind, and the check that this process may still
 * serve.
 */
final class Housekeeping implements AutoCloseable {

    private static final long LONGEST_SECONDS = 1;

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "upkeep"));
    private final ServingLock.Begun serving;
    private final DueTimers dueTimers;
    private final LostMessages lostMessages;
    private final EffectResultPump effectResultPump;
    private final Effects effects;
    private final List<Chore> everySecond;
    private final UpdateProcessor updateProcessor;
    private final HourlyReport report;
    private final WatchedJobs watchedJobs;
    private final Counts counts;
    private final Console console;
    private volatile Runnable stop = () -> {};

    /**
     * A feature's recurring work.
     *
     * @param name the start of the sentence that reports a failure
     */
    record Chore(String name, Runnable work) {}

    Housekeeping(
            ServingLock.Begun serving,
            DueTimers dueTimers,
            LostMessages lostMessages,
            EffectResultPump effectResultPump,
            Effects effects,
            List<Chore> everySecond,
            UpdateProcessor updateProcessor,
            HourlyReport report,
            WatchedJobs watchedJobs,
            Counts counts,
            Console console) {
        this.serving = serving;
        this.dueTimers = dueTimers;
        this.lostMessages = lostMessages;
        this.effectResultPump = effectResultPump;
        this.effects = effects;
        this.everySecond = List.copyOf(everySecond);
        this.updateProcessor = updateProcessor;
        this.report = report;
        this.watchedJobs = watchedJobs;
        this.counts = counts;
        this.console = console;
    }

    /** Finishes what an earlier process left, before anything new arrives. */
    void catchUp() {
        lostMessages.run();
        updateProcessor.resume();
    }

    /**
     * Starts the recurring work.
     *
     * @param stop ends the process if it may no longer serve
     */
    void start(Runnable stop) {
        this.stop = stop;
        Runnable answers = every(1, TimeUnit.SECONDS, "Answers", effectResultPump::run);
        effects.handOn(() -> soon(answers));
        everySecond.forEach(each -> every(1, TimeUnit.SECONDS, each.name(), each.work()));
        every(1, TimeUnit.SECONDS, "Reminders", dueTimers::run);
        every(1, TimeUnit.SECONDS, "What was left", updateProcessor::resume);
        every(1, TimeUnit.MINUTES, "Lost messages", lostMessages::run);
        every(1, TimeUnit.MINUTES, "The look at the database", this::lookWhetherToGoOn);
        every(
                1,
                TimeUnit.HOURS,
                "Counting",
                () -> report.line().ifPresent(line -> console.note("In the last hour: " + line)));
    }

    /** Does some work every so often, and returns one round of it. */
    private Runnable every(long pause, TimeUnit unit, String what, Runnable work) {
        // Nothing escapes a round, so the future never reports anything.
        WatchedJob watchedJob = watchedJobs.add(what, Duration.of(pause, unit.toChronoUnit()));
        Runnable round = () -> round(what, watchedJob, work);
        ScheduledFuture<?> unused = thread.scheduleWithFixedDelay(round, pause, pause, unit);
        return round;
    }

    private void soon(Runnable round) {
        try {
            thread.execute(round);
        } catch (RejectedExecutionException ending) {
            // What waits is in the database; the next start or another process goes on with it.
        }
    }

    private void round(String what, WatchedJob watchedJob, Runnable work) {
        try {
            watchedJob.run(work);
            console.troubles().went(what);
        } catch (RuntimeException failure) {
            counts.add("upkeep.failed");
            console.troubles().failed(what, failure);
        }
    }

    private void lookWhetherToGoOn() {
        if (!serving.goesOn()) {
            console.trouble("This process may not serve the database any longer: a backup is being restored there.");
            stop.run();
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
