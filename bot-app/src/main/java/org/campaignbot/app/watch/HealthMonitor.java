package org.campaignbot.app.watch;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Looks every second or two whether everything goes on; nothing else waits for it, nor one look for another. */
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
     * A platform and how to see whether it answers.
     *
     * @param probe makes a call, whose outcome the platform is told of
     */
    public record Probed(PlatformHealth platform, Runnable probe) {

        void look() {
            if (platform.isQuiet()) {
                probe.run();
            }
        }
    }

    /**
     * A lookout that has not begun.
     *
     * @param lastSent when the sender last went its round
     * @param alarms looks whether there is trouble to tell, after the store was looked at
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
        // A probe may wait for its answer for half a minute.
        this.threads = new ScheduledThreadPoolExecutor(3 + platforms.size(), work -> {
            Thread thread = new Thread(work, "lookout");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Begins. */
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
        // A look that throws would be the last one; what it looks at stays as it was.
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
