package campaignbot.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings a database's tables to this version of the bot.
 *
 * <p>Where they are there already, as at all starts but the first of a version, Flyway is not even loaded: that would take longer
 * than everything else that a short command does.
 */
final class Migrations {

    private static final String FOLDER = "campaignbot/storage/migrations";

    /** The numbers of all migrations; a test holds them against the folder. */
    static final Set<String> NUMBERS = Set.of(
            "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "19", "20", "21", "22", "23", "24", "25", "26",
            "28", "30", "31", "32", "34", "35");

    private Migrations() {}

    static void run(Connections connections) throws UnusableDatabase {
        if (applied(connections).equals(NUMBERS)) {
            return;
        }
        try {
            of(connections).migrate();
        } catch (FlywayException failure) {
            throw new UnusableDatabase(
                    "The database's tables cannot be brought to this version of the bot. Nothing was lost: start the version"
                            + " that used it last, or restore a backup.",
                    failure);
        }
    }

    static Flyway of(Connections connections) {
        return Flyway.configure()
                .dataSource(connections.source())
                .locations("classpath:" + FOLDER)
                .placeholders(connections.dialect().words())
                .load();
    }

    /** The numbers of the migrations that a database has gone through; none where it has not even a list of them. */
    private static Set<String> applied(Connections connections) {
        try {
            return connections.read(Migrations::applied);
        } catch (StorageFailure noList) {
            return Set.of();
        }
    }

    private static Set<String> applied(Connection connection) throws SQLException {
        Set<String> numbers = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "select version from flyway_schema_history where version is not null and success = true");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                numbers.add(row.getString(1));
            }
        }
        return numbers;
    }
}
