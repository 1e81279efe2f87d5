package org.campaignbot.testkit.telegram;

import java.time.Duration;

/**
 * How the fake retries an update that the webhook refused.
 *
 * <p>Telegram doubles the wait after each failure, up to one or two minutes, for 24 hours; tests need it faster.
 *
 * @param firstWait the wait after the first failure, in real time
 * @param longestWait the upper limit of the doubling; the webhook's {@code Retry-After} may be longer
 * @param attempts how often an update is delivered before the fake gives up
 */
public record Redelivery(Duration firstWait, Duration longestWait, int attempts) {

    /** Fast enough for a test, patient enough for a bot that restarts. */
    public static final Redelivery QUICK = new Redelivery(Duration.ofMillis(50), Duration.ofSeconds(1), 600);

    /** The wait after this many failures in a row. */
    Duration after(int failures) {
        Duration wait = firstWait.multipliedBy(1L << Math.min(failures - 1, 20));
        return wait.compareTo(longestWait) < 0 ? wait : longestWait;
    }
}
