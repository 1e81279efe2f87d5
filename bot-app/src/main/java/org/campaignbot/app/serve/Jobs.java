package org.campaignbot.app.serve;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Schedules all recurring work of this process. A job has one thread at most, and there are as many threads as jobs, so one that
 * hangs holds up no other. None of them may throw.
 */
final class Jobs extends ServerPart {

    /** Housekeeping and its answers on demand, alerts, five health checks, three about leaving workspaces, two about Telegram, tables, reminders of a Congress, a CRM. */
    private static final int THREADS = 16;

    private static final Duration LONGEST_STOP = Duration.ofSeconds(1);

    private final ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();

    Jobs() {
        super(JOBS);
        scheduler.setPoolSize(THREADS);
        scheduler.setThreadNamePrefix("job-");
        scheduler.setDaemon(true);
        scheduler.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        scheduler.initialize();
    }

    /** Runs a job after a pause, and again that long after each run ends. */
    void every(Duration pause, Runnable work) {
        unlessEnding(() -> {
            var unused = scheduler.scheduleWithFixedDelay(
                    work, scheduler.getClock().instant().plus(pause), pause);
        });
    }

    /** The same with a pause that is asked for after each run. */
    void every(Supplier<Duration> pause, Runnable work) {
        unlessEnding(() -> {
            var unused = scheduler.schedule(work, run -> {
                Instant last = run.lastCompletion();
                return (last == null ? scheduler.getClock().instant() : last).plus(pause.get());
            });
        });
    }

    /** Runs a job once, after a pause. */
    void after(Duration pause, Runnable work) {
        unlessEnding(() -> {
            var unused = scheduler.schedule(work, scheduler.getClock().instant().plus(pause));
        });
    }

    /** Runs a job once, as soon as a thread is free. */
    void soon(Runnable work) {
        after(Duration.ZERO, work);
    }

    /** Work that can be asked for at any time: one round at a time, and one more for whatever was asked meanwhile. */
    Runnable onDemand(Runnable work) {
        AtomicInteger asked = new AtomicInteger();
        Runnable rounds = () -> {
            int now;
            do {
                now = asked.get();
                work.run();
            } while (asked.addAndGet(-now) > 0);
        };
        return () -> {
            if (asked.getAndIncrement() == 0) {
                soon(rounds);
            }
        };
    }

    private void unlessEnding(Runnable scheduling) {
        try {
            scheduling.run();
        } catch (TaskRejectedException ending) {
            // What waits is in the database; the next start or another process goes on with it.
        }
    }

    /** Whether no more work is begun. */
    boolean isEnding() {
        return scheduler.getScheduledExecutor().isShutdown();
    }

    /** Waits until no job is running, and returns whether that happened in time. */
    boolean awaitEnd(Duration longest) throws InterruptedException {
        return scheduler.getScheduledExecutor().awaitTermination(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    void open() {}

    /** Gives running jobs a second to finish, then interrupts them. */
    @Override
    void end() {
        scheduler.getScheduledExecutor().shutdown();
        try {
            if (!awaitEnd(LONGEST_STOP)) {
                scheduler.shutdown();
            }
        } catch (InterruptedException hurry) {
            scheduler.shutdown();
            Thread.currentThread().interrupt();
        }
    }

    /** Work is scheduled while the server opens, so it has to be stopped even if that fails. */
    @Override
    public boolean isAutoStartup() {
        return true;
    }
}
