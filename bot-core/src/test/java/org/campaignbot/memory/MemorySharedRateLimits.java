package org.campaignbot.memory;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.campaignbot.sending.Account;
import org.campaignbot.sending.RateLimits;
import org.campaignbot.sending.SharedRateLimits;
import org.jspecify.annotations.Nullable;

/**
 * Rate limits for a process that runs alone.
 *
 * <p>It waits for one window at startup, because an earlier process may have ended a moment ago.
 */
public final class MemorySharedRateLimits implements SharedRateLimits {

    private final Instant begin;
    private final Map<Account, Instant> pauses = new HashMap<>();

    /** The rate limits of a process that starts now. */
    public MemorySharedRateLimits(InstantSource clock) {
        this.begin = clock.instant();
    }

    @Override
    public synchronized Grant refresh(Account account, Need all, Need alerts) {
        Instant first = later(after(all.limit()), after(alerts.limit()));
        return new Grant(most(all), most(alerts), Instant.MAX, later(first, pauses.getOrDefault(account, Instant.MIN)));
    }

    private Instant after(RateLimits.@Nullable Limit limit) {
        return limit == null ? Instant.MIN : begin.plus(limit.window());
    }

    private static int most(Need need) {
        return need.limit() == null ? Integer.MAX_VALUE : need.limit().most();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    @Override
    public synchronized void resumeNotBefore(Account account, Instant instant) {
        pauses.merge(account, instant, MemorySharedRateLimits::later);
    }

    @Override
    public void surrender() {}
}
