package campaignbot.storage;

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

/**
 * Work that has to be done again and again, each piece by one process at a time however many there are.
 *
 * <p>Every process of a database offers the same work under the same names. A run costs two commits, so what only reads, or may
 * run everywhere at once, does not belong here. Where a process dies in the middle of a run, another takes the work over within
 * a minute or so.
 */
public final class RecurringWork implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** How often a process says that it is still at work; after four times without, its work is taken over. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration LONGEST_STOP = Duration.ofSeconds(1);
    private static final int THREADS = 2;

    private final Scheduler scheduler;

    /**
     * A piece of work.
     *
     * @param name its name, the same in all processes and versions
     * @param pause the time between the end of a run and the start of the next, a second or more
     * @param work what to do
     */
    public record Task(String name, Duration pause, Runnable work) {}

    RecurringWork(
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
                // Told by its kind alone, since a message may quote what it was about. The next run tries again.
                failed.accept(task.name, failure.getClass().getSimpleName());
            }
        });
    }

    /** Begins; a piece of work that was never done before is done at once. */
    public void start() {
        scheduler.start();
    }

    /** Waits for runs that have begun, a second at most, and begins no more. */
    @Override
    public void close() {
        scheduler.stop();
    }
}
