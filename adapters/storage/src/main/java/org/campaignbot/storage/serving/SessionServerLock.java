package org.campaignbot.storage.serving;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import org.campaignbot.storage.failure.StorageFailure;
import org.campaignbot.storage.sql.DatabaseLocation;
import org.campaignbot.storage.sql.Dialect;
import org.campaignbot.storage.sql.Pools;
import org.jspecify.annotations.Nullable;

/**
 * The lock of a PostgreSQL database: an advisory lock on its own connection, shared by servers and exclusive for a restore. The
 * database releases it with the connection.
 */
public final class SessionServerLock implements ServerLock {

    private static final int SECONDS_TO_ANSWER = 5;

    private final DatabaseLocation.Server server;

    public SessionServerLock(DatabaseLocation.Server server) {
        this.server = server;
    }

    @Override
    public ServingLock serve() {
        Session session = new Session("pg_try_advisory_lock_shared");
        return session.take()
                ? session
                : new ServingLock.Refused(
                        "A backup is being restored into this database. Start again when that is done.");
    }

    @Override
    public Optional<Alone> alone() {
        Session session = new Session("pg_try_advisory_lock");
        return session.take() ? Optional.of(session) : Optional.empty();
    }

    @Override
    public Instant quietSince() {
        return Instant.MIN;
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        Pools.properties().forEach(properties::setProperty);
        properties.setProperty("ApplicationName", "campaign-bot, lock");
        if (server.user() != null) {
            properties.setProperty("user", server.user());
        }
        if (server.password() != null) {
            properties.setProperty("password", server.password());
        }
        return DriverManager.getConnection(server.jdbcUrl(), properties);
    }

    private final class Session implements ServingLock.Begun, Alone {
        private final String function;
        private @Nullable Connection connection;

        Session(String function) {
            this.function = function;
        }

        synchronized boolean take() {
            close();
            boolean taken = false;
            Connection fresh = null;
            try {
                fresh = connect();
                try (PreparedStatement lock = fresh.prepareStatement("select " + function + "(?, 0)")) {
                    lock.setInt(1, Dialect.Subject.SERVER.number());
                    try (ResultSet row = lock.executeQuery()) {
                        taken = row.next() && row.getBoolean(1);
                    }
                }
                return taken;
            } catch (SQLException failure) {
                throw new StorageFailure(failure);
            } finally {
                connection = fresh;
                if (!taken) {
                    close();
                }
            }
        }

        @Override
        public synchronized boolean goesOn() {
            try {
                return (connection != null && connection.isValid(SECONDS_TO_ANSWER)) || take();
            } catch (SQLException failure) {
                throw new StorageFailure(failure);
            }
        }

        @Override
        public synchronized void close() {
            if (connection != null) {
                try {
                    connection.close();
                } catch (SQLException failure) {
                    throw new StorageFailure(failure);
                } finally {
                    connection = null;
                }
            }
        }
    }
}
