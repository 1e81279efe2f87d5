package campaignbot.delivery;

import java.time.Instant;

/** Something that needs the store and is done now and then, by one thread at a time. */
interface Chore {

    /** When it has to be done next; {@link Instant#MAX} while there is nothing to do. */
    Instant due();

    /** Does it, and sets when it is due again. */
    void run(Instant now);
}
