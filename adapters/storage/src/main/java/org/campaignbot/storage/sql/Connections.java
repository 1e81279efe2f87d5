package org.campaignbot.storage.sql;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.campaignbot.storage.failure.StorageFailure;
import org.campaignbot.storage.sealing.KeyState;
import org.jspecify.annotations.Nullable;

/** A few open connections, for reads and for writes in a transaction. */
public final class Connections implements AutoCloseable {

    private static final String PROBE = "write-probe";

    /** Several pages, so that a full disk is noticed even if a row or two would still fit. */
    private static final int PROBE_CHARACTERS = 64 * 1024;

    private final HikariDataSource pool;
    private final Dialect dialect;
    private final ReentrantLock writing = new ReentrantLock(true);

    /** This thread's transaction of {@link #inOneCommit}. */
    @SuppressWarnings(
            "ThreadLocalUsage") // One per database, since a thread may use two; each is removed when its commit ends.
    private final ThreadLocal<@Nullable Use> joint = new ThreadLocal<>();

    private final Outage outage;

    /** Why the database couldn't be read or written, until {@link #trouble} finds that it works again. */
    private volatile StorageFailure.@Nullable Kind trouble;

    /** The keys that hashes are stored under; until they're known, no row with a hash is read or written. */
    private volatile @Nullable KeyRing keys;

    Connections(HikariDataSource pool, Dialect dialect) {
        this.pool = pool;
        this.dialect = dialect;
        this.outage = new Outage(pool);
    }

    /** A connection in use, and the failure that put it out of step with the database or ended its transaction early. */
    private static final class Use {
        private final Connection raw;

        /** The raw connection, seen through the database's current key. */
        private Connection connection;

        private @Nullable SQLException broken;

        Use(Connection raw) {
            this.raw = raw;
            this.connection = raw;
        }

        /** Rejects writes that would run outside a transaction because theirs has ended. */
        void check() throws SQLException {
            if (broken != null) {
                throw new SQLException(
                        "the transaction has ended", broken.getSQLState(), broken.getErrorCode(), broken);
            }
        }

        /** Records a failure that is reported elsewhere. */
        void breaks(SQLException failure) {
            broken = broken == null ? failure : broken;
        }

        /** Rolls back the writes. */
        void rollBack(Exception because) {
            try {
                raw.rollback();
            } catch (SQLException alsoThat) {
                because.addSuppressed(alsoThat);
                breaks(alsoThat);
            }
        }

        void commit() throws SQLException {
            try {
                raw.commit();
            } catch (SQLException failure) {
                breaks(failure);
                rollBack(failure);
                throw failure;
            }
        }
    }

    /**
     * Takes connections from a pool and remembers when none can be made: then callers fail at once, except one that retries now and
     * then.
     *
     * <p>Otherwise every request would wait for the pool's timeout, and an unreachable database would use up all threads.
     */
    private static final class Outage {

        private static final long PAUSE_NANOS = Duration.ofMillis(500).toNanos();

        private final HikariDataSource pool;
        private volatile @Nullable SQLException why;
        private long nextTry;

        Outage(HikariDataSource pool) {
            this.pool = pool;
        }

        /**
         * A connection from the pool.
         *
         * @throws SQLException if none could be made just now or shortly before
         */
        Connection connection() throws SQLException {
            SQLException known = why;
            if (known != null && !isTimeToTry()) {
                throw new SQLTransientConnectionException("the database is away", known.getSQLState(), known);
            }
            try {
                Connection connection = pool.getConnection();
                why = null;
                return connection;
            } catch (SQLException failure) {
                // Without a cause, all connections are in use, and the next caller may have more luck.
                if (failure.getCause() != null) {
                    pause(failure);
                }
                throw failure;
            }
        }

        private synchronized boolean isTimeToTry() {
            if (System.nanoTime() - nextTry < 0) {
                return false;
            }
            nextTry = System.nanoTime() + PAUSE_NANOS;
            return true;
        }

