package org.campaignbot.testkit.slack;

import java.time.Duration;

/**
 * The fake's rate limits for an app; 0 is no limit.
 *
 * <p>The figures are the minimum that Slack's page on rate limits promises (docs.slack.dev, "Rate limits"). Slack tolerates short
 * bursts and doesn't publish how it counts, so a window is shortened by a tolerance: two calls sent a second apart may arrive
 * closer together.
 *
 * @param channelBurst messages that a channel accepts at once; after that, one a second
 * @param workspacePerMinute messages to all channels of a workspace in any sliding minute; Slack says "several hundred"
 * @param tiers whether each method's tier counts, per workspace
 * @param tolerance how much shorter than a second, or a minute, a window is
 * @param spelling the name of a 429's error
 */
public record Limits(int channelBurst, int workspacePerMinute, boolean tiers, Duration tolerance, Spelling spelling) {

    /** How the error of a 429 is spelled: Slack's pages have both. */
    public enum Spelling {
        /** {@code ratelimited}. */
        ONE_WORD,
        /** {@code rate_limited}. */
        TWO_WORDS,
        /** One and the other in turn. */
        ALTERNATING
    }

    /** Slack's documented limits, with a burst of one more message. */
    public static final Limits DOCUMENTED = new Limits(2, 300, true, Duration.ofMillis(100), Spelling.ALTERNATING);

    /** No limits. */
    public static final Limits NONE = new Limits(0, 0, false, Duration.ZERO, Spelling.ALTERNATING);

    /** The same limits with another spelling. */
    public Limits spelled(Spelling newSpelling) {
        return new Limits(channelBurst, workspacePerMinute, tiers, tolerance, newSpelling);
    }
}
