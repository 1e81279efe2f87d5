package org.campaignbot.storage.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.postgresql.PGStatement;

/** Finds or deletes many rows by their hashes, with few statements of few shapes. */
public final class ByHash {

    private static final int MOST_AT_ONCE = 512;

    /** From this many hashes on, PostgreSQL plans each statement anew: that costs less than a wrong plan for so many. */
    private static final int MANY = 16;

    private ByHash() {}

    /** Handles each row found. */
    @FunctionalInterface
    public interface Reader {
        void row(ResultSet row) throws SQLException;
    }

    /** Reads the rows of {@code select … where column} with these hashes, in no particular order. */
    public static void select(Connection connection, String select, Collection<String> hashes, Reader reader)
            throws SQLException {
        List<String> all = List.copyOf(hashes);
        for (int from = 0; from < all.size(); from += MOST_AT_ONCE) {
            try (PreparedStatement statement = prepare(connection, select, all, from, "");
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.row(rows);
                }
            }
        }
    }

    /**
     * Changes the rows of {@code delete … where column}, or of an update, with these hashes.
     *
     * @param others the values of the parameters before the hashes: texts and numbers, never null
     */
    public static void change(Connection connection, String change, Collection<String> hashes, Object... others)
            throws SQLException {
        List<String> all = List.copyOf(hashes);
        for (int from = 0; from < all.size(); from += MOST_AT_ONCE) {
            try (PreparedStatement statement = prepare(connection, change, all, from, "", others)) {
                statement.executeUpdate();
            }
        }
    }

    /** Changes rows like {@link #change} and returns the hashes of the rows it found, from the column {@code hash}. */
    static Set<String> changed(
            Connection connection, String change, String hash, Collection<String> hashes, Object... others)
            throws SQLException {
        List<String> all = List.copyOf(hashes);
        Set<String> changed = new HashSet<>();
        for (int from = 0; from < all.size(); from += MOST_AT_ONCE) {
            try (PreparedStatement statement =
                            prepare(connection, change + " and " + hash, all, from, " returning " + hash, others);
                    ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    changed.add(row.getString(1));
                }
            }
        }
        return changed;
    }

    private static PreparedStatement prepare(
            Connection connection, String start, List<String> all, int from, String end, Object... others)
            throws SQLException {
        List<String> some = all.subList(from, Math.min(from + MOST_AT_ONCE, all.size()));
        PreparedStatement statement = Dialect.of(connection) == Dialect.POSTGRESQL
                ? amongArray(connection, start, some, end, others.length + 1)
                : amongMarks(connection, start, some, end, others.length + 1);
        for (int other = 0; other < others.length; other++) {
            statement.setObject(other + 1, others[other]);
        }
        return statement;
    }

    /**
     * Passes all hashes as one array, so there's one statement however many there are. PostgreSQL keeps the plan of a statement it
     * has often run: one from a time when the table was empty reads all of it for each statement when it's large. So many hashes
     * are a statement without a name, which isn't kept.
     */
    private static PreparedStatement amongArray(
            Connection connection, String start, List<String> some, String end, int mark) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(start + " = any (?)" + end);
        if (some.size() >= MANY) {
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        }
        statement.setArray(mark, connection.createArrayOf("text", some.toArray()));
        return statement;
    }

    private static PreparedStatement amongMarks(
            Connection connection, String start, List<String> some, String end, int mark) throws SQLException {
        // A power of two of parameters, so that there are few enough statements to stay prepared; the last hash fills
        // the rest.
        int marks = Integer.highestOneBit(2 * some.size() - 1);
        PreparedStatement statement =
                connection.prepareStatement(start + " in (?" + ", ?".repeat(marks - 1) + ")" + end);
        for (int i = 0; i < marks; i++) {
            statement.setString(mark + i, some.get(Math.min(i, some.size() - 1)));
        }
        return statement;
    }
}
