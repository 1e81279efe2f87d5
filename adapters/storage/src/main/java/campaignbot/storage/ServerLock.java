package campaignbot.storage;

import java.util.Optional;

/** Keeps two servers from one SQLite file, and a restore from a database that is served. */
interface ServerLock {

    /** Serves the database until the lock is given back, together with others where it can have several servers. */
    Serving serve();

    /** Has the database to itself until this is closed; empty while a server runs. */
    Optional<Alone> alone();

    /** A database without any server. */
    interface Alone extends AutoCloseable {
        @Override
        void close();
    }
}
