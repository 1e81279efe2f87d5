package org.campaignbot.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.campaignbot.sending.DeliveryListener.Fate;
import org.campaignbot.sending.Outbox.Claimed;
import org.campaignbot.sending.Outbox.Wanted;
import org.campaignbot.sending.Outgoing.Lane;

/**
 * Brings messages to the desks of their channels: what this process has just committed comes from memory, and everything else is
 * claimed from the outbox as far as there is room.
 */
final class OutboxPoller implements PeriodicTask {

    /** How many messages are claimed at once. */
    static final int PAGE = 256;

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration FIRST_POLL = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Outbox outbox;
    private final Map<String, ChannelSender> desks;
    private final CompletionBatcher completionBatcher;
    private final Listeners listeners;
    private final SendingSettings sendingSettings;
    private final InstantSource clock;
    private final Runnable changed;
    private Instant due;
    private Duration poll = POLL;
    private Set<Account> fullOfAlerts = Set.of();

    OutboxPoller(
            Outbox outbox,
            Map<String, ChannelSender> desks,
            CompletionBatcher completionBatcher,
            Listeners listeners,
            SendingSettings sendingSettings,
            InstantSource clock,
            Runnable changed) {
        this.outbox = outbox;
        this.desks = desks;
        this.completionBatcher = completionBatcher;
        this.listeners = listeners;
        this.sendingSettings = sendingSettings;
        this.clock = clock;
        this.changed = changed;
        this.due = clock.instant();
    }

    /** Takes what this process has just committed. */
    void committed(List<Outgoing> messages) {
        List<Claimed> claimed = outbox.handOver(messages);
        distribute(claimed);
        if (claimed.size() < messages.size()) {
            look();
        }
    }

    /** Polls the outbox at once, and again after delays that grow longer. */
    void look() {
        synchronized (this) {
            due = clock.instant();
            poll = FIRST_POLL;
        }
        changed.run();
    }

    /** Called when there may be room again. */
    void roomAgain() {
        Instant now = clock.instant();
        synchronized (this) {
            if (fullOfAlerts.isEmpty()) {
                return;
            }
        }
        Set<Account> full = full(now, Lane.ALERT);
        synchronized (this) {
            if (full.containsAll(fullOfAlerts)) {
                return;
            }
            due = now;
        }
        changed.run();
    }

    @Override
    public synchronized Instant due() {
        return due;
    }

    @Override
    public void run(Instant now) {
        synchronized (this) {
            due = now.plus(poll);
            poll = poll.multipliedBy(2).compareTo(POLL) < 0 ? poll.multipliedBy(2) : POLL;
        }
        // Each lane has its own room, so a flood of replies can't block a cry for help.
        int urgent = take(Lane.URGENT, Lane.URGENT, full(now, Lane.URGENT));
        int replies = take(Lane.REPLY, Lane.REPLY, full(now, Lane.REPLY));
        Set<Account> full = full(now, Lane.ALERT);
        int alerts = take(Lane.ALERT, Lane.ALERT, full);
        synchronized (this) {
            fullOfAlerts = full;
            if (urgent == PAGE || replies == PAGE || alerts == PAGE) {
                due = now;
            }
        }
    }

    /** Claims a page from any lane, regardless of room; returns the number claimed. */
    int takeAny() {
        return take(Lane.URGENT, Lane.ALERT, Set.of());
    }

    private int take(Lane first, Lane last, Set<Account> except) {
        int[] taken = {0};
        outbox.take(new Wanted(first, last, PAGE, except), claimed -> {
            taken[0] = claimed.size();
            distribute(claimed);
        });
        return taken[0];
    }

    private Set<Account> full(Instant now, Lane lane) {
        Set<Account> full = new HashSet<>();
        int room = lane == Lane.ALERT ? sendingSettings.alertRoom() : sendingSettings.room();
        desks.values()
                .forEach(channelSender ->
                        full.addAll(channelSender.ask(schedule -> schedule.full(now, PATIENCE, room, lane))));
        return full;
    }

    private void distribute(List<Claimed> claimed) {
        Map<String, List<Claimed>> byChannel = new LinkedHashMap<>();
        for (Claimed each : claimed) {
            byChannel
                    .computeIfAbsent(each.message().to().channel(), channel -> new ArrayList<>())
                    .add(each);
        }
        byChannel.forEach((channel, messages) -> {
            ChannelSender channelSender = desks.get(channel);
            if (channelSender != null) {
                channelSender.offer(messages);
            } else {
                String why = "no channel named " + channel;
                messages.forEach(
                        each -> listeners.refused(channel, each.message().lane(), why));
                completionBatcher.ended(messages, Fate.REFUSED, why);
            }
        });
    }
}
