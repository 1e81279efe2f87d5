package org.campaignbot.sending;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Retry delays with jitter: longer each time, up to a minute, and randomly shortened so that several processes don't retry in step. */
public final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int DOUBLINGS = 7;

    private final RandomGenerator random;
    private int failures;

    /** Delays with jitter from this generator. */
    public Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** How long to wait after one more failure since the start or the last {@link #reset}. */
    public Duration next() {
        failures++;
        return after(failures);
    }

    /** Starts again with the shortest wait. */
    public void reset() {
        failures = 0;
    }

    /** Between half and all of a delay. */
    public Duration shortened(Duration delay) {
        long half = delay.toMillis() / 2;
        return Duration.ofMillis(half + random.nextLong(half + 1));
    }

    /** Between half and all of the delay after a number of failures, starting at 1. */
    Duration after(int number) {
        return shortened(
                Duration.ofMillis(Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(number - 1, DOUBLINGS))));
    }

    /** A little longer than asked for, so that retries don't all come at the same instant. */
    Duration atLeast(Duration asked) {
        return asked.plusMillis(random.nextLong(Math.min(250, asked.toMillis() / 10 + 20)));
    }
}
