package org.campaignbot.sending;

import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toList;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.campaignbot.sending.Outgoing.Lane;

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
        List<Outgoing> held = new ArrayList<>();
        for (ChannelSender channelSender : channels) {
            held.addAll(channelSender.ask(schedule -> schedule.inFlight().heldNoLongerThan(now.plus(AHEAD))));
            channelSender.tell(schedule -> schedule.forgetIdle(now));
        }
        Map<Boolean, List<String>> byQueue = held.stream()
                .collect(partitioningBy(each -> each.lane() == Lane.ALERT, mapping(Outgoing::id, toList())));
        renew(byQueue.get(false), outbox::renew);
        renew(byQueue.get(true), alertQueue::renew);
    }

    private void renew(List<String> ids, Function<List<String>, Instant> store) {
        if (!ids.isEmpty()) {
            Instant until = store.apply(ids);
            channels.forEach(channelSender ->
                    channelSender.tell(schedule -> schedule.inFlight().renewed(ids, until)));
        }
    }
}
