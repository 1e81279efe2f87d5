package campaignbot.delivery;

import campaignbot.delivery.Outgoing.Lane;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How much of one account this process has in its hands, and which alerts depart next.
 *
 * <p>An alert that departed and was not settled when the process died counts as unknown. So only those depart that leave within a
 * moment.
 */
final class AccountLoad {

    /** Longer than a platform takes to answer on a bad day and the store to note it, so that neither slows an account down. */
    private static final Duration MOMENT = Duration.ofMillis(500);

    private final Deque<Pending> waiting = new ArrayDeque<>();
    private final Map<Lane, Integer> counts = new EnumMap<>(Lane.class);
    private final int mostDeparted;
    private int departed;

    AccountLoad(Pace pace, int alertThreads) {
        Pace.Limit limit = pace.alerts() == null ? pace.all() : pace.alerts();
        int most = 2 * alertThreads;
        if (limit != null) {
            long inAMoment = limit.most() * MOMENT.toMillis() / limit.window().toMillis();
            most = (int) Math.max(1, Math.min(most, inAMoment));
        }
        this.mostDeparted = most;
    }

    void add(Pending pending) {
        counts.merge(pending.lane(), 1, Integer::sum);
        if (pending.lane() == Lane.ALERT) {
            waiting.addLast(pending);
        }
    }

    /** Takes the alerts that depart next. */
    List<Pending> depart() {
        List<Pending> next = new ArrayList<>();
        while (departed < mostDeparted && !waiting.isEmpty()) {
            next.add(waiting.removeFirst());
            departed++;
        }
        return next;
    }

    boolean hasToDepart() {
        return departed < mostDeparted && !waiting.isEmpty();
    }

    /** Notes that the departure of an alert could not be written down. */
    void stay(Pending alert) {
        departed--;
        waiting.addFirst(alert);
    }

    /** Notes that a message has come to its end, or was let go of. */
    void remove(Pending pending) {
        counts.merge(pending.lane(), -1, Integer::sum);
        if (pending.lane() == Lane.ALERT && !pending.mayLeave()) {
            waiting.remove(pending);
        }
    }

    /** Notes that an alert which had departed is settled. */
    void settled() {
        departed--;
    }

    /** How many messages of a lane there are. */
    int count(Lane lane) {
        return counts.getOrDefault(lane, 0);
    }
}
