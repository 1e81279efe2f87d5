package org.campaignbot.app.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Checks the health of everything every few seconds. */
public final class HealthMonitor {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    /** For what changes slowly, and has a minute to be noticed. */
    private static final Duration LONGER = Duration.ofSeconds(10);

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

    /** A check, which never throws, and the pause between its rounds. It may take half a minute; no other may wait for it. */
    public record Check(Duration pause, Runnable look) {}

    /**
     * A monitor.
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
    }

    /** The checks to make. */
    public List<Check> checks() {
        List<Check> checks = new ArrayList<>(
                List.of(check(PAUSE, storeHealth::look), check(LONGER, this::lookAtSender), check(LONGER, alarms)));
        platforms.forEach(each -> checks.add(check(SECOND, each::look)));
        return checks;
    }

    private void lookAtSender() {
        Instant last = lastSent.get();
        if (!last.equals(seen)) {
            seen = last;
            sender.done();
        }
    }

    private Check check(Duration pause, Runnable look) {
        return new Check(pause, () -> {
            try {
                look.run();
            } catch (RuntimeException failure) {
                // What is checked keeps its state.
                storeHealth.doubt();
            }
        });
    }
}
