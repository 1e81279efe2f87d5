package org.campaignbot.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.campaignbot.people.Address;
import org.campaignbot.sending.AlertQueue.Room;
import org.campaignbot.sending.DeliveryListener.Ended;
import org.campaignbot.sending.Outbox.ChatUse;
import org.campaignbot.sending.Outgoing.Lane;
import org.jspecify.annotations.Nullable;

/**
 * Settles ended messages in batches; the transaction that settles alerts claims the next ones.
 *
 * <p>If a crash comes before replies are settled, they are only repeated. Alerts are settled sooner: after a crash an unsettled
 * one counts as unknown, and other alerts take their places on the way.
 */
final class CompletionBatcher implements PeriodicTask {

    private static final Duration GATHERING = Duration.ofMillis(100);
    private static final int MOST_GATHERED = 256;

    /** Short enough that alerts only wait for their account's limit, and long enough to make a transaction worthwhile. */
    private static final Duration GATHERING_ALERTS = Duration.ofMillis(20);

    /** Half of the alerts that may be in flight at once for a fast account, so that the others are sent meanwhile. */
    private static final int MOST_GATHERED_ALERTS = 24;

    /** The pause before the next look for alerts; it doubles while there are none. */
    private static final Duration LOOK_FOR_ALERTS = Duration.ofSeconds(1);

    private static final Duration LONGEST_LOOK = Duration.ofSeconds(5);
    private static final Duration AGAIN_AFTER_FAILURE = Duration.ofSeconds(1);

    private final Outbox outbox;
    private final AlertQueue alertQueue;
    private final Listeners listeners;
    private final InstantSource clock;
    private final Collection<ChannelSender> channels;
    private final Consumer<List<Outbox.Claimed>> offer;
    private final Runnable changed;
    private Batch replies = new Batch();
    private Batch alerts = new Batch();
    private List<String> lost = new ArrayList<>();
    private Instant due;
    private Instant notBefore = Instant.MIN;
    private Instant lookAt;
    private Duration pause = LOOK_FOR_ALERTS;
    private int settledSoFar;

    /** Messages that ended, and what their chats have used of their pace. */
    private static final class Batch {
        private final List<Ended> ended = new ArrayList<>();
        private final Map<Address, ChatUse> uses = new HashMap<>();

        List<ChatUse> used() {
            return List.copyOf(uses.values());
        }

        List<Outgoing> messages() {
            return ended.stream().map(Ended::message).toList();
        }

        void putBack(Batch earlier) {
            ended.addAll(0, earlier.ended);
            earlier.uses.forEach(uses::putIfAbsent);
        }
    }

    /**
     * Settles what these channels send.
     *
     * @param offer receives the alerts that were claimed
     * @param changed called when something may be due earlier than before
     */
    CompletionBatcher(
            Outbox outbox,
            AlertQueue alertQueue,
            Listeners listeners,
            InstantSource clock,
            Collection<ChannelSender> channels,
            Consumer<List<Outbox.Claimed>> offer,
            Runnable changed) {
        this.outbox = outbox;
        this.alertQueue = alertQueue;
        this.listeners = listeners;
        this.clock = clock;
        this.channels = channels;
        this.offer = offer;
        this.changed = changed;
        this.lookAt = clock.instant();
        this.due = lookAt;
    }

    /** Adds ended messages of one chat. */
    void ended(List<Ended> messages, @Nullable ChatUse use) {
        if (messages.isEmpty()) {
            return;
        }
        boolean isEarlier = false;
        synchronized (this) {
            for (Ended each : messages) {
                boolean isAlert = each.message().lane() == Lane.ALERT;
                Batch batch = isAlert ? alerts : replies;
                batch.ended.add(each);
                if (use != null) {
                    batch.uses.put(use.chat(), use);
                }
                boolean isEnough = batch.ended.size() >= (isAlert ? MOST_GATHERED_ALERTS : MOST_GATHERED);
                isEarlier |=
                        dueAt(isEnough ? Instant.MIN : clock.instant().plus(isAlert ? GATHERING_ALERTS : GATHERING));
            }
        }
        if (isEarlier) {
            changed.run();
        }
    }

    /** Adds messages whose chat or channel no longer exists. */
    void ended(List<Outbox.Claimed> claimed, DeliveryStatus status, @Nullable String why) {
        ended(
                claimed.stream()
                        .map(each -> new Ended(each.message(), status, why))
                        .toList(),
                null);
    }

    /** Adds a reply whose claim ran out before it could be sent. */
    void lost(String id) {
        boolean isEarlier;
        synchronized (this) {
            lost.add(id);
            isEarlier = dueAt(clock.instant().plus(GATHERING));
        }
        if (isEarlier) {
            changed.run();
        }
    }

