package org.campaignbot.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.campaignbot.sending.Outgoing.Lane;
import org.jspecify.annotations.Nullable;

/** One account's chats that have something to send, and the account's rate limits. */
final class AccountQueue {

    /** How many sends in a row may end as unknown before the platform counts as out of order; fewer are isolated failures. */
    private static final int MISHAPS = 3;

    /** How much of an account's limit replies and alerts leave free, so that a cry for help can be sent at once. */
    private static final int KEPT_FOR_URGENT = 2;

    private final Account account;
    private final RateLimits rateLimits;
    private final SlidingWindow all;
    private final SlidingWindow alerts;
    private final Map<Lane, Deque<ChatQueue>> ready = new EnumMap<>(Lane.class);
    private final PriorityQueue<Wake> waiting = new PriorityQueue<>(Comparator.comparing(Wake::at));
    private Instant resume = Instant.MIN;
    private Instant grantedUntil = Instant.MIN;
    private Instant lastUsed;
    private int waits;
    private int doubts;
    private boolean isProbing;
    private int underWay;
    private int alertsUnderWay;

    /** An account that may send nothing until {@link #grant}. */
    AccountQueue(Account account, RateLimits rateLimits, Instant now) {
        this.account = account;
        this.rateLimits = rateLimits;
        this.lastUsed = now;
        this.all = new SlidingWindow(window(rateLimits.all()), 0);
        this.alerts = new SlidingWindow(window(rateLimits.alerts()), 0);
        for (Lane lane : Lane.values()) {
            ready.put(lane, new ArrayDeque<>());
        }
    }

    private static Duration window(RateLimits.@Nullable Limit limit) {
        return limit == null ? Duration.ZERO : limit.window();
    }

    private record Wake(Instant at, ChatQueue chat) {}

    Account account() {
        return account;
    }

    /** Puts a chat where its next message belongs: into a queue, or aside until it may be written to. */
    void place(ChatQueue chat, Instant now) {
        lastUsed = now;
        if (chat.isBusy()) {
            return;
        }
        Instant next = chat.nextAt(now);
        if (next.isAfter(now)) {
            chat.enlist(null);
            if (next.isBefore(chat.wakeAt())) {
                chat.wakeAt(next);
                waiting.add(new Wake(next, chat));
            }
            return;
        }
        Lane lane = chat.ready(now);
        if (lane != null && lane != chat.enlisted()) {
            // Its old place in a queue is skipped later.
            chat.enlist(lane);
            queue(lane).add(chat);
        }
    }

    private Deque<ChatQueue> queue(Lane lane) {
        return ready.computeIfAbsent(lane, each -> new ArrayDeque<>());
    }

    /** Checks again the chats whose time has come. */
    void wake(Instant now) {
        for (Wake next = waiting.peek(); next != null && !next.at.isAfter(now); next = waiting.peek()) {
            waiting.remove();
            if (next.at.equals(next.chat.wakeAt())) {
                next.chat.wakeAt(Instant.MAX);
                place(next.chat, now);
            }
        }
    }

    /** Takes the next chat in a lane, if the account may send now. */
    @Nullable
    ChatQueue poll(Lane lane, Instant now, int alertThreads) {
        if (queue(lane).isEmpty() || openAt(lane, now, alertThreads).isAfter(now)) {
            return null;
        }
        for (ChatQueue chat = queue(lane).poll();
                chat != null;
                chat = queue(lane).poll()) {
            if (chat.enlisted() == lane && !chat.isBusy()) {
                chat.enlist(null);
                if (chat.ready(now) == lane && !chat.freeAt(now).isAfter(now)) {
                    return chat;
                }
                place(chat, now);
            }
        }
        return null;
    }

