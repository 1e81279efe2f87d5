package campaignbot.app.serve;

import campaignbot.app.watch.Job;
import campaignbot.app.watch.Jobs;
import campaignbot.reception.Reception;
import campaignbot.reception.UnsaidMessages;
import campaignbot.reception.WaitingAnswers;
import campaignbot.storage.Serving;
import campaignbot.timer.DueTimers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * What every server does again and again: reminders that came due, what a process that died has left, and a look at whether it may
 * still serve.
 */
final class Upkeep implements AutoCloseable {

    private static final long LONGEST_SECONDS = 1;

    /** A person waits for it. */
    private static final long ANSWERS_MILLIS = 200;

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "upkeep"));
    private final Serving.Begun serving;
    private final DueTimers dueTimers;
    private final UnsaidMessages unsaidMessages;
    private final WaitingAnswers waitingAnswers;
    private final List<Chore> everySecond;
    private final Reception reception;
    private final HourlyReport report;
    private final Jobs jobs;
    private final Counts counts;
    private final Console console;
    private volatile Runnable stop = () -> {};

    /**
     * Work of a feature.
     *
     * @param name begins the sentence that tells that it failed
     */
    record Chore(String name, Runnable work) {}

    Upkeep(
            Serving.Begun serving,
            DueTimers dueTimers,
            UnsaidMessages unsaidMessages,
            WaitingAnswers waitingAnswers,
            List<Chore> everySecond,
            Reception reception,
            HourlyReport report,
            Jobs jobs,
            Counts counts,
            Console console) {
        this.serving = serving;
        this.dueTimers = dueTimers;
        this.unsaidMessages = unsaidMessages;
        this.waitingAnswers = waitingAnswers;
        this.everySecond = List.copyOf(everySecond);
        this.reception = reception;
        this.report = report;
        this.jobs = jobs;
        this.counts = counts;
        this.console = console;
    }

    /** Finishes what an earlier process left, before anything new arrives. */
    void catchUp() {
        unsaidMessages.run();
        reception.resume();
    }

    /**
     * Begins.
     *
     * @param stop ends the process, where it may serve no longer
     */
    void start(Runnable stop) {
        this.stop = stop;
        every(ANSWERS_MILLIS, TimeUnit.MILLISECONDS, "Answers", waitingAnswers::run);
        everySecond.forEach(each -> every(1, TimeUnit.SECONDS, each.name(), each.work()));
        every(1, TimeUnit.SECONDS, "Reminders", dueTimers::run);
        every(1, TimeUnit.SECONDS, "What was left", reception::resume);
        every(1, TimeUnit.MINUTES, "Lost messages", unsaidMessages::run);
        every(1, TimeUnit.MINUTES, "The look at the database", this::lookWhetherToGoOn);
        every(
                1,
                TimeUnit.HOURS,
                "Counting",
                () -> report.line().ifPresent(line -> console.note("In the last hour: " + line)));
    }

    private void every(long pause, TimeUnit unit, String what, Runnable work) {
        // Nothing is thrown out of a round, so the future never tells anything.
        Job job = jobs.add(what, Duration.of(pause, unit.toChronoUnit()));
        ScheduledFuture<?> unused = thread.scheduleWithFixedDelay(() -> round(what, job, work), pause, pause, unit);
    }

    private void round(String what, Job job, Runnable work) {
        try {
            job.run(work);
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
