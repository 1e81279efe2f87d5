package org.campaignbot.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.campaignbot.sending.Outbox.Claimed;
import org.campaignbot.sending.Outbox.Wanted;
import org.campaignbot.sending.Outgoing.Lane;

/**
 * Claims from the outbox what this process didn't commit itself, as far as there is room: messages of an earlier process, of one
 * that died, and those that no turn said.
 */
final class OutboxPoller implements PeriodicTask {

    /** How many messages are claimed at once. */
    static final int PAGE = 256;

    private static final Duration FIRST_POLL = Duration.ofMillis(20);

    /** The longest delay while messages are found, or wait for room. */
    private static final Duration POLL = Duration.ofSeconds(1);

    /** The longest delay while there are none; what this process adds is polled for at once. */
    private static final Duration IDLE_POLL = Duration.ofSeconds(5);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Outbox outbox;
    private final Collection<ChannelSender> channels;
    private final Consumer<List<Claimed>> offer;
    private final SendingSettings sendingSettings;
    private final InstantSource clock;
    private final Runnable changed;
    private Instant due;
    private Duration poll = POLL;

    OutboxPoller(
            Outbox outbox,
            Collection<ChannelSender> channels,
            Consumer<List<Claimed>> offer,
            SendingSettings sendingSettings,
            InstantSource clock,
            Runnable changed) {
        this.outbox = outbox;
        this.channels = channels;
        this.offer = offer;
        this.sendingSettings = sendingSettings;
        this.clock = clock;
        this.changed = changed;
        this.due = clock.instant();
    }

    /** Polls the outbox at once, and again after delays that grow longer. */
    void look() {
        synchronized (this) {
            due = clock.instant();
            poll = FIRST_POLL;
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
            Duration next = poll.multipliedBy(2);
            poll = next.compareTo(IDLE_POLL) < 0 ? next : IDLE_POLL;
        }
        Set<Account> withoutUrgentRoom = full(now, Lane.URGENT);
        Set<Account> withoutRoom = full(now, Lane.REPLY);
        boolean isPageFull;
        int taken;
        if (withoutUrgentRoom.equals(withoutRoom)) {
            taken = take(Lane.URGENT, Lane.REPLY, withoutRoom);
            isPageFull = taken == PAGE;
        } else {
            // Each lane has its own room, so a flood of replies can't block a cry for help.
            int urgent = take(Lane.URGENT, Lane.URGENT, withoutUrgentRoom);
            int replies = take(Lane.REPLY, Lane.REPLY, withoutRoom);
            taken = urgent + replies;
            isPageFull = urgent == PAGE || replies == PAGE;
        }
        boolean isIdle = taken == 0 && withoutRoom.isEmpty() && withoutUrgentRoom.isEmpty();
        synchronized (this) {
            if (isPageFull) {
                due = now;
            } else if (!isIdle) {
                poll = poll.compareTo(POLL) < 0 ? poll : POLL;
                due = due.isBefore(now.plus(POLL)) ? due : now.plus(POLL);
            }
        }
    }

    /** Claims a page from any lane, regardless of room; returns the number claimed. */
    int takeAny() {
        return take(Lane.URGENT, Lane.REPLY, Set.of());
    }

    private int take(Lane first, Lane last, Set<Account> except) {
        int[] taken = {0};
        outbox.take(new Wanted(first, last, PAGE, except), claimed -> {
            taken[0] = claimed.size();
            offer.accept(claimed);
        });
        return taken[0];
    }

    private Set<Account> full(Instant now, Lane lane) {
        Set<Account> full = new HashSet<>();
        int room = sendingSettings.room();
        channels.forEach(channel -> full.addAll(channel.ask(schedule -> schedule.full(now, PATIENCE, room, lane))));
        return full;
    }
}
