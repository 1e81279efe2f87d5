package org.campaignbot.storage.maintenance;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiConsumer;
import org.campaignbot.storage.sql.Connections;

/**
 * Recurring work, with each task run by one process at a time, however many there are.
 *
 * <p>All processes of a database offer the same tasks under the same names. A run costs two commits, so work that only reads, or
 * may run everywhere at once, doesn't belong here. If a process dies during a run, another takes over within a minute or so.
 */
public final class RecurringWork implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    /** How often a process reports that it's still working; after four missed heartbeats, its task is taken over. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration LONGEST_STOP = Duration.ofSeconds(1);
    private static final int THREADS = 2;

    private final Scheduler scheduler;

    /**
     * One recurring task.
     *
     * @param name its name, the same in all processes and versions
     * @param pause the time from the end of a run to the start of the next; it may start five seconds late
     * @param work what to do
     */
    public record Task(String name, Duration pause, Runnable work) {}

    public RecurringWork(
            Connections connections,
            String process,
            List<Task> tasks,
            InstantSource clock,
            BiConsumer<String, String> failed) {
        List<RecurringTask<Void>> recurring =
                tasks.stream().map(task -> recurring(task, failed)).toList();
        this.scheduler = Scheduler.create(connections.source())
                .startTasks(recurring)
                .schedulerName(new SchedulerName.Fixed(process))
                .clock(clock::instant)
                .threads(THREADS)
                .pollingInterval(BETWEEN_LOOKS)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(LONGEST_STOP)
                .failureLogging(LogLevel.OFF, false)
                .build();
    }

    private static RecurringTask<Void> recurring(Task task, BiConsumer<String, String> failed) {
        return Tasks.recurring(task.name, FixedDelay.of(task.pause)).execute((instance, context) -> {
            try {
                task.work.run();
            } catch (RuntimeException failure) {
                // Reports only the kind, since a message may quote the data. The next run tries again.
                failed.accept(task.name, failure.getClass().getSimpleName());
            }
        });
    }

    /** Starts the tasks; one that has never run runs at once. */
    public void start() {
        scheduler.start();
    }

    /** Starts no more runs and waits a second at most for current ones. */
    @Override
    public void close() {
        scheduler.stop();
    }
}
