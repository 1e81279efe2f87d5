package org.campaignbot.storage.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The differences between the two databases: column types and how writers stay out of each other's way. */
public enum Dialect {
    /** One writer at a time: {@link Connections} enforces it within a process, the file's lock between processes. */
    SQLITE {
        @Override
        Map<String, String> words() {
            return Map.of(
                    "bytes", "blob",
                    "sequence", "integer primary key",
                    "by_key", "without rowid",
                    "unlogged", "temporary");
        }

        @Override
        public void lock(Connection connection, Subject subject, Collection<String> hashes) {}

        @Override
        void lockKey(Connection connection, boolean alone) {}

        @Override
        public String skipLocked() {
            return "";
        }

        @Override
        public void lockTables(Connection connection, Collection<String> tables) {}

        @Override
        public void eraseHeldFacts(Connection connection) {}

        @Override
        void beginSnapshot(Connection connection) throws SQLException {
            // By hand, since the driver's own transaction would block all writers.
            execute(connection, "begin deferred");
        }

        @Override
        void endSnapshot(Connection connection) throws SQLException {
            execute(connection, "rollback");
        }

        @Override
        Map<String, String> durability(Connection connection) throws SQLException {
            return settings(
                    connection, "pragma ", List.of("journal_mode", "synchronous", "foreign_keys", "secure_delete"));
        }
    },
    /** Many writers; those of the same conversation or count wait for each other. */
    POSTGRESQL {
        @Override
        Map<String, String> words() {
            return Map.of(
                    "bytes", "bytea",
                    "sequence", "bigint generated always as identity primary key",
                    "by_key", "",
                    "unlogged", "unlogged");
        }

        @Override
        public void lock(Connection connection, Subject subject, Collection<String> hashes) throws SQLException {
            // If two hashes share a number, they only wait for each other; all lock in the same order, so there's no
            // deadlock.
            try (PreparedStatement lock = connection.prepareStatement(
                    "select pg_advisory_xact_lock(?, number) from unnest(?::int[]) number")) {
                lock.setInt(1, subject.number);
                lock.setArray(2, connection.createArrayOf("int4", numbers(hashes)));
                lock.execute();
            }
        }

        @Override
        void lockKey(Connection connection, boolean alone) throws SQLException {
            try (PreparedStatement lock =
                    connection.prepareStatement("select pg_advisory_xact_lock" + (alone ? "" : "_shared") + "(?, 0)")) {
                lock.setInt(1, Subject.KEY.number);
                lock.execute();
            }
        }

        @Override
        public String skipLocked() {
            return " for update skip locked";
        }

        @Override
        public void lockTables(Connection connection, Collection<String> tables) throws SQLException {
            execute(connection, "lock table " + String.join(", ", tables) + " in access exclusive mode");
        }

        @Override
        public void eraseHeldFacts(Connection connection) throws SQLException {
            execute(connection, "delete from held_fact");
        }

        @Override
        void beginSnapshot(Connection connection) throws SQLException {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
        }

        @Override
        void endSnapshot(Connection connection) throws SQLException {
            connection.rollback();
        }

        @Override
        Map<String, String> durability(Connection connection) throws SQLException {
            return settings(connection, "show ", List.of("fsync", "synchronous_commit", "full_page_writes"));
        }
    };

    /** What a lock is about; the number keeps the locks of different subjects apart. */
    public enum Subject {
        CONVERSATION(1),
        TALLY(2),
        NUMBER(3),
        SERVER(4),
        CHAT(5),
        ACCOUNT(6),
        ROUND(7),
        ORGANIZERS(8),
        ALERT(9),
        KEY(10);

        private final int number;

        Subject(int number) {
            this.number = number;
        }

        public int number() {
            return number;
        }
    }

    /** The lock numbers of these hashes, in the order everyone takes them. */
    public static Object[] numbers(Collection<String> hashes) {
        return hashes.stream().map(String::hashCode).distinct().sorted().toArray();
    }

    /** The dialect of a connection. */
    public static Dialect of(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL") ? POSTGRESQL : SQLITE;
    }

    /** The placeholders in the migrations. */
    abstract Map<String, String> words();

    /** Locks these subjects until the transaction ends, even if no row exists yet. */
    public abstract void lock(Connection connection, Subject subject, Collection<String> hashes) throws SQLException;

    /** Locks the key state until this transaction ends: shared, or exclusively to change it. */
    abstract void lockKey(Connection connection, boolean alone) throws SQLException;

    /** The end of a query that claims rows, so that concurrent claims get different rows. */
    public abstract String skipLocked();

    /** Blocks all other reads and writes of these tables until this transaction ends. */
    public abstract void lockTables(Connection connection, Collection<String> tables) throws SQLException;

    /** Deletes all held facts, if a table stores them. */
    public abstract void eraseHeldFacts(Connection connection) throws SQLException;

    /** Makes a connection see everything as of now, until {@link #endSnapshot}. */
    abstract void beginSnapshot(Connection connection) throws SQLException;

    abstract void endSnapshot(Connection connection) throws SQLException;

    /** The connection's settings that decide what survives a power cut, by name. */
    abstract Map<String, String> durability(Connection connection) throws SQLException;

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Map<String, String> settings(Connection connection, String show, List<String> names)
            throws SQLException {
        Map<String, String> settings = new TreeMap<>();
        for (String name : names) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(show + name)) {
                row.next();
                settings.put(name, row.getString(1));
            }
        }
        return settings;
    }
}
