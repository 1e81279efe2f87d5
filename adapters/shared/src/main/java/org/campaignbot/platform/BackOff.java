package org.campaignbot.platform;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Retry delays with jitter: longer and longer waits, each randomly shortened so that several processes don't retry in step. */
public final class BackOff {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final RandomGenerator chance;
    private Duration next = FIRST;

    /** Delays with jitter from this generator. */
    public BackOff(RandomGenerator chance) {
        this.chance = chance;
    }

    /** How long to wait now: at least half of the step. */
    public Duration next() {
        Duration step = next;
        next = step.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : step.multipliedBy(2);
        return shortened(step);
    }

    /** A wait of this length, randomly shortened. */
    public Duration shortened(Duration step) {
        long half = step.toMillis() / 2;
        return Duration.ofMillis(half + chance.nextLong(half + 1));
    }

    /** Starts again with the shortest wait. */
    public void reset() {
        next = FIRST;
    }
}
