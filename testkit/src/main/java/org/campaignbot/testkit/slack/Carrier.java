package org.campaignbot.testkit.slack;

import java.util.function.Consumer;

/** A way to the app: HTTP or a socket. */
interface Carrier {

    /**
     * Carries something once, on a thread of its own.
     *
     * @param attempt 0 at first, then 1, 2, 3
     * @param reason why the last attempt failed, or nothing
     * @param done told exactly once how it ended, without the world's lock
     */
    void carry(Parcel parcel, int attempt, String reason, Consumer<Ack> done);
}
