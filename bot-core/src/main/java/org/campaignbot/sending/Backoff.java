package org.campaignbot.sending;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Retry delays with jitter: longer each time, up to a minute. */
final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int DOUBLINGS = 7;

    private final RandomGenerator random;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** Between half and all of the delay after a number of failures, starting at 1. */
    Duration after(int failures) {
        long full = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(failures - 1, DOUBLINGS));
        return Duration.ofMillis(full / 2 + random.nextLong(full / 2 + 1));
    }

    /** A little longer than asked for, so that retries don't all come at the same instant. */
    Duration atLeast(Duration asked) {
        return asked.plusMillis(random.nextLong(Math.min(250, asked.toMillis() / 10 + 20)));
    }
}
