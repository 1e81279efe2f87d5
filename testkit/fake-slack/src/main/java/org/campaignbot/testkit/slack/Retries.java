package org.campaignbot.testkit.slack;

import java.time.Duration;
import java.util.List;

/**
 * How long the fake waits for an acknowledgement, and when it retries an event that the app didn't acknowledge.
 *
 * <p>Times are real times. Commands and interactions are never retried.
 *
 * @param ackWithin how long the app has to answer: 3 seconds on Slack
 * @param waits the wait before each retry: on Slack almost none, a minute, five minutes
 */
public record Retries(Duration ackWithin, List<Duration> waits) {

    /** What Slack documents (docs.slack.dev, "Events API"). */
    public static final Retries DOCUMENTED =
            new Retries(Duration.ofSeconds(3), List.of(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(5)));

    /** Slack's deadline, with waits short enough for a test. */
    public static final Retries QUICK =
            new Retries(Duration.ofSeconds(3), List.of(Duration.ZERO, Duration.ofMillis(60), Duration.ofMillis(300)));

    /** Copies the list. */
    public Retries {
        waits = List.copyOf(waits);
    }

    /** The same with another deadline. */
    public Retries ackedWithin(Duration newDeadline) {
        return new Retries(newDeadline, waits);
    }
}
