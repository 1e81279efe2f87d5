package org.campaignbot.testkit.slack;

import java.util.function.Consumer;

/** A transport to the app: HTTP or a socket. */
interface Carrier {

    /**
     * Makes one delivery attempt, on its own thread.
     *
     * @param attempt 0 at first, then 1, 2, 3
     * @param reason why the last attempt failed, or empty
     * @param done called exactly once with the result, without the world's lock
     */
    void carry(Parcel parcel, int attempt, String reason, Consumer<Ack> done);
}