        private synchronized void pause(SQLException failure) {
            why = failure;
            nextTry = System.nanoTime() + PAUSE_NANOS;
        }
    }

    /** A task on a connection in use. */
    @FunctionalInterface
    private interface Task<T> {
        T with(Use use) throws SQLException;
    }

    /** Uses these keys for hashes from now on. */
    public void use(KeyRing ring) {
        keys = ring;
    }

    public Dialect dialect() {
        return dialect;
    }

    public DataSource source() {
        return pool;
    }

    /** What {@link Dialect#durability} reads back from every connection of the pool. */
    public List<Map<String, String>> durability() {
        List<Connection> all = new ArrayList<>();
        try {
            List<Map<String, String>> settings = new ArrayList<>();
            // Take all of them at once, so that none is asked twice.
            for (int i = 0; i < pool.getMaximumPoolSize(); i++) {
                Connection connection = pool.getConnection();
                all.add(connection);
                settings.add(dialect.durability(connection));
            }
            return settings;
        } catch (SQLException failure) {
            throw new StorageFailure(failure);
        } finally {
            all.forEach(Connections::giveBack);
        }
    }

    private static void giveBack(Connection connection) {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw new StorageFailure(failure);
        }
    }

    /** Work to do on a connection. */
    @FunctionalInterface
    public interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** Reads, with each statement on its own. */
    public <T> T read(Work<T> work) {
        Use shared = joint.get();
        if (shared != null) {
            return within(shared, work);
        }
        return using(use -> {
            KeyState state = look(use.raw);
            // During a key rotation, the stored form of a hash must not change between the look at the key and the
            // statement.
            return state == null || state.to() == null ? work.with(seen(use.raw, state)) : asOfNow(use, work);
        });
    }

    private <T> T asOfNow(Use use, Work<T> work) throws SQLException {
        dialect.beginSnapshot(use.raw);
        try {
            return work.with(seen(use.raw, look(use.raw)));
        } finally {
            endSnapshot(use);
        }
    }

    private @Nullable KeyState look(Connection connection) throws SQLException {
        KeyRing ring = keys;
        return ring == null ? null : ring.mayChange(dialect) ? ring.look(connection) : ring.state();
    }

    private static Connection seen(Connection connection, @Nullable KeyState state) {
        return state == null || state.isPlain() ? connection : HashView.over(connection, state);
    }

    /**
     * Reads everything as of one moment, however long it takes, without blocking writers. Inside {@link #inOneCommit} it reads what
     * that transaction sees, since a snapshot would end the transaction.
     */
    public <T> T snapshot(Work<T> work) {
        Use shared = joint.get();
        if (shared != null) {
            return within(shared, work);
        }
        return using(use -> asOfNow(use, work));
    }

    private void endSnapshot(Use use) throws SQLException {
        try {
            dialect.endSnapshot(use.raw);
        } catch (SQLException failure) {
            use.breaks(failure);
            throw failure;
        }
    }

    /** Clears deleted data out of SQLite's write-ahead log, where it stays until the log is emptied. */
    public void emptyLog() {
        if (dialect == Dialect.SQLITE) {
            // Not inside a transaction, which a read might be in.
            using(use -> {
                try (Statement statement = use.raw.createStatement()) {
                    return statement.execute("pragma wal_checkpoint(truncate)");
                }
            });
        }
    }

    /** Writes everything or nothing; an exception from the work rolls it back. */
    public <T> T write(Work<T> work) {
        Use shared = joint.get();
        if (shared != null) {
            return within(shared, connection -> part(shared, work));
        }
        return transaction(use -> work.with(use.connection), false);
    }

    /** Writes while no one else relies on the key state, so the work may change it; not inside {@link #inOneCommit}. */
    public <T> T writeAlone(Work<T> work) {
        return transaction(use -> work.with(use.connection), true);
    }

    /**
     * Makes one commit of everything this thread writes meanwhile. Each write still succeeds or is undone as a whole, so a failed
     * one doesn't affect the others; an exception from the work itself rolls everything back.
     */
    public void inOneCommit(Runnable work) {
        if (joint.get() != null) {
            work.run();
            return;
        }
        Task<Use> round = use -> {
            // Two that write the same rows in different orders would otherwise deadlock.
            dialect.lock(use.connection, Dialect.Subject.ROUND, List.of(""));
            joint.set(use);
            try {
                work.run();
                use.check();
                return use;
            } finally {
                joint.remove();
            }
        };
        transaction(round, false);
    }

    private <T> T within(Use shared, Work<T> work) {
        try {
            shared.check();
            return work.with(shared.connection);
        } catch (SQLException failure) {
            if (StorageFailure.endsTransaction(failure)) {
                shared.breaks(failure);
            }
            throw failed(failure);
        }
    }

    private static <T> T part(Use shared, Work<T> work) throws SQLException {
        Connection connection = shared.connection;
        Savepoint before = connection.setSavepoint();
        try {
            T result = work.with(connection);
            connection.releaseSavepoint(before);
            return result;
        } catch (SQLException | RuntimeException failure) {
            try {
                connection.rollback(before);
            } catch (SQLException alsoThat) {
                failure.addSuppressed(alsoThat);
                shared.breaks(failure instanceof SQLException cause ? cause : alsoThat);
            }
            throw failure;
        }
    }

    private <T> T transaction(Task<T> task, boolean aloneWithKey) {
        if (dialect == Dialect.POSTGRESQL) {
            return using(use -> committed(use, task, aloneWithKey));
        }
        // SQLite has one writer: threads waiting here are woken in turn, while those waiting for the file's lock sleep
        // and retry.
        writing.lock();
        try {
            return using(use -> committed(use, task, aloneWithKey));
        } finally {
            writing.unlock();
        }
    }

    private <T> T committed(Use use, Task<T> task, boolean aloneWithKey) throws SQLException {
        use.raw.setAutoCommit(false);
        T result;
        try {
            KeyRing ring = keys;
            if (ring != null && ring.mayChange(dialect)) {
                dialect.lockKey(use.raw, aloneWithKey);
            }
            use.connection = seen(use.raw, look(use.raw));
            result = task.with(use);
        } catch (SQLException | RuntimeException failure) {
            use.rollBack(failure);
            throw failure;
        }
        use.commit();
        return result;
    }

    /** Works with a connection, which returns to the pool only if it's still in step with the database. */
    private <T> T using(Task<T> task) {
        try (Connection connection = outage.connection()) {
            Use use = new Use(connection);
            try {
                return task.with(use);
            } catch (SQLException | RuntimeException failure) {
                if (use.broken != null || StorageFailure.endsTransaction(failure)) {
                    pool.evictConnection(connection);
                }
                throw failure;
            }
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    private StorageFailure failed(SQLException cause) {
        StorageFailure failure = new StorageFailure(cause);
        if (failure.kind() != StorageFailure.Kind.OTHER) {
            trouble = failure.kind();
        }
        return failure;
    }

    /**
     * Why the database can't be read or written. It costs nothing if no call has failed since the last check; otherwise a probe
     * finds out whether the trouble is over.
     */
    public Optional<StorageFailure.Kind> trouble() {
        if (trouble == null) {
            return Optional.empty();
        }
        try {
            probe();
            trouble = null;
        } catch (StorageFailure stillThere) {
            if (stillThere.kind() == StorageFailure.Kind.OTHER) {
                throw stillThere;
            }
        }
        return Optional.ofNullable(trouble);
    }

    /**
     * Commits as much as a turn may need, then deletes it. It takes two commits: SQLite doesn't write pages that the same
     * transaction frees, so a single commit would succeed on a full disk.
     *
     * @throws StorageFailure if nothing can be stored now
     */
    public void probe() {
        String content = "x".repeat(PROBE_CHARACTERS);
        write(connection -> {
            InstallationTable.write(connection, PROBE, content);
            return connection;
        });
        write(connection -> BatchWrite.one(connection, "delete from installation where name = ?", PROBE));
    }

    @Override
    public void close() {
        pool.close();
    }
}
