package campaignbot.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** Finds or removes many rows by their hashes, in few statements of few shapes. */
final class ByHash {

    private static final int MOST_AT_ONCE = 512;

    private ByHash() {}

    /** What is done with each row found. */
    @FunctionalInterface
    interface Reader {
        void row(ResultSet row) throws SQLException;
    }

    /** Reads the rows of {@code select … where column} with these hashes, in no order. */
    static void select(Connection connection, String select, Collection<String> hashes, Reader reader)
            throws SQLException {
        List<String> all = List.copyOf(hashes);
        for (int from = 0; from < all.size(); from += MOST_AT_ONCE) {
            try (PreparedStatement statement = prepare(connection, select, all, from);
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
     * @param others the values of the marks that stand before the hashes: texts and numbers
     */
    static void change(Connection connection, String change, Collection<String> hashes, Object... others)
            throws SQLException {
        List<String> all = List.copyOf(hashes);
        for (int from = 0; from < all.size(); from += MOST_AT_ONCE) {
            try (PreparedStatement statement = prepare(connection, change, all, from, others)) {
                statement.executeUpdate();
            }
        }
    }

    private static PreparedStatement prepare(
            Connection connection, String start, List<String> all, int from, Object... others) throws SQLException {
        int present = Math.min(MOST_AT_ONCE, all.size() - from);
        // A power of two of marks, so that statements are few enough to stay prepared; the last hash fills the rest.
        int marks = Integer.highestOneBit(2 * present - 1);
        PreparedStatement statement = connection.prepareStatement(start + " in (?" + ", ?".repeat(marks - 1) + ")");
        for (int other = 0; other < others.length; other++) {
            statement.setObject(other + 1, others[other]);
        }
        for (int mark = 0; mark < marks; mark++) {
            statement.setString(others.length + mark + 1, all.get(from + Math.min(mark, present - 1)));
        }
        return statement;
    }
}
