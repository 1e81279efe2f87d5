package org.campaignbot.conversation;

import java.time.Duration;
import java.time.Instant;

/**
 * The turns a conversation has used in the current minute.
 *
 * @param since when the minute began
 * @param used turns in it, including refused ones
 */
public record Budget(Instant since, int used) {

    /** An unused budget. */
    public static final Budget UNUSED = new Budget(Instant.EPOCH, 0);

    /** How long a budget lasts. */
    static final Duration WINDOW = Duration.ofMinutes(1);

    /** The budget after one more turn. */
    Budget spend(Instant now) {
        boolean fresh = now.isBefore(since) || !now.isBefore(since.plus(WINDOW));
        return fresh ? new Budget(now, 1) : new Budget(since, used + 1);
    }
}
