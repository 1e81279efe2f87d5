package campaignbot.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The few facts about the database itself, by name. */
final class Installation {

    private Installation() {}

    static Optional<String> read(Connection connection, String name) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select content from installation where name = ?")) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    static void write(Connection connection, String name, String content) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into installation (name, content)"
                + " values (?, ?) on conflict (name) do update set content = excluded.content")) {
            insert.setString(1, name);
            insert.setString(2, content);
            insert.executeUpdate();
        }
    }
}
