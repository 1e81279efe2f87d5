package org.campaignbot.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Renews the claims of messages that have to wait, and drops idle chats. */
final class LeaseRenewer implements PeriodicTask {

    private static final Duration PERIOD = Duration.ofSeconds(15);
    private static final Duration AHEAD = Duration.ofSeconds(60);

    private final Outbox outbox;
    private final Collection<ChannelSender> channels;
    private Instant due;

    LeaseRenewer(Outbox outbox, Collection<ChannelSender> channels, InstantSource clock) {
        this.outbox = outbox;
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
        List<String> ids = new ArrayList<>();
        for (ChannelSender channelSender : channels) {
            ids.addAll(channelSender.ask(schedule -> schedule.inFlight().heldNoLongerThan(now.plus(AHEAD))));
            channelSender.tell(schedule -> schedule.forgetIdle(now));
        }
        if (!ids.isEmpty()) {
            Instant until = outbox.renew(ids);
            channels.forEach(channelSender ->
                    channelSender.tell(schedule -> schedule.inFlight().renewed(ids, until)));
        }
    }
}
