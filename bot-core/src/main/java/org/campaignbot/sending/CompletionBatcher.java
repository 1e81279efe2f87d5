package org.campaignbot.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.campaignbot.people.Address;
import org.campaignbot.sending.DeliveryListener.Ended;
import org.campaignbot.sending.Outbox.ChatUse;
import org.campaignbot.sending.Outgoing.Lane;
import org.jspecify.annotations.Nullable;

/**
 * Settles ended messages in batches, and lets alerts depart in the same transactions.
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

    private static final Duration AGAIN_AFTER_FAILURE = Duration.ofSeconds(1);

    private final Outbox outbox;
    private final SendGuard sendGuard;
    private final Listeners listeners;
    private final InstantSource clock;
    private final Collection<ChannelSender> channels;
    private final Runnable whenSettled;
    private final Runnable changed;
    private List<Ended> ended = new ArrayList<>();
    private Map<Address, ChatUse> uses = new HashMap<>();
    private List<String> lost = new ArrayList<>();
    private Instant due = Instant.MAX;
    private Instant notBefore = Instant.MIN;
    private int settledSoFar;
    /** Whether the clearance could answer; used within one run. */
    private boolean isClear = true;

    /**
     * Settles what these channels send.
     *
     * @param whenSettled called when there may be room for more messages
     * @param changed called when something may be due earlier than before
     */
    CompletionBatcher(
            Outbox outbox,
            SendGuard sendGuard,
            Listeners listeners,
            InstantSource clock,
            Collection<ChannelSender> channels,
            Runnable whenSettled,
            Runnable changed) {
        this.whenSettled = whenSettled;
        this.outbox = outbox;
        this.sendGuard = sendGuard;
        this.listeners = listeners;
        this.clock = clock;
        this.channels = channels;
        this.changed = changed;
    }

    /** Adds ended messages. */
    void ended(List<Ended> messages, @Nullable ChatUse use) {
        if (messages.isEmpty()) {
            return;
        }
        boolean isEarlier;
        synchronized (this) {
            ended.addAll(messages);
            if (use != null) {
                uses.put(use.chat(), use);
            }
            boolean isOfAlerts =
                    messages.stream().anyMatch(each -> each.message().lane() == Lane.ALERT);
            boolean isEnough = ended.size() >= (isOfAlerts ? MOST_GATHERED_ALERTS : MOST_GATHERED);
            isEarlier = dueAt(isEnough ? Instant.MIN : clock.instant().plus(isOfAlerts ? GATHERING_ALERTS : GATHERING));
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

    /** Adds a message whose claim ran out before it could be sent. */
    synchronized void lost(String id) {
        lost.add(id);
        dueAt(clock.instant().plus(GATHERING));
    }

    /** Called when alerts may have to depart. */
    void lookForAlerts() {
        Instant now = clock.instant();
        Instant departs = departsAt(now);
        boolean isEarlier;
        synchronized (this) {
            isEarlier = dueAt(departs);
        }
        if (isEarlier) {
            changed.run();
        }
    }

    private Instant departsAt(Instant now) {
        Instant first = Instant.MAX;
        for (ChannelSender channelSender : channels) {
            Instant departs = channelSender.ask(schedule -> schedule.departsAt(now));
            first = departs.isBefore(first) ? departs : first;
        }
        return first;
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
        List<Ended> batch;
        Map<Address, ChatUse> used;
        List<String> released;
        synchronized (this) {
            batch = ended;
            used = uses;
            released = lost;
            ended = new ArrayList<>();
            uses = new HashMap<>();
            lost = new ArrayList<>();
            due = Instant.MAX;
        }
        if (!released.isEmpty()) {
            listeners.guard(() -> outbox.release(released));
        }
        boolean isTold =
                batch.isEmpty() || listeners.guard(() -> listeners.deliveries().ended(List.copyOf(batch)));
        // Alerts whose end couldn't be reported stay; replies are settled anyway, so that they don't pile up.
        boolean isDone = settle(isTold ? batch : withLane(batch, false), used, now);
        List<Ended> left = !isDone ? batch : isTold ? List.of() : withLane(batch, true);
        Instant departs = departsAt(now);
        synchronized (this) {
            if (isTold && isDone && isClear) {
                notBefore = Instant.MIN;
                dueAt(departs);
            } else {
                ended.addAll(0, left);
                used.forEach(uses::putIfAbsent);
                // What comes in meanwhile waits too, so that a failing store or listener isn't called without a
                // pause.
                notBefore = now.plus(AGAIN_AFTER_FAILURE);
                due = notBefore;
            }
        }
    }

    /** Removes messages from the store and marks alerts as departed; returns whether both were recorded. */
    private boolean settle(List<Ended> settled, Map<Address, ChatUse> used, Instant now) {
        Map<ChannelSender, List<PendingMessage>> departing = new HashMap<>();
        List<String> ids = settled.stream().map(each -> each.message().id()).toList();
        isClear = true;
        for (ChannelSender channelSender : channels) {
            // Others depart in their places with the same commit; if it fails, the next one covers both again.
            channelSender.tell(schedule -> schedule.inFlight().settled(ids));
            List<PendingMessage> cleared = new ArrayList<>();
            isClear &= clear(channelSender, cleared, now);
            departing.put(channelSender, cleared);
        }
        List<String> departingIds = departing.values().stream()
                .flatMap(List::stream)
                .map(each -> each.outgoing().id())
                .toList();
        boolean isDone = (ids.isEmpty() && departingIds.isEmpty())
                || listeners.guard(() -> outbox.settle(ids, departingIds, List.copyOf(used.values())));
        departing.forEach((channelSender, alerts) -> {
            if (!isDone) {
                channelSender.tell(schedule -> schedule.inFlight().stay(alerts));
                return;
            }
            channelSender.tell(schedule -> schedule.departed(alerts, now));
            if (!alerts.isEmpty()) {
                channelSender.dispatch();
            }
        });
        if (isDone) {
            synchronized (this) {
                settledSoFar += ids.size();
            }
            whenSettled.run();
        }
        return isDone;
    }

    /** Takes the alerts of a desk that may depart, and ends those that must not; returns false if that couldn't be decided. */
    private boolean clear(ChannelSender channelSender, List<PendingMessage> cleared, Instant now) {
        List<PendingMessage> next = channelSender.ask(schedule -> schedule.depart(now));
        while (!next.isEmpty()) {
            List<PendingMessage> asked = next;
            Map<String, DeliveryStatus> denied = new HashMap<>();
            if (!listeners.guard(() -> denied.putAll(sendGuard.denied(
                    asked.stream().map(PendingMessage::outgoing).toList(), now)))) {
                channelSender.tell(schedule -> schedule.inFlight().stay(asked));
                return false;
            }
            asked.stream()
                    .filter(each -> !denied.containsKey(each.outgoing().id()))
                    .forEach(cleared::add);
            if (denied.isEmpty()) {
                return true;
            }
            // Denied alerts make room for others, so that an alert on hold doesn't hold up the next.
            ended(channelSender.ask(schedule -> schedule.deny(asked, denied, now)), null);
            next = channelSender.ask(schedule -> schedule.depart(now));
        }
        return true;
    }

    private static List<Ended> withLane(List<Ended> batch, boolean ofAlerts) {
        return batch.stream()
                .filter(each -> (each.message().lane() == Lane.ALERT) == ofAlerts)
                .toList();
    }

    /** How many messages were settled since the process started. */
    synchronized int settledSoFar() {
        return settledSoFar;
    }
}