    /** When the account may send in a lane; {@link Instant#MAX} if it first needs an answer or a grant. */
    private Instant openAt(Lane lane, Instant now, int alertThreads) {
        if (!now.isBefore(grantedUntil)
                || (isProbing && underWay > 0)
                || (lane == Lane.ALERT && alertsUnderWay >= alertThreads)) {
            return Instant.MAX;
        }
        Instant open = resume;
        if (rateLimits.all() != null) {
            open = later(open, all.freeAt(now, lane == Lane.URGENT ? 0 : KEPT_FOR_URGENT));
        }
        if (lane == Lane.ALERT && rateLimits.alerts() != null) {
            open = later(open, alerts.freeAt(now));
        }
        return open;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** When to check these lanes again, if nothing happens before. */
    Instant wakeAt(Instant now, Lane last, int alertThreads) {
        Wake first = waiting.peek();
        Instant wake = first == null ? Instant.MAX : first.at;
        for (Map.Entry<Lane, Deque<ChatQueue>> lane : ready.entrySet()) {
            if (lane.getKey().compareTo(last) <= 0 && !lane.getValue().isEmpty()) {
                Instant open = openAt(lane.getKey(), now, alertThreads);
                wake = open.isBefore(wake) ? later(open, now) : wake;
            }
        }
        return wake;
    }

    /** Records that a message is being sent. */
    void sent(Lane lane) {
        underWay++;
        if (rateLimits.all() != null) {
            all.sent();
        }
        if (lane == Lane.ALERT) {
            alertsUnderWay++;
            if (rateLimits.alerts() != null) {
                alerts.sent();
            }
        }
    }

    /** Records that it was answered, whatever the answer. */
    void answered(Lane lane, Instant now) {
        underWay--;
        if (rateLimits.all() != null) {
            all.answered(now);
        }
        if (lane == Lane.ALERT) {
            alertsUnderWay--;
            if (rateLimits.alerts() != null) {
                alerts.answered(now);
            }
        }
    }

    /** Records that the platform gave an answer other than "wait" to what was sent at {@code sent}. */
    void wasReached(Instant sent) {
        doubts = 0;
        if (!sent.isBefore(resume)) {
            waits = 0;
            isProbing = false;
        }
    }

    /** Records a send with an unknown result; returns whether there were so many in a row that the platform is out of order. */
    boolean noteUnknown() {
        return ++doubts >= MISHAPS;
    }

    /** Counts waits in a row; sends that were in flight together count as one. */
    int waitAgain(Instant sent) {
        return sent.isBefore(resume) ? Math.max(1, waits) : ++waits;
    }

    /** Sends nothing before this instant; then a single message tests whether the platform accepts messages again. */
    void resumeNotBefore(Instant instant) {
        if (instant.isAfter(resume)) {
            resume = instant;
            isProbing = true;
        }
    }

    /** Applies this process's share of the account's rate limits. */
    void grant(SharedRateLimits.Grant grant) {
        all.resize(grant.all());
        alerts.resize(grant.alerts());
        grantedUntil = grant.until();
        resumeNotBefore(grant.resumeNotBefore());
    }

    SharedRateLimits.Need need(Instant now) {
        return need(rateLimits.all(), all, wanting(), now);
    }

    SharedRateLimits.Need needOfAlerts(Instant now) {
        return need(rateLimits.alerts(), alerts, queue(Lane.ALERT).size(), now);
    }

    private SharedRateLimits.Need need(
            RateLimits.@Nullable Limit limit, SlidingWindow window, int waiting, Instant now) {
        int occupied = window.occupied(now);
        // Until the answer is here, sends go on with the share of before.
        int mayOccupy = isGranted(now) ? Math.max(occupied, window.places()) : occupied;
        return new SharedRateLimits.Need(limit, mayOccupy, occupied + waiting);
    }

    private int wanting() {
        return ready.values().stream().mapToInt(Deque::size).sum();
    }

    boolean isGranted(Instant now) {
        return now.isBefore(grantedUntil);
    }

    /** Whether it has to wait so long that nothing more should be claimed for it. */
    boolean isAway(Instant now, Duration patience) {
        return resume.isAfter(now.plus(patience));
    }

    /** When it may be written to, according to the platform. */
    Instant resume() {
        return resume;
    }

    /** Whether its shares of the limits expire, so that they have to be renewed again and again. */
    boolean needsGrant() {
        return !grantedUntil.equals(Instant.MAX);
    }

    /** Like {@link #needsGrant()}, and used within {@code inUse}. */
    boolean needsGrant(Instant now, Duration inUse) {
        return needsGrant() && lastUsed.plus(inUse).isAfter(now);
    }

    RateLimits pace() {
        return rateLimits;
    }
}
