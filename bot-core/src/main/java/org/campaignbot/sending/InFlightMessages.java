package org.campaignbot.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.campaignbot.sending.Outgoing.Lane;
import org.jspecify.annotations.Nullable;

/** The messages of one channel that this process has claimed, by id, with a load count per account. */
final class InFlightMessages {

    private final RateLimits rateLimits;
    private final int alertThreads;
    private final Map<Account, AlertWindow> loads = new HashMap<>();
    private final Map<String, PendingMessage> held = new LinkedHashMap<>();
    private final Map<String, AlertWindow> departed = new HashMap<>();
    private final Map<String, PendingMessage> begun = new HashMap<>();

    InFlightMessages(RateLimits rateLimits, int alertThreads) {
        this.rateLimits = rateLimits;
        this.alertThreads = alertThreads;
    }

    private AlertWindow load(Account account) {
        return loads.computeIfAbsent(account, each -> new AlertWindow(rateLimits, alertThreads));
    }

    private AlertWindow load(PendingMessage pendingMessage) {
        return load(Account.of(pendingMessage.outgoing().to()));
    }

    /** The message with this id, or null. */
    @Nullable
    PendingMessage find(String id) {
        return held.get(id);
    }

    /** Adds a message; one that was given back continues where it stopped. */
    PendingMessage take(Outbox.Claimed claimed) {
        String id = claimed.message().id();
        PendingMessage known = begun.remove(id);
        PendingMessage pendingMessage = known == null ? new PendingMessage(claimed) : known;
        pendingMessage.holdUntil(claimed.until());
        held.put(id, pendingMessage);
        load(pendingMessage).add(pendingMessage);
        return pendingMessage;
    }

    /** Removes a message that ended; an alert counts as departed until it is settled. */
    void letGo(PendingMessage pendingMessage) {
        held.remove(pendingMessage.outgoing().id());
        load(pendingMessage).remove(pendingMessage);
    }

    /** Gives back a message that hasn't ended; returns its id. */
    String giveBack(PendingMessage pendingMessage) {
        letGo(pendingMessage);
        String id = pendingMessage.outgoing().id();
        settled(List.of(id));
        pendingMessage.stay();
        if (pendingMessage.isBegun()) {
            begun.put(id, pendingMessage);
        }
        return id;
    }

    /** Takes the alerts of an account that depart next. */
    List<PendingMessage> depart(Account account) {
        return load(account).depart();
    }

    /** Whether an alert of the account could depart. */
    boolean hasToDepart(Account account) {
        return load(account).hasToDepart();
    }

    /** Marks alerts as departed, once that is recorded in the outbox. */
    void departed(List<PendingMessage> alerts) {
        for (PendingMessage alert : alerts) {
            alert.depart();
            departed.put(alert.outgoing().id(), load(alert));
        }
    }

    /** Undoes the departure of alerts, because it couldn't be recorded. */
    void stay(List<PendingMessage> alerts) {
        for (int i = alerts.size() - 1; i >= 0; i--) {
            load(alerts.get(i)).stay(alerts.get(i));
        }
    }

    /** Notes that a departed alert waits for its chat: it hasn't been sent, and other alerts needn't wait for it to depart. */
    void waitsForItsChat(PendingMessage alert) {
        settled(List.of(alert.outgoing().id()));
    }

    /** Notes that messages are settled, so that other alerts may depart. */
    void settled(List<String> ids) {
        for (String id : ids) {
            AlertWindow load = departed.remove(id);
            if (load != null) {
                load.settled();
            }
        }
    }

    /** How many messages of an account there are in a lane. */
    int count(Account account, Lane lane) {
        return load(account).count(lane);
    }

    /** The ids of messages whose claims run out before an instant. */
    List<String> heldNoLongerThan(Instant limit) {
        List<String> ids = new ArrayList<>();
        for (Map.Entry<String, PendingMessage> each : held.entrySet()) {
            if (each.getValue().heldUntil().isBefore(limit)) {
                ids.add(each.getKey());
            }
        }
        return ids;
    }

    /** Extends claims. */
    void renewed(List<String> ids, Instant until) {
        for (String id : ids) {
            PendingMessage pendingMessage = held.get(id);
            if (pendingMessage != null) {
                pendingMessage.holdUntil(until);
            }
        }
    }

    /**
     * How many messages of one account this process has claimed, and which alerts depart next.
     *
     * <p>If the process dies, an alert that departed and wasn't settled counts as unknown. So alerts depart only if they can be sent
     * within a moment.
     */
    private static final class AlertWindow {

        /** Longer than a slow platform takes to answer and the store to record it, so that neither slows an account down. */
        private static final Duration MOMENT = Duration.ofMillis(500);

        private final Deque<PendingMessage> waiting = new ArrayDeque<>();
        private final Map<Lane, Integer> counts = new EnumMap<>(Lane.class);
        private final int mostDeparted;
        private int departed;

        AlertWindow(RateLimits rateLimits, int alertThreads) {
            RateLimits.Limit limit = rateLimits.alerts() == null ? rateLimits.all() : rateLimits.alerts();
            int most = 2 * alertThreads;
            if (limit != null) {
                long inAMoment =
                        limit.most() * MOMENT.toMillis() / limit.window().toMillis();
                most = (int) Math.max(1, Math.min(most, inAMoment));
            }
            this.mostDeparted = most;
        }

        void add(PendingMessage pendingMessage) {
            counts.merge(pendingMessage.lane(), 1, Integer::sum);
            if (pendingMessage.lane() == Lane.ALERT) {
                waiting.addLast(pendingMessage);
            }
        }

        /** Removes and returns the alerts that depart next. */
        List<PendingMessage> depart() {
            List<PendingMessage> next = new ArrayList<>();
            while (departed < mostDeparted && !waiting.isEmpty()) {
                next.add(waiting.removeFirst());
                departed++;
            }
            return next;
        }

        boolean hasToDepart() {
            return departed < mostDeparted && !waiting.isEmpty();
        }

        /** Undoes the departure of an alert, because it couldn't be recorded. */
        void stay(PendingMessage alert) {
            departed--;
            waiting.addFirst(alert);
        }

        /** Removes a message that ended or was released. */
        void remove(PendingMessage pendingMessage) {
            counts.merge(pendingMessage.lane(), -1, Integer::sum);
            if (pendingMessage.lane() == Lane.ALERT && !pendingMessage.mayLeave()) {
                waiting.remove(pendingMessage);
            }
        }

        /** Counts down: an alert that had departed is settled. */
        void settled() {
            departed--;
        }

        /** How many messages of a lane there are. */
        int count(Lane lane) {
            return counts.getOrDefault(lane, 0);
        }
    }
}
