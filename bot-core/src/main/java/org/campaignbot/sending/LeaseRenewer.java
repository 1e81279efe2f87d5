package org.campaignbot.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Renews the claims of messages that have to wait, and drops idle chats. */
final class LeaseRenewer implements PeriodicTask {

    private static final Duration PERIOD = Duration.ofSeconds(15);
    private static final Duration AHEAD = Duration.ofSeconds(60);

    private final Outbox outbox;
    private final AlertQueue alertQueue;
    private final Collection<ChannelSender> channels;
    private Instant due;

    LeaseRenewer(Outbox outbox, AlertQueue alertQueue, Collection<ChannelSender> channels, InstantSource clock) {
        this.outbox = outbox;
        this.alertQueue = alertQueue;
        this.channels = channels;
        this.due = clock.instant().plus(PERIOD);
    }

    @Override
    public synchronized Instant due() {
        return due;
    }

    @Override
    public void run(Instant now) {
        synchronized (this) {
            due = now.plus(PERIOD);
        }
        renew(outbox::renew, false, now);
        renew(alertQueue::renew, true, now);
        channels.forEach(channelSender -> channelSender.tell(schedule -> schedule.forgetIdle(now)));
    }

    private void renew(Function<List<String>, Instant> store, boolean alerts, Instant now) {
        List<String> ids = new ArrayList<>();
        for (ChannelSender channelSender : channels) {
            ids.addAll(channelSender.ask(schedule -> schedule.inFlight().heldNoLongerThan(now.plus(AHEAD), alerts)));
        }
        if (!ids.isEmpty()) {
            Instant until = store.apply(ids);
            channels.forEach(channelSender ->
                    channelSender.tell(schedule -> schedule.inFlight().renewed(ids, until)));
        }
    }
}
