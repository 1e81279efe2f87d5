package org.campaignbot.storage.organizing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.outcomes.WrongNumbers;
import org.campaignbot.storage.sql.BatchWrite;
import org.campaignbot.storage.sql.Connections;
import org.campaignbot.storage.sql.Dialect.Subject;
import org.campaignbot.storage.sql.Identities;

/**
 * Counts of wrong numbers in a database.
 *
 * <p>Who reported is stored as one keyed hash of person and number, which is deleted after 48 hours; only the counts
 * stay.
 */
public final class JdbcWrongNumbers implements WrongNumbers {

    /** How long a person's hash stays with a number they reported as wrong, so that it counts once a day and can be undone. */
    public static final Duration REPORTERS_KEPT = Duration.ofDays(2);

    private final Connections connections;
    private final Identities identities;

    public JdbcWrongNumbers(Connections connections, Identities identities) {
        this.connections = connections;
        this.identities = identities;
    }

    @Override
    public void report(String reporter, String number, Instant at) {
        String day = EasternTime.dateAt(at).toString();
        connections.write(connection -> {
            lock(connection, number);
            int isNew = BatchWrite.one(
                    connection,
                    "insert into number_report (reporter_hash, day, number, reported_at) values (?, ?, ?, ?)"
                            + " on conflict (reporter_hash, day) do nothing",
                    hash(reporter, number),
                    day,
                    number,
                    at.toEpochMilli());
            return isNew == 0 ? 0 : add(connection, number, day, 1);
        });
    }

    @Override
    public void withdraw(String reporter, String number, Instant at) {
        connections.write(connection -> {
            lock(connection, number);
            List<String> days = new ArrayList<>();
            try (PreparedStatement delete = connection.prepareStatement(
                    "delete from number_report" + " where reporter_hash = ? and reported_at >= ? returning day")) {
                BatchWrite.bind(
                        delete, hash(reporter, number), at.minus(REPORTERS_KEPT).toEpochMilli());
                try (ResultSet row = delete.executeQuery()) {
                    while (row.next()) {
                        days.add(row.getString(1));
                    }
                }
            }
            for (String day : days) {
                add(connection, number, day, -1);
            }
            return BatchWrite.one(connection, "delete from number_count where number = ? and reports <= 0", number);
        });
    }

    @Override
    public void dismiss(String number) {
        connections.write(connection -> {
            lock(connection, number);
            BatchWrite.one(connection, "delete from number_report where number = ?", number);
            return BatchWrite.one(connection, "delete from number_count where number = ?", number);
        });
    }

    @Override
    public List<Reported> reported() {
        return connections.read(connection -> {
            List<Reported> reported = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement("select number, sum(reports), max(day)"
                            + " from number_count where reports > 0 group by number order by number");
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    reported.add(new Reported(row.getString(1), row.getLong(2), LocalDate.parse(row.getString(3))));
                }
            }
            return reported;
        });
    }

    private void lock(Connection connection, String number) throws SQLException {
        connections.dialect().lock(connection, Subject.NUMBER, List.of(number));
    }

    private String hash(String reporter, String number) {
        return identities.hash("reporter", reporter, number);
    }

    private static int add(Connection connection, String number, String day, int more) throws SQLException {
        return BatchWrite.one(
                connection,
                "insert into number_count (number, day, reports) values (?, ?, ?) on conflict (number, day)"
                        + " do update set reports = number_count.reports + excluded.reports",
                number,
                day,
                more);
    }
}
