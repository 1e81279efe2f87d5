package org.campaignbot.testkit.telegram;

import java.time.Duration;

/**
 * How fast the fake lets a bot send; 0 is no limit.
 *
 * <p>The figures are those of Telegram's FAQ ("My bot is hitting limits") and, for the edits, of its developers' advice. Telegram does
 * not publish how exactly it counts, so every window is shortened by a tolerance: two calls that left a second apart may arrive a little
 * closer.
 *
 * @param perSecond sendings in any sliding second, to everyone together
 * @param chatBurst sendings that a private chat takes at once, after which it takes one a second
 * @param groupPerMinute sendings to one group in any sliding minute
 * @param groupEditsPerMinute edits in one group in any sliding minute
 * @param tolerance how much shorter than a second, or a minute, a window is
 */
public record Limits(int perSecond, int chatBurst, int groupPerMinute, int groupEditsPerMinute, Duration tolerance) {

    /** What Telegram documents: 30 a second, one a second to a person with a short burst, 20 a minute to a group. */
    public static final Limits DOCUMENTED = new Limits(30, 3, 20, 20, Duration.ofMillis(100));

    /** No limit at all. */
    public static final Limits NONE = new Limits(0, 0, 0, 0, Duration.ZERO);
}
