package campaignbot.delivery;

import campaignbot.delivery.Outgoing.Lane;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The messages of one channel that this process has claimed, by id, with a load count per account. */
final class Hand {

    private final Pace pace;
    private final int alertThreads;
    private final Map<Account, AccountLoad> loads = new HashMap<>();
    private final Map<String, Pending> held = new LinkedHashMap<>();
    private final Map<String, AccountLoad> departed = new HashMap<>();
    private final Map<String, Pending> begun = new HashMap<>();

    Hand(Pace pace, int alertThreads) {
        this.pace = pace;
        this.alertThreads = alertThreads;
    }

    private AccountLoad load(Account account) {
        return loads.computeIfAbsent(account, each -> new AccountLoad(pace, alertThreads));
    }

    private AccountLoad load(Pending pending) {
        return load(Account.of(pending.outgoing().to()));
    }

    /** The message with this id, or null. */
    @Nullable
    Pending find(String id) {
        return held.get(id);
    }

    /** Adds a message; one that was given back continues where it stopped. */
    Pending take(Outbox.Claimed claimed) {
        String id = claimed.message().id();
        Pending known = begun.remove(id);
        Pending pending = known == null ? new Pending(claimed) : known;
        pending.holdUntil(claimed.until());
        held.put(id, pending);
        load(pending).add(pending);
        return pending;
    }

    /** Removes a message that ended; an alert counts as departed until it is settled. */
    void letGo(Pending pending) {
        held.remove(pending.outgoing().id());
        load(pending).remove(pending);
    }

    /** Gives back a message that hasn't ended; returns its id. */
    String giveBack(Pending pending) {
        letGo(pending);
        String id = pending.outgoing().id();
        settled(List.of(id));
        pending.stay();
        if (pending.isBegun()) {
            begun.put(id, pending);
        }
        return id;
    }

    /** Takes the alerts of an account that depart next. */
    List<Pending> depart(Account account) {
        return load(account).depart();
    }

    /** Whether an alert of the account could depart. */
    boolean hasToDepart(Account account) {
        return load(account).hasToDepart();
    }

    /** Marks alerts as departed, once that is recorded in the outbox. */
    void departed(List<Pending> alerts) {
        for (Pending alert : alerts) {
            alert.depart();
            departed.put(alert.outgoing().id(), load(alert));
        }
    }

    /** Undoes the departure of alerts, because it couldn't be recorded. */
    void stay(List<Pending> alerts) {
        for (int i = alerts.size() - 1; i >= 0; i--) {
            load(alerts.get(i)).stay(alerts.get(i));
        }
    }

    /** Notes that a departed alert waits for its chat: it hasn't been sent, and other alerts needn't wait for it to depart. */
    void waitsForItsChat(Pending alert) {
        settled(List.of(alert.outgoing().id()));
    }

    /** Notes that messages are settled, so that other alerts may depart. */
    void settled(List<String> ids) {
        for (String id : ids) {
            AccountLoad load = departed.remove(id);
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
        for (Map.Entry<String, Pending> each : held.entrySet()) {
            if (each.getValue().heldUntil().isBefore(limit)) {
                ids.add(each.getKey());
            }
        }
        return ids;
    }

    /** Extends claims. */
    void renewed(List<String> ids, Instant until) {
        for (String id : ids) {
            Pending pending = held.get(id);
            if (pending != null) {
                pending.holdUntil(until);
            }
        }
    }
}
