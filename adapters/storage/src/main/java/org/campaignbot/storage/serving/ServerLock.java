package org.campaignbot.storage.serving;

import java.time.Instant;
import java.util.Optional;

/** Keeps two servers off one SQLite file, and a restore off a database in use. */
public interface ServerLock {

    /** Serves the database until the lock is released, along with other servers if it can have several. */
    ServingLock serve();

    /** Gets exclusive use of the database until closed; empty while a server runs. */
    Optional<Alone> alone();

    /**
     * Since when no other process has sent anything; {@link Instant#MIN} where several may, which then agree by rows.
     *
     * <p>If the last process died, that's when this one took the lock.
     */
    Instant quietSince();

    /** Exclusive use of a database, without any server. */
    interface Alone extends AutoCloseable {
        @Override
        void close();
    }
}
