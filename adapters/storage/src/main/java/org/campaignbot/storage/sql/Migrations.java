package org.campaignbot.storage.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.campaignbot.storage.failure.StorageFailure;
import org.campaignbot.storage.failure.UnusableDatabase;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Migrates a database's tables to this version of the bot.
 *
 * <p>If they're current, as at every start but a version's first, Flyway isn't even loaded: that would take longer than everything
 * else a short command does.
 */
public final class Migrations {

    private static final String FOLDER = "org/campaignbot/storage/migrations";

    /** The files of all migrations; a test compares them with the folder. */
    public static final Set<String> FILES = Set.of(
            "V1__schema.sql", "V2__outcomes.sql", "V3__api_tokens.sql", "V4__crm_events.sql", "V5__test_group.sql");

    /** The last commit whose bot reads databases from before the first release. */
    private static final String LAST_BEFORE_RELEASE = "6ca89ae6325b1c85be1fe3b80eedb6afdbfc0487";

    private Migrations() {}

    public static void run(Connections connections) throws UnusableDatabase {
        Set<String> applied = applied(connections);
        if (applied.equals(FILES)) {
            return;
        }
        if (applied.contains("V1__conversations_and_outbox.sql")) {
            throw new UnusableDatabase(
                    "This database was made by a bot from before the first release, and this one can't read it."
                            + " The last commit that can is " + LAST_BEFORE_RELEASE
                            + ": start that one to use it, or start afresh with another BOT_DATA or DATABASE_URL. Nothing was changed.");
        }
        try {
            of(connections).migrate();
        } catch (FlywayException failure) {
            throw new UnusableDatabase(
                    "The database's tables can't be brought to this version of the bot. Nothing was lost: start the version"
                            + " that used it last, or restore a backup.",
                    failure);
        }
    }

    public static Flyway of(Connections connections) {
        return Flyway.configure()
                .dataSource(connections.source())
                .locations("classpath:" + FOLDER)
                .placeholders(connections.dialect().words())
                .load();
    }

    /** The migrations already applied to a database; none if it doesn't even have a history table. */
    private static Set<String> applied(Connections connections) {
        try {
            return connections.read(Migrations::applied);
        } catch (StorageFailure noList) {
            return Set.of();
        }
    }

    private static Set<String> applied(Connection connection) throws SQLException {
        Set<String> files = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "select script from flyway_schema_history where version is not null and success = true");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                files.add(row.getString(1));
            }
        }
        return files;
    }
}
