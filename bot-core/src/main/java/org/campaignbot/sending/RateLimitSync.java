package org.campaignbot.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;

/** Renews this process's shares of the rate limits of the accounts that it writes to. */
final class RateLimitSync implements PeriodicTask {

    /** Half of the time another process may take to notice that an account wants to be left alone. */
    private static final Duration REFRESH = Duration.ofMillis(500);

    private static final Duration IN_USE = Duration.ofMinutes(1);

    private final SharedRateLimits shared;
    private final Collection<ChannelSender> channels;
    private final CompletionBatcher completionBatcher;
    private final Listeners listeners;
    private final InstantSource clock;
    private final Runnable changed;
    private Instant due = Instant.MAX;

    RateLimitSync(
            SharedRateLimits shared,
            Collection<ChannelSender> channels,
            CompletionBatcher completionBatcher,
            Listeners listeners,
            InstantSource clock,
            Runnable changed) {
        this.shared = shared;
        this.channels = channels;
        this.completionBatcher = completionBatcher;
        this.listeners = listeners;
        this.clock = clock;
        this.changed = changed;
    }

    /** Called when an account needs a share at once. */
    void ask() {
        synchronized (this) {
            due = clock.instant();
        }
        changed.run();
    }

    @Override
    public synchronized Instant due() {
        return due;
    }

    @Override
    public void run(Instant now) {
        Instant again = now.plus(REFRESH);
        synchronized (this) {
            // An ask from here on is for the next round.
            due = again;
        }
        boolean isInUse = false;
        for (ChannelSender channelSender : channels) {
            List<SharedRateLimits.Request> requests = channelSender.ask(schedule -> schedule.requests(now, IN_USE));
            for (SharedRateLimits.Request each : requests) {
                isInUse = true;
                listeners.guard(() -> {
                    SharedRateLimits.Grant grant = shared.refresh(each.account(), each.all(), each.alerts());
                    channelSender.tell(schedule -> schedule.grant(each.account(), grant));
                });
            }
            if (!requests.isEmpty()) {
                channelSender.dispatch();
            }
        }
        synchronized (this) {
            due = isInUse || !due.equals(again) ? due : Instant.MAX;
        }
        completionBatcher.lookForAlerts();
    }
}