    /** Called when alerts may have become due, or there may be room for them. */
    void lookForAlerts() {
        boolean isEarlier;
        synchronized (this) {
            lookAt = clock.instant();
            pause = LOOK_FOR_ALERTS;
            isEarlier = dueAt(lookAt);
        }
        if (isEarlier) {
            changed.run();
        }
    }

    private boolean dueAt(Instant at) {
        Instant allowed = at.isBefore(notBefore) ? notBefore : at;
        boolean isEarlier = allowed.isBefore(due);
        due = isEarlier ? allowed : due;
        return isEarlier;
    }

    @Override
    public synchronized Instant due() {
        return due;
    }

    @Override
    public void run(Instant now) {
        run(now, true);
    }

    /** Settles everything and claims nothing. */
    void flush(Instant now) {
        run(now, false);
    }

    private void run(Instant now, boolean claims) {
        Batch endedReplies;
        Batch endedAlerts;
        List<String> released;
        boolean looks;
        synchronized (this) {
            endedReplies = replies;
            endedAlerts = alerts;
            released = lost;
            looks = claims && !now.isBefore(lookAt);
            replies = new Batch();
            alerts = new Batch();
            lost = new ArrayList<>();
            due = Instant.MAX;
            lookAt = looks ? Instant.MAX : lookAt;
        }
        if (!released.isEmpty()) {
            listeners.guard(() -> outbox.release(released));
        }
        // A failed report isn't repeated: replies are forgotten anyway, so that they don't pile up.
        boolean isTold = tell(endedReplies);
        boolean isSettled = endedReplies.ended.isEmpty() || settle(endedReplies);
        boolean isAdvanced = (endedAlerts.ended.isEmpty() && !looks) || advance(endedAlerts, claims, now);
        synchronized (this) {
            if (!isSettled) {
                replies.putBack(endedReplies);
            }
            if (!isAdvanced) {
                alerts.putBack(endedAlerts);
                lookAt = now;
            }
            if (isTold && isSettled && isAdvanced) {
                notBefore = Instant.MIN;
                dueAt(lookAt);
            } else {
                // What comes in meanwhile waits too, so that a failing store or listener isn't called without a
                // pause.
                notBefore = now.plus(AGAIN_AFTER_FAILURE);
                due = notBefore;
            }
        }
    }

    private boolean tell(Batch batch) {
        return batch.ended.isEmpty()
                || listeners.guard(() -> listeners.deliveries().ended(List.copyOf(batch.ended)));
    }

    private boolean settle(Batch batch) {
        List<String> ids = batch.messages().stream().map(Outgoing::id).toList();
        if (!listeners.guard(() -> outbox.settle(ids, batch.used()))) {
            return false;
        }
        synchronized (this) {
            settledSoFar += ids.size();
        }
        return true;
    }

    /** Records how alerts ended, claims the next ones, and passes those on; returns false if that failed. */
    private boolean advance(Batch batch, boolean claims, Instant now) {
        List<Outgoing> ended = batch.messages();
        // Others take their places with the same commit; if it fails, the next one covers both again.
        channels.forEach(each -> each.tell(schedule -> schedule.inFlight().settled(ended)));
        Room room = claims ? room(now) : Room.NONE;
        List<Outbox.Claimed> claimed = new ArrayList<>();
        if (!listeners.guard(() -> claimed.addAll(alertQueue.advance(batch.ended, batch.used(), room, now)))) {
            return false;
        }
        tell(batch);
        synchronized (this) {
            settledSoFar += ended.size();
        }
        if (claims) {
            lookAgain(now, !batch.ended.isEmpty() || !claimed.isEmpty());
        }
        if (!claimed.isEmpty()) {
            offer.accept(claimed);
        }
        return true;
    }

    /** Looks for alerts again once an account may be written to that has to wait, or in a while. */
    private void lookAgain(Instant now, boolean isBusy) {
        Instant resume = channels.stream()
                .map(each -> each.ask(schedule -> schedule.nextResume(now)))
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
        synchronized (this) {
            pause = isBusy ? LOOK_FOR_ALERTS : pause;
            Instant next = resume.isBefore(now.plus(pause)) ? resume : now.plus(pause);
            lookAt = next.isBefore(lookAt) ? next : lookAt;
            Duration twice = pause.multipliedBy(2);
            pause = twice.compareTo(LONGEST_LOOK) < 0 ? twice : LONGEST_LOOK;
        }
    }

    private Room room(Instant now) {
        Map<Account, Integer> room = new HashMap<>();
        channels.forEach(each -> room.putAll(each.ask(schedule -> schedule.alertRoom(now))));
        return new Room(room, 1);
    }

    /** How many messages were settled since the process started. */
    synchronized int settledSoFar() {
        return settledSoFar;
    }
}
