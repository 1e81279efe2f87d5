package org.campaignbot.sending;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.campaignbot.sending.Outgoing.Lane;

/**
 * How many messages of one account this process has claimed, and which alerts depart next.
 *
 * <p>If the process dies, an alert that departed and wasn't settled counts as unknown. So alerts depart only if they can be sent
 * within a moment.
 */
final class AlertWindow {

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
            long inAMoment = limit.most() * MOMENT.toMillis() / limit.window().toMillis();
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
