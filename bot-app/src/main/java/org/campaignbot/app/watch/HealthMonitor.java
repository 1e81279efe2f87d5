package org.campaignbot.app.watch;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Checks the health of everything every second or two; nothing else waits for a check, and checks don't wait for each other. */
public final class HealthMonitor implements AutoCloseable {

    private static final long PAUSE_SECONDS = 2;

    private final ScheduledThreadPoolExecutor threads;
    private final StoreHealth storeHealth;
    private final WatchedJob sender;
    private final Supplier<Instant> lastSent;
    private final List<Probed> platforms;
    private final Runnable alarms;
    private Instant seen = Instant.MIN;

    /**
     * A platform and its probe.
     *
     * @param probe makes a call and reports the outcome to the platform
     */
    public record Probed(PlatformHealth platform, Runnable probe) {

        void look() {
            if (platform.isQuiet()) {
                probe.run();
            }
        }
    }

    /**
     * A monitor that hasn't started.
     *
     * @param lastSent when the sender last finished a round
     * @param alarms checks for problems to report, after the store was checked
     */
    public HealthMonitor(
            StoreHealth storeHealth,
            WatchedJob sender,
            Supplier<Instant> lastSent,
            List<Probed> platforms,
            Runnable alarms) {
        this.storeHealth = storeHealth;
        this.sender = sender;
        this.lastSent = lastSent;
        this.platforms = List.copyOf(platforms);
        this.alarms = alarms;
        // A probe may wait half a minute for its answer.
        this.threads = new ScheduledThreadPoolExecutor(3 + platforms.size(), work -> {
            Thread thread = new Thread(work, "lookout");
            thread.setDaemon(true);
            return thread;
        });
    }

    public void start() {
        every(PAUSE_SECONDS, storeHealth::look);
        every(1, this::lookAtSender);
        platforms.forEach(each -> every(1, each::look));
        every(PAUSE_SECONDS, alarms);
    }

    private void lookAtSender() {
        Instant last = lastSent.get();
        if (!last.equals(seen)) {
            seen = last;
            sender.done();
        }
    }

    private void every(long seconds, Runnable look) {
        // An exception would end the schedule; what is checked keeps its state.
        ScheduledFuture<?> unused = threads.scheduleWithFixedDelay(
                () -> {
                    try {
                        look.run();
                    } catch (RuntimeException failure) {
                        storeHealth.doubt();
                    }
                },
                seconds,
                seconds,
                TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
