package org.campaignbot.storage.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The few facts about the database itself, by name. */
public final class InstallationTable {

    private InstallationTable() {}

    public static Optional<String> read(Connection connection, String name) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select content from installation where name = ?")) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    public static void write(Connection connection, String name, String content) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into installation (name, content)"
                + " values (?, ?) on conflict (name) do update set content = excluded.content")) {
            insert.setString(1, name);
            insert.setString(2, content);
            insert.executeUpdate();
        }
    }

    /** The version of the tables: the number of the last migration. */
    public static String schema(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select version from flyway_schema_history"
                        + " where version is not null order by installed_rank desc limit 1");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }
}
