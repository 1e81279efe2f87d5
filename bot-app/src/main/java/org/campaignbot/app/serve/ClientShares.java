package org.campaignbot.app.serve;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Limits what one client address has in flight at once: requests, and bytes of their bodies. An unknown client has no limit. */
final class ClientShares {

    private static final int REQUESTS = 100;
    private static final int BYTES = 2 << 20;

    private final Map<String, Held> clients = new ConcurrentHashMap<>();

    private record Held(int requests, int bytes) {

        private static final Held NOTHING = new Held(0, 0);

        private boolean isAllowed() {
            return requests <= REQUESTS && bytes <= BYTES;
        }
    }

    /** Counts a request, unless the client is at its limit. */
    boolean begin(@Nullable String client) {
        return change(client, 1, 0);
    }

    /** Counts bytes of a registered request, unless the client is at its limit. */
    boolean take(@Nullable String client, int bytes) {
        return change(client, 0, bytes);
    }

    /** Gives back bytes of a request in progress. */
    void give(@Nullable String client, int bytes) {
        boolean unused = change(client, 0, -bytes);
    }

    /** Gives back a request and its bytes. */
    void end(@Nullable String client, int bytes) {
        boolean unused = change(client, -1, -bytes);
    }

    /** The number of clients with something in flight. */
    int count() {
        return clients.size();
    }

    private boolean change(@Nullable String client, int requests, int bytes) {
        if (client == null) {
            return true;
        }
        boolean[] allowed = {true};
        clients.compute(client, (unused, old) -> {
            Held before = old == null ? Held.NOTHING : old;
            Held after = new Held(before.requests + requests, before.bytes + bytes);
            allowed[0] = requests + bytes < 0 || after.isAllowed();
            Held kept = allowed[0] ? after : before;
            return kept.equals(Held.NOTHING) ? null : kept;
        });
        return allowed[0];
    }
}
