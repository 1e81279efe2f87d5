package org.campaignbot.sending;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.campaignbot.people.Address;
import org.campaignbot.sending.Outgoing.Lane;
import org.jspecify.annotations.Nullable;

/** What waits for one chat, in its lanes; at most one of its messages is in flight. */
final class ChatQueue {

    private final Address chat;
    private final @Nullable ChatRateLimit pace;
    private final Map<Lane, Deque<PendingMessage>> lanes = new EnumMap<>(Lane.class);
    private Instant notBefore = Instant.MIN;
    private int waits;
    private boolean isBusy;
    private @Nullable Lane enlisted;
    private Instant wakeAt = Instant.MAX;

    ChatQueue(Address chat, @Nullable ChatRateLimit pace) {
        this.chat = chat;
        this.pace = pace;
    }

    Address chat() {
        return chat;
    }

    @Nullable
    ChatRateLimit pace() {
        return pace;
    }

    void add(PendingMessage pendingMessage) {
        lane(pendingMessage.lane()).addLast(pendingMessage);
    }

    /** Puts back a message taken by {@link #poll}, at the front of its lane. */
    void putBack(PendingMessage pendingMessage) {
        lane(pendingMessage.lane()).addFirst(pendingMessage);
    }

    private Deque<PendingMessage> lane(Lane lane) {
        return lanes.computeIfAbsent(lane, each -> new ArrayDeque<>(2));
    }

    /** The most urgent lane whose next message may be sent now, or null. */
    @Nullable
    Lane ready(Instant now) {
        for (Deque<PendingMessage> lane : lanes.values()) {
            PendingMessage head = lane.peekFirst();
            if (head != null && !head.notBefore().isAfter(now)) {
                return head.lane();
            }
        }
        return null;
    }

    /** When the chat allows the next message; {@link Instant#MAX} if there is none. */
    Instant nextAt(Instant now) {
        Instant next = Instant.MAX;
        for (Deque<PendingMessage> lane : lanes.values()) {
            PendingMessage head = lane.peekFirst();
            if (head != null && head.notBefore().isBefore(next)) {
                next = head.notBefore();
            }
        }
        Instant free = freeAt(now);
        return next.isAfter(free) ? next : free;
    }

    /** When the chat itself may be written to again. */
    Instant freeAt(Instant now) {
        Instant free = pace == null ? Instant.MIN : pace.freeAt(now);
        return free.isAfter(notBefore) ? free : notBefore;
    }

    @Nullable
    PendingMessage poll(Lane lane) {
        return lane(lane).pollFirst();
    }

    /** Removes and returns everything, in the order in which it would be sent. */
    List<PendingMessage> drain() {
        List<PendingMessage> all = new ArrayList<>();
        lanes.values().forEach(lane -> {
            all.addAll(lane);
            lane.clear();
        });
        return all;
    }

    /** Makes the chat wait; returns how many times in a row it had to. */
    int waitAgain() {
        return ++waits;
    }

    void waitUntil(Instant instant) {
        notBefore = instant.isAfter(notBefore) ? instant : notBefore;
    }

    void wasReached() {
        waits = 0;
    }

    boolean isBusy() {
        return isBusy;
    }

    void busy(boolean busy) {
        isBusy = busy;
    }

    /** The lane in whose account queue it stands, or null. */
    @Nullable
    Lane enlisted() {
        return enlisted;
    }

    void enlist(@Nullable Lane lane) {
        enlisted = lane;
    }

    /** When the account will check it again. */
    Instant wakeAt() {
        return wakeAt;
    }

    void wakeAt(Instant instant) {
        wakeAt = instant;
    }

    /** Whether it can be dropped without losing anything. */
    boolean isIdle(Instant now) {
        return !isBusy
                && lanes.values().stream().allMatch(Deque::isEmpty)
                && !notBefore.isAfter(now)
                && (pace == null || !pace.over().isAfter(now));
    }
}
