package campaignbot.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where the two databases differ: the words of a table, and how writers keep out of each other's way. */
enum Dialect {
    /** One writer at a time, which {@link Connections} sees to within a process and the file's lock between processes. */
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
        void lock(Connection connection, Subject subject, Collection<String> hashes) {}

        @Override
        void lockKey(Connection connection, boolean alone) {}

        @Override
        String skipLocked() {
            return "";
        }

        @Override
        void lockTables(Connection connection, Collection<String> tables) {}

        @Override
        void eraseHeldFacts(Connection connection) {}

        @Override
        void beginSnapshot(Connection connection) throws SQLException {
            // By hand, since a transaction of the driver's own would keep every writer waiting.
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
    /** Many writers; those of one conversation, or of one count, wait for each other. */
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
        void lock(Connection connection, Subject subject, Collection<String> hashes) throws SQLException {
            // Two hashes that share a number only wait for each other; all lock in one order, so nobody waits in a
            // circle.
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
        String skipLocked() {
            return " for update skip locked";
        }

        @Override
        void lockTables(Connection connection, Collection<String> tables) throws SQLException {
            execute(connection, "lock table " + String.join(", ", tables) + " in access exclusive mode");
        }

        @Override
        void eraseHeldFacts(Connection connection) throws SQLException {
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

    /** What a lock is about; the number keeps the locks of one subject apart from those of another. */
    enum Subject {
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

        int number() {
            return number;
        }
    }

    /** The numbers that locks of these hashes bear, in the order in which all take them. */
    static Object[] numbers(Collection<String> hashes) {
        return hashes.stream().map(String::hashCode).distinct().sorted().toArray();
    }

    /** That of a connection. */
    static Dialect of(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL") ? POSTGRESQL : SQLITE;
    }

    /** What the migrations leave open. */
    abstract Map<String, String> words();

    /** Keeps others from writing about the same until this transaction ends, also where no row is there yet. */
    abstract void lock(Connection connection, Subject subject, Collection<String> hashes) throws SQLException;

    /** Keeps the state of the key as it is until this transaction ends, for everybody or, to change it, against everybody. */
    abstract void lockKey(Connection connection, boolean alone) throws SQLException;

    /** What ends a query that claims rows, so that others who claim at once get other rows. */
    abstract String skipLocked();

    /** Keeps others from reading and writing these tables until this transaction ends. */
    abstract void lockTables(Connection connection, Collection<String> tables) throws SQLException;

    /** Deletes all facts that are held for the moment, where a table holds them. */
    abstract void eraseHeldFacts(Connection connection) throws SQLException;

    /** From now on a connection sees everything as it is now, until {@link #endSnapshot}. */
    abstract void beginSnapshot(Connection connection) throws SQLException;

    abstract void endSnapshot(Connection connection) throws SQLException;

    /** The settings of a connection that decide what survives a power cut, by name. */
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
