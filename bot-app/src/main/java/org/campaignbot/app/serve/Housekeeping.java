package org.campaignbot.app.serve;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.campaignbot.app.watch.WatchedJob;
import org.campaignbot.app.watch.WatchedJobs;
import org.campaignbot.platform.Counts;
import org.campaignbot.storage.serving.ServingLock;
import org.campaignbot.timers.DueTimers;
import org.campaignbot.update.EffectResultPump;
import org.campaignbot.update.LostMessages;
import org.campaignbot.update.UpdateProcessor;

/**
 * The recurring work of every server: due reminders, what a dead process left behind, and the check that this process may still
 * serve.
 */
final class Housekeeping extends ServerPart {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final ServingLock.Begun serving;
    private final DueTimers dueTimers;
    private final LostMessages lostMessages;
    private final EffectResultPump effectResultPump;
    private final Effects effects;
    private final List<Chore> chores;
    private final UpdateProcessor updateProcessor;
    private final HourlyReport report;
    private final Pace pace;
    private final Jobs jobs;
    private final WatchedJobs watchedJobs;
    private final Counts counts;
    private final Console console;
    private final Server.Stop stop;

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
            List<Chore> chores,
            UpdateProcessor updateProcessor,
            HourlyReport report,
            Pace pace,
            Jobs jobs,
            WatchedJobs watchedJobs,
            Counts counts,
            Console console,
            Server.Stop stop) {
        super(JOBS);
        this.serving = serving;
        this.dueTimers = dueTimers;
        this.lostMessages = lostMessages;
        this.effectResultPump = effectResultPump;
        this.effects = effects;
        this.chores = List.copyOf(chores);
        this.updateProcessor = updateProcessor;
        this.report = report;
        this.pace = pace;
        this.jobs = jobs;
        this.watchedJobs = watchedJobs;
        this.counts = counts;
        this.console = console;
        this.stop = stop;
    }

    @Override
    void open() {
        Round answers = round("Answers", Pace.TICK, effectResultPump::run);
        effects.handOn(jobs.onDemand(answers));
        List<Round> rounds = new ArrayList<>(List.of(answers));
        chores.forEach(each -> rounds.add(round(each.name(), Pace.TICK, each.work())));
        rounds.add(round("Reminders", Pace.TICK, dueTimers::run));
        rounds.add(round("What was left", Pace.TICK, updateProcessor::resume));
        rounds.add(round("Lost messages", MINUTE, lostMessages::run));
        rounds.add(round("The look at the database", MINUTE, this::lookWhetherToGoOn));
        rounds.add(round(
                "Counting",
                Duration.ofHours(1),
                () -> report.line().ifPresent(line -> console.note("In the last hour: " + line))));
        // One after the other, since all of them write to one database.
        jobs.every(pace::pause, () -> rounds.forEach(Round::runIfDue));
    }

    private Round round(String what, Duration pause, Runnable work) {
        return new Round(what, pause, watchedJobs.add(what, pause), work);
    }

    /** Recurring work, and when its next round is due. */
    private final class Round implements Runnable {

        private final String what;
        private final Duration pause;
        private final WatchedJob watchedJob;
        private final Runnable work;
        private long ended = System.nanoTime();

        Round(String what, Duration pause, WatchedJob watchedJob, Runnable work) {
            this.what = what;
            this.pause = pause;
            this.watchedJob = watchedJob;
            this.work = work;
        }

        void runIfDue() {
            if (System.nanoTime() - ended >= pause.toNanos()) {
                run();
                ended = System.nanoTime();
            }
        }

        /** Never two at a time: the rounds for answers are also run on demand. */
        @Override
        public synchronized void run() {
            try {
                watchedJob.run(work);
                console.troubles().went(what);
            } catch (RuntimeException failure) {
                counts.add("upkeep.failed");
                console.troubles().failed(what, failure);
            }
        }
    }

    private void lookWhetherToGoOn() {
        if (!serving.goesOn()) {
            console.trouble("This process may not serve the database any longer: a backup is being restored there.");
            stop.now();
        }
    }
}
