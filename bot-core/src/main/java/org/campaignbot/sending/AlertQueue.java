package org.campaignbot.sending;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.campaignbot.sending.DeliveryListener.Ended;
import org.campaignbot.sending.Outbox.ChatUse;
import org.campaignbot.sending.Outbox.Claimed;
import org.jspecify.annotations.Nullable;

/**
 * The alerts that wait to be sent, each of which may leave only once.
 *
 * <p>A claimed alert counts as in flight from then on: if the process dies, nobody knows whether it was sent. So the sender claims
 * no more than it can send within a moment. Store failures are {@link RuntimeException}s, after which nothing has happened.
 */
@FunctionalInterface
public interface AlertQueue {

    /** A queue that is always empty. */
    AlertQueue NONE = (ended, uses, room, now) -> List.of();

    /**
     * Records how alerts ended and claims those that are due, in one transaction. One that ended as
     * {@link DeliveryStatus#WITHDRAWN} waits again.
     *
     * @param uses how much of their pace chats have used, for the next process that sends to them
     */
    List<Claimed> advance(List<Ended> ended, List<ChatUse> uses, Room room, Instant now);

    /** What becomes of a claimed message that must not be sent by now; null if it may. It must not block, since sending threads call it. */
    default @Nullable DeliveryStatus denied(Outgoing message, Instant now) {
        return null;
    }

    /** Renews the claims of alerts that have to wait; returns the new end. */
    default Instant renew(List<String> ids) {
        return Instant.MAX;
    }

    /**
     * How many alerts may be claimed.
     *
     * @param accounts how many of each of these accounts
     * @param others how many of every other account
     */
    record Room(Map<Account, Integer> accounts, int others) {

        /** No room at all. */
        public static final Room NONE = new Room(Map.of(), 0);

        public Room {
            accounts = Map.copyOf(accounts);
        }
    }
}
