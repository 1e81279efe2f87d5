package org.campaignbot.testkit.telegram;

import java.time.Duration;

/**
 * The fake's rate limits for a bot; 0 is no limit.
 *
 * <p>The figures come from Telegram's FAQ ("My bot is hitting limits") and, for edits, from its developers' advice. Telegram
 * doesn't publish exactly how it counts, so every window is shortened by a tolerance: two calls sent a second apart may arrive a
 * little closer together.
 *
 * @param perSecond sends in any sliding second, to everyone together
 * @param chatBurst sends that a private chat accepts at once; after that, one a second
 * @param groupPerMinute sends to one group in any sliding minute
 * @param groupEditsPerMinute edits in one group in any sliding minute
 * @param tolerance how much shorter than a second, or a minute, a window is
 */
public record Limits(int perSecond, int chatBurst, int groupPerMinute, int groupEditsPerMinute, Duration tolerance) {

    /** What Telegram documents: 30 a second, one a second to a person with a short burst, 20 a minute to a group. */
    public static final Limits DOCUMENTED = new Limits(30, 3, 20, 20, Duration.ofMillis(100));

    /** No limits. */
    public static final Limits NONE = new Limits(0, 0, 0, 0, Duration.ZERO);
}
