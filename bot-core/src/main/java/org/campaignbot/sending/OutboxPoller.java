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

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration FIRST_POLL = Duration.ofMillis(20);
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
            poll = poll.multipliedBy(2).compareTo(POLL) < 0 ? poll.multipliedBy(2) : POLL;
        }
        // Each lane has its own room, so a flood of replies can't block a cry for help.
        int urgent = take(Lane.URGENT, Lane.URGENT, full(now, Lane.URGENT));
        int replies = take(Lane.REPLY, Lane.REPLY, full(now, Lane.REPLY));
        if (urgent == PAGE || replies == PAGE) {
            synchronized (this) {
                due = now;
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
