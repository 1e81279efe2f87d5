package campaignbot.storage;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A few open connections, and the ways of using one: reading, and writing in a transaction. */
final class Connections implements AutoCloseable {

    private static final String PROBE = "write-probe";

    /** Several pages, so that a full disk is met also where a row or two would still find room. */
    private static final int PROBE_CHARACTERS = 64 * 1024;

    private final HikariDataSource pool;
    private final Dialect dialect;
    private final ReentrantLock writing = new ReentrantLock(true);

    /** The transaction of {@link #inOneCommit} that this thread is in. */
    @SuppressWarnings(
            "ThreadLocalUsage") // One a database, since a thread may use two; each is taken away when its commit ends.
    private final ThreadLocal<@Nullable Use> joint = new ThreadLocal<>();

    private final Outage outage;

    /** What kept the database from being read or written, until {@link #trouble} finds that it is over. */
    private volatile StorageFailure.@Nullable Kind trouble;

    /** What hashes are seen by, once the key is known; until then nothing with a hash is read or written. */
    private volatile @Nullable KeyRing keys;

    Connections(HikariDataSource pool, Dialect dialect) {
        this.pool = pool;
        this.dialect = dialect;
        this.outage = new Outage(pool, System::nanoTime);
    }

    /** A connection in use, and what brought it out of step with the database, or ended its transaction before its time. */
    private static final class Use {
        private final Connection raw;

        /** The raw one, seen through the key that the database is under. */
        private Connection connection;

        private @Nullable SQLException broken;

        Use(Connection raw) {
            this.raw = raw;
            this.connection = raw;
        }

        /** Refuses what would be written singly, since its transaction is no longer there. */
        void check() throws SQLException {
            if (broken != null) {
                throw new SQLException(
                        "the transaction has ended", broken.getSQLState(), broken.getErrorCode(), broken);
            }
        }

        /** Takes note of a failure that is told elsewhere. */
        void breaks(SQLException failure) {
            broken = broken == null ? failure : broken;
        }

        /** Undoes what was written. */
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

    /** What is done with a connection in use. */
    @FunctionalInterface
    private interface Task<T> {
        T with(Use use) throws SQLException;
    }

    /** From now on hashes are named by these keys. */
    void use(KeyRing ring) {
        keys = ring;
    }

    Dialect dialect() {
        return dialect;
    }

    DataSource source() {
        return pool;
    }

    /** What {@link Dialect#durability} reads back from every connection of the pool. */
    List<Map<String, String>> durability() {
        List<Connection> all = new ArrayList<>();
        try {
            List<Map<String, String>> settings = new ArrayList<>();
            // All are taken at once, so that none is asked twice.
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

    /** What is done with a connection. */
    @FunctionalInterface
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** Reads, each statement for itself. */
    <T> T read(Work<T> work) {
        Use shared = joint.get();
        if (shared != null) {
            return within(shared, work);
        }
        return using(use -> {
            KeyState state = look(use.raw);
            // While a key is rotated, what a hash is stored as must not change between a look and a statement.
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
        return state == null ? connection : HashView.over(connection, state);
    }

    /**
     * Reads everything as of one moment, however long it takes; writers go on meanwhile. In {@link #inOneCommit} it reads what that
     * transaction sees, for a snapshot would end it.
     */
    <T> T snapshot(Work<T> work) {
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

    /** Takes what was deleted out of SQLite's log beside the file, where it stays until that is emptied. */
    void emptyLog() {
        if (dialect == Dialect.SQLITE) {
            // Not within a transaction, which read may be in.
            using(use -> {
                try (Statement statement = use.raw.createStatement()) {
                    return statement.execute("pragma wal_checkpoint(truncate)");
                }
            });
        }
    }

    /** Writes all of it or nothing; what the work throws undoes it. */
    <T> T write(Work<T> work) {
        Use shared = joint.get();
        if (shared != null) {
            return within(shared, connection -> part(shared, work));
        }
        return transaction(use -> work.with(use.connection), false);
    }

    /** Writes while nobody else reads or writes by the state of the key, which the work may therefore change; in no {@link #inOneCommit}. */
    <T> T writeAlone(Work<T> work) {
        return transaction(use -> work.with(use.connection), true);
    }

    /**
     * Makes one commit of all that this thread writes meanwhile. Each write for itself is still done as a whole or undone, so one
     * that fails harms no other; what the work itself throws undoes all.
     */
    void inOneCommit(Runnable work) {
        if (joint.get() != null) {
            work.run();
            return;
        }
        Task<Use> round = use -> {
            // Two that write the same rows in different orders would otherwise wait for each other in a circle.
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
        // SQLite has one writer: who waits here is woken in turn, who waits at the file's lock sleeps and tries again.
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

    /** Works with a connection, which goes back to the pool only where it is still in step with the database. */
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
     * What keeps the database from being read or written. Where nothing failed since the last call this costs nothing; otherwise a
     * probe tells whether it is over.
     */
    Optional<StorageFailure.Kind> trouble() {
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
     * Commits as much as a turn may take, and then takes it away again. It takes two commits: SQLite doesn't write pages which the
     * same transaction frees, so one alone would pass on a disk that is full.
     *
     * @throws StorageFailure where nothing can be stored now
     */
    void probe() {
        String content = "x".repeat(PROBE_CHARACTERS);
        write(connection -> {
            Installation.write(connection, PROBE, content);
            return connection;
        });
        write(connection -> Writes.one(connection, "delete from installation where name = ?", PROBE));
    }

    @Override
    public void close() {
        pool.close();
    }
}
