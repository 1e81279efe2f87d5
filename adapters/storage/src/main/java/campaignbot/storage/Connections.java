package campaignbot.storage;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A few open connections, and the ways of using one: reading, and writing in a transaction. */
final class Connections implements AutoCloseable {

    private final HikariDataSource pool;
    private final Dialect dialect;
    private final ReentrantLock writing = new ReentrantLock(true);

    /** The transaction of {@link #inOneCommit} that this thread is in. */
    @SuppressWarnings(
            "ThreadLocalUsage") // One a database, since a thread may use two; each is taken away when its commit ends.
    private final ThreadLocal<@Nullable Connection> joint = new ThreadLocal<>();

    /** What hashes are seen by, once the key is known; until then nothing with a hash is read or written. */
    private volatile @Nullable KeyRing keys;

    Connections(HikariDataSource pool, Dialect dialect) {
        this.pool = pool;
        this.dialect = dialect;
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
        Connection shared = joint.get();
        if (shared != null) {
            return within(shared, work);
        }
        try (Connection connection = pool.getConnection()) {
            KeyState state = look(connection);
            if (state == null || state.to() == null) {
                return work.with(seen(connection, state));
            }
            // While a key is rotated, what a hash is stored as must not change between a look and a statement.
            return asOfNow(connection, work);
        } catch (SQLException failure) {
            throw new StorageFailure(failure);
        }
    }

    private <T> T asOfNow(Connection connection, Work<T> work) throws SQLException {
        dialect.beginSnapshot(connection);
        try {
            return work.with(seen(connection, look(connection)));
        } finally {
            dialect.endSnapshot(connection);
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
        Connection shared = joint.get();
        if (shared != null) {
            return within(shared, work);
        }
        try (Connection connection = pool.getConnection()) {
            return asOfNow(connection, work);
        } catch (SQLException failure) {
            throw new StorageFailure(failure);
        }
    }

    /** Takes what was deleted out of SQLite's log beside the file, where it stays until that is emptied. */
    void emptyLog() {
        if (dialect == Dialect.SQLITE) {
            // Not within a transaction, which read may be in.
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("pragma wal_checkpoint(truncate)");
            } catch (SQLException failure) {
                throw new StorageFailure(failure);
            }
        }
    }

    /** Writes all of it or nothing; what the work throws undoes it. */
    <T> T write(Work<T> work) {
        Connection shared = joint.get();
        if (shared != null) {
            return within(shared, connection -> part(connection, work));
        }
        if (dialect == Dialect.POSTGRESQL) {
            return transaction(work, false);
        }
        // SQLite has one writer: who waits here is woken in turn, who waits at the file's lock sleeps and tries again.
        writing.lock();
        try {
            return transaction(work, false);
        } finally {
            writing.unlock();
        }
    }

    /** Writes while nobody else reads or writes by the state of the key, which the work may therefore change; in no {@link #inOneCommit}. */
    <T> T writeAlone(Work<T> work) {
        writing.lock();
        try {
            return transaction(work, true);
        } finally {
            writing.unlock();
        }
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
        write(connection -> {
            // Two that write the same rows in different orders would otherwise wait for each other in a circle.
            dialect.lock(connection, Dialect.Subject.ROUND, List.of(""));
            joint.set(connection);
            try {
                work.run();
                return connection;
            } finally {
                joint.remove();
            }
        });
    }

    private static <T> T within(Connection connection, Work<T> work) {
        try {
            return work.with(connection);
        } catch (SQLException failure) {
            throw new StorageFailure(failure);
        }
    }

    private static <T> T part(Connection connection, Work<T> work) throws SQLException {
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
            }
            throw failure;
        }
    }

    private <T> T transaction(Work<T> work, boolean aloneWithKey) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try {
                KeyRing ring = keys;
                if (ring != null && ring.mayChange(dialect)) {
                    dialect.lockKey(connection, aloneWithKey);
                }
                T result = work.with(seen(connection, look(connection)));
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException failure) {
                rollBack(connection, failure);
                throw failure;
            }
        } catch (SQLException failure) {
            throw new StorageFailure(failure);
        }
    }

    private static void rollBack(Connection connection, Exception failure) {
        try {
            connection.rollback();
        } catch (SQLException alsoThat) {
            failure.addSuppressed(alsoThat);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
