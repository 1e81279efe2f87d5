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
            return Map.of("bytes", "blob", "sequence", "integer primary key", "by_key", "without rowid");
        }

        @Override
        void lock(Connection connection, Subject subject, Collection<String> hashes) {}

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
                    "bytes", "bytea", "sequence", "bigint generated always as identity primary key", "by_key", "");
        }

        @Override
        void lock(Connection connection, Subject subject, Collection<String> hashes) throws SQLException {
            // Two hashes that share a number only wait for each other; all lock in one order, so nobody waits in a
            // circle.
            Object[] numbers =
                    hashes.stream().map(String::hashCode).distinct().sorted().toArray();
            try (PreparedStatement lock = connection.prepareStatement(
                    "select pg_advisory_xact_lock(?, number) from unnest(?::int[]) number")) {
                lock.setInt(1, subject.number);
                lock.setArray(2, connection.createArrayOf("int4", numbers));
                lock.execute();
            }
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
        ORGANIZERS(10);

        private final int number;

        Subject(int number) {
            this.number = number;
        }
    }

    /** What the migrations leave open. */
    abstract Map<String, String> words();

    /** Keeps others from writing about the same until this transaction ends, also where no row is there yet. */
    abstract void lock(Connection connection, Subject subject, Collection<String> hashes) throws SQLException;

    /** The settings of a connection that decide what survives a power cut, by name. */
    abstract Map<String, String> durability(Connection connection) throws SQLException;

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
