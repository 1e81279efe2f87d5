package org.campaignbot.sending;

import java.time.Instant;
import java.util.ArrayList;
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
}
