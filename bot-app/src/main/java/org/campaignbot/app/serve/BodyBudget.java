package org.campaignbot.app.serve;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Limits the total bytes of request bodies that one platform holds at once, over all clients.
 *
 * <p>Large bodies get three quarters of it: the rest is for small ones, like nearly all of Slack's and Telegram's, so that a flood
 * of large bodies can't block them.
 */
final class BodyBudget {

    /** The maximum size of a small body in bytes. */
    static final int SMALL = 32 * 1024;

    private final long most;
    private final ClientShares clients;
    private final AtomicLong held = new AtomicLong();

    /**
     * An unused budget.
     *
     * @param most the maximum bytes of all bodies together
     */
    BodyBudget(long most, ClientShares clients) {
        this.most = most;
        this.clients = clients;
    }

    /**
     * Registers a request.
     *
     * @param client its client, or null if unknown
     * @return its share, still empty; null if the client has too many requests in flight
     */
    @Nullable
    Share begin(@Nullable String client) {
        return clients.begin(client) ? new Share(client) : null;
    }

    /** The bytes in use. */
    long held() {
        return held.get();
    }

    private boolean take(int bytes, long limit) {
        long before = held.get();
        while (before + bytes <= limit) {
            if (held.compareAndSet(before, before + bytes)) {
                return true;
            }
            before = held.get();
        }
        return false;
    }

    /** One request's share, until it is given back; any thread may do so, and only the first time counts. */
    final class Share implements AutoCloseable {

        private static final int GIVEN_BACK = -1;

        private final @Nullable String client;
        private final AtomicInteger bytes = new AtomicInteger();

        private Share(@Nullable String client) {
            this.client = client;
        }

        /** Takes more bytes; false if there is no room, or if the share was given back. */
        boolean grow(int more) {
            int before = bytes.get();
            if (before == GIVEN_BACK || !clients.take(client, more)) {
                return false;
            }
            if (!take(more, before + more <= SMALL ? most : most / 4 * 3)) {
                clients.give(client, more);
                return false;
            }
            if (!bytes.compareAndSet(before, before + more)) {
                held.addAndGet(-more);
                clients.give(client, more);
                return false;
            }
            return true;
        }

        @Override
        public void close() {
            int all = bytes.getAndSet(GIVEN_BACK);
            if (all != GIVEN_BACK) {
                held.addAndGet(-all);
                clients.end(client, all);
            }
        }
    }
}
