package org.campaignbot.testkit.slack;

import java.time.Duration;

/**
 * How fast the fake lets an app call; 0 is no limit.
 *
 * <p>The figures are the least that Slack's page on rate limits promises (docs.slack.dev, "Rate limits"). Slack tolerates short bursts
 * and does not publish how it counts, so a window is shortened by a tolerance: two calls that left a second apart may arrive closer.
 *
 * @param channelBurst messages that a channel takes at once, after which it takes one a second
 * @param workspacePerMinute messages to all channels of a workspace in any sliding minute; Slack says "several hundred"
 * @param tiers whether each method's tier counts, by workspace
 * @param tolerance how much shorter than a second, or a minute, a window is
 * @param spelling how a 429 is called
 */
public record Limits(int channelBurst, int workspacePerMinute, boolean tiers, Duration tolerance, Spelling spelling) {

    /** How the error of a 429 is spelled: Slack's pages have both. */
    public enum Spelling {
        /** {@code ratelimited}. */
        ONE_WORD,
        /** {@code rate_limited}. */
        TWO_WORDS,
        /** Now one, now the other. */
        ALTERNATING
    }

    /** What Slack documents, with a burst of one more message. */
    public static final Limits DOCUMENTED = new Limits(2, 300, true, Duration.ofMillis(100), Spelling.ALTERNATING);

    /** No limit at all. */
    public static final Limits NONE = new Limits(0, 0, false, Duration.ZERO, Spelling.ALTERNATING);

    /** The same with one spelling. */
    public Limits spelled(Spelling newSpelling) {
        return new Limits(channelBurst, workspacePerMinute, tiers, tolerance, newSpelling);
    }
}
