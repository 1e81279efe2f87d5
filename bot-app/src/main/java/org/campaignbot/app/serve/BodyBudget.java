package org.campaignbot.app.serve;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Bounds the bytes of bodies that one platform's requests hold at once, whoever sends them.
 *
 * <p>Large bodies get three quarters of it: the rest is for small ones, as nearly all of Slack's and Telegram's are, so that a flood of
 * large ones does not keep them out.
 */
final class BodyBudget {

    /** Bytes that a body may have to count as small. */
    static final int SMALL = 32 * 1024;

    private final long most;
    private final ClientShares clients;
    private final AtomicLong held = new AtomicLong();

    /**
     * A budget of which nothing is taken.
     *
     * @param most bytes that all bodies together may hold
     */
    BodyBudget(long most, ClientShares clients) {
        this.most = most;
        this.clients = clients;
    }

    /**
     * Begins a request.
     *
     * @param client whose it is, or null where nobody can tell
     * @return its share, of no bytes yet; null where the client has as many requests in flight as it may
     */
    @Nullable
    Share begin(@Nullable String client) {
        return clients.begin(client) ? new Share(client) : null;
    }

    /** Bytes that are held now. */
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

    /** What one request holds, until it is given back; that may happen from any thread, and counts once. */
    final class Share implements AutoCloseable {

        private static final int GIVEN_BACK = -1;

        private final @Nullable String client;
        private final AtomicInteger bytes = new AtomicInteger();

        private Share(@Nullable String client) {
            this.client = client;
        }

        /** Takes so many bytes more; false where there is no room for them, or all was given back. */
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
