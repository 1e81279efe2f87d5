package org.campaignbot.app.serve;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.campaignbot.platform.Counts;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * How often recurring work looks at the database: every second, and every five once nothing has come in or gone out for two
 * minutes. Waking up is most of what an idle bot costs. Thread-safe.
 */
final class Pace {

    static final Duration TICK = Duration.ofSeconds(1);
    static final Duration QUIET_TICK = Duration.ofSeconds(5);
    static final Duration QUIET_AFTER = Duration.ofMinutes(2);

    private final Counts counts;
    private final LongSupplier nanoTime;
    private long seen;
    private long since;

    @Autowired
    Pace(Counts counts) {
        this(counts, System::nanoTime);
    }

    Pace(Counts counts, LongSupplier nanoTime) {
        this.counts = counts;
        this.nanoTime = nanoTime;
        this.since = nanoTime.getAsLong();
    }

    /** The pause until the next look. */
    synchronized Duration pause() {
        long events = counts.total();
        long now = nanoTime.getAsLong();
        if (events != seen) {
            seen = events;
            since = now;
        }
        return now - since >= QUIET_AFTER.toNanos() ? QUIET_TICK : TICK;
    }
}
