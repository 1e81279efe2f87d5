package org.campaignbot.sending;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A platform's rate limits for one account, declared by its adapter as data; null means no limit.
 *
 * @param all messages of the account
 * @param alerts of these, messages in the lane {@link Outgoing.Lane#ALERT}
 * @param chat messages to one private chat, on average over a longer time
 * @param burst how many messages to one private chat may come at once after a pause; at least 1
 * @param group messages to one group
 */
public record RateLimits(
        @Nullable Limit all,
        @Nullable Limit alerts,
        @Nullable Limit chat,
        int burst,
        @Nullable Limit group) {

    /** No rate limits. */
    public static final RateLimits UNLIMITED = new RateLimits(null, null, null, 1, null);

    public RateLimits {
        if (burst < 1) {
            throw new IllegalArgumentException("burst must be positive: " + burst);
        }
    }

    /** At most this many in any window of this length, wherever it begins. */
    public record Limit(int most, Duration window) {
        public Limit {
            if (most < 1 || window.isNegative() || window.isZero()) {
                throw new IllegalArgumentException(
                        "a limit must allow at least one message: " + most + " in " + window);
            }
        }
    }
}
