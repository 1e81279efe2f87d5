package org.campaignbot.sending;

import java.time.Instant;

/** Periodic work that needs the store, done by one thread at a time. */
interface PeriodicTask {

    /** When it is next due; {@link Instant#MAX} while there is nothing to do. */
    Instant due();

    /** Does the work, and sets when it is due again. */
    void run(Instant now);
}
