package org.campaignbot.storage.serving;

import java.util.Optional;

/** Keeps two servers off one SQLite file, and a restore off a database in use. */
public interface ServerLock {

    /** Serves the database until the lock is released, along with other servers if it can have several. */
    ServingLock serve();

    /** Gets exclusive use of the database until closed; empty while a server runs. */
    Optional<Alone> alone();

    /** Exclusive use of a database, without any server. */
    interface Alone extends AutoCloseable {
        @Override
        void close();
    }
}
