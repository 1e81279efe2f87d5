package org.campaignbot.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Some messages at once after a pause, and one after each interval.
 *
 * <p>The whole bucket is one instant: when it will be full again. Counting a message at its answer is safe: if the platform
 * counted it earlier, its bucket is at least as full now.
 */
final class TokenBucket implements ChatRateLimit {

    private final Duration interval;
    private final int burst;
    private Instant full = Instant.MIN;

    TokenBucket(RateLimits.Limit limit, int burst) {
        this.interval = limit.window().dividedBy(limit.most());
        this.burst = burst;
    }

    @Override
    public Instant freeAt(Instant now) {
        if (full.equals(Instant.MIN)) {
            return full;
        }
        Instant latest = now.plus(interval.multipliedBy(burst));
        if (full.isAfter(latest)) {
            // The clock was set back.
            full = latest;
        }
        return full.minus(interval.multipliedBy(burst - 1L));
    }

    @Override
    public void answered(Instant at) {
        full = (full.isAfter(at) ? full : at).plus(interval);
    }

    @Override
    public List<Instant> marks() {
        return full.equals(Instant.MIN)
                ? List.of()
                : List.of(full.plusNanos(999_999).truncatedTo(ChronoUnit.MILLIS));
    }

    @Override
    public void resume(List<Instant> marks) {
        for (Instant mark : marks) {
            full = mark.isAfter(full) ? mark : full;
        }
    }

    @Override
    public Instant over() {
        return full;
    }
}
