package org.campaignbot.storage.failure;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes connections from a pool and remembers when none can be made: then callers fail at once, except one that retries now and
 * then.
 *
 * <p>Otherwise every request would wait for the pool's timeout, and an unreachable database would use up all threads.
 */
public final class Outage {

    private static final long PAUSE_NANOS = Duration.ofMillis(500).toNanos();

    private final HikariDataSource pool;
    private final LongSupplier nanos;
    private volatile @Nullable SQLException why;
    private long nextTry;

    public Outage(HikariDataSource pool, LongSupplier nanos) {
        this.pool = pool;
        this.nanos = nanos;
    }

    /**
     * A connection from the pool.
     *
     * @throws SQLException if none could be made just now or shortly before
     */
    public Connection connection() throws SQLException {
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
        if (nanos.getAsLong() - nextTry < 0) {
            return false;
        }
        nextTry = nanos.getAsLong() + PAUSE_NANOS;
        return true;
    }

    private synchronized void pause(SQLException failure) {
        why = failure;
        nextTry = nanos.getAsLong() + PAUSE_NANOS;
    }
}
