package org.campaignbot.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.campaignbot.sending.Outgoing.Lane;
import org.jspecify.annotations.Nullable;

/** The messages of one channel that this process has claimed, by id and counted per account. */
final class InFlightMessages {

    /** Longer than a slow platform takes to answer and the store to record it, so that neither slows an account down. */
    private static final Duration MOMENT = Duration.ofMillis(500);

    private final int mostAlerts;
    private final int alertRoom;
    private final Map<String, PendingMessage> held = new LinkedHashMap<>();
    private final Map<String, PendingMessage> begun = new HashMap<>();
    private final Map<Account, Map<Lane, Integer>> counts = new HashMap<>();
    /** The alerts that take up an account's room: until it's recorded how they ended, or they have to wait for their chat. */
    private final Map<Account, Set<String>> alerts = new HashMap<>();

    InFlightMessages(RateLimits rateLimits, SendingSettings sendingSettings) {
        RateLimits.Limit limit = rateLimits.alerts() == null ? rateLimits.all() : rateLimits.alerts();
        int most = 2 * sendingSettings.alertThreads();
        if (limit != null) {
            long inAMoment = limit.most() * MOMENT.toMillis() / limit.window().toMillis();
            most = (int) Math.max(1, Math.min(most, inAMoment));
        }
        this.mostAlerts = most;
        // Also with those that wait for their chats.
        this.alertRoom = Math.min(sendingSettings.room(), 512);
    }

    /** The message with this id, or null. */
    @Nullable
    PendingMessage find(String id) {
        return held.get(id);
    }

    /** Adds a message; one that was given back continues where it stopped. */
    PendingMessage take(Outbox.Claimed claimed) {
        Outgoing message = claimed.message();
        PendingMessage known = begun.remove(message.id());
        PendingMessage pendingMessage = known == null ? new PendingMessage(claimed) : known;
        pendingMessage.holdUntil(claimed.until());
        held.put(message.id(), pendingMessage);
        count(message, 1);
        if (message.lane() == Lane.ALERT) {
            alerts(Account.of(message.to())).add(message.id());
        }
        return pendingMessage;
    }

    /** Removes a message that ended; an alert takes up room until it is settled. */
    void letGo(PendingMessage pendingMessage) {
        held.remove(pendingMessage.outgoing().id());
        count(pendingMessage.outgoing(), -1);
    }

    /** Gives back a reply that hasn't ended; returns its id. */
    String giveBack(PendingMessage reply) {
        letGo(reply);
        String id = reply.outgoing().id();
        if (reply.isBegun()) {
            begun.put(id, reply);
        }
        return id;
    }

    private void count(Outgoing message, int change) {
        counts.computeIfAbsent(Account.of(message.to()), account -> new EnumMap<>(Lane.class))
                .merge(message.lane(), change, Integer::sum);
    }

    private Set<String> alerts(Account account) {
        return alerts.computeIfAbsent(account, each -> new HashSet<>());
    }

    /** Notes that messages are settled, so that there is room for other alerts. */
    void settled(Collection<Outgoing> messages) {
        messages.forEach(each -> alerts(Account.of(each.to())).remove(each.id()));
    }

    /**
     * How many more alerts of an account may be claimed: if the process dies, a claimed one that wasn't settled counts as unknown.
     *
     * @param isGranted whether the account has a share of its limits; without one, a single alert asks for it
     */
    int alertRoom(Account account, boolean isGranted) {
        int inFlight = alerts(account).size();
        return isGranted
                ? Math.max(0, Math.min(mostAlerts - inFlight, alertRoom - count(account, Lane.ALERT)))
                : Math.max(0, 1 - inFlight);
    }

    /** How many messages of an account there are in a lane. */
    int count(Account account, Lane lane) {
        return counts.getOrDefault(account, Map.of()).getOrDefault(lane, 0);
    }

    /** The ids of alerts, or of all others, whose claims run out before an instant. */
    List<String> heldNoLongerThan(Instant limit, boolean alerts) {
        return held.values().stream()
                .filter(each -> (each.lane() == Lane.ALERT) == alerts)
                .filter(each -> each.heldUntil().isBefore(limit))
                .map(each -> each.outgoing().id())
                .toList();
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
