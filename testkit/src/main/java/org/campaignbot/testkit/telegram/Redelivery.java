package org.campaignbot.testkit.telegram;

import java.time.Duration;

/**
 * How the fake delivers an update again that the webhook did not take.
 *
 * <p>Telegram waits twice as long after each failure, up to one or two minutes, for 24 hours; tests want to see the same sooner.
 *
 * @param firstWait the wait after the first failure, in real time
 * @param longestWait what the doubling ends at; a {@code Retry-After} of the webhook may be longer
 * @param attempts how often an update is delivered before it is given up
 */
public record Redelivery(Duration firstWait, Duration longestWait, int attempts) {

    /** Quick enough for a test, patient enough for a bot that is started again. */
    public static final Redelivery QUICK = new Redelivery(Duration.ofMillis(50), Duration.ofSeconds(1), 600);

    /** The wait after so many failures in a row. */
    Duration after(int failures) {
        Duration wait = firstWait.multipliedBy(1L << Math.min(failures - 1, 20));
        return wait.compareTo(longestWait) < 0 ? wait : longestWait;
    }
}
