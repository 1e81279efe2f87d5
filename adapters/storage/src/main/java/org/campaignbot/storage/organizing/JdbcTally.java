package org.campaignbot.storage.organizing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.outcomes.Tally;
import org.campaignbot.storage.maintenance.Retention;
import org.campaignbot.storage.sql.ByHash;
import org.campaignbot.storage.sql.Connections;
import org.campaignbot.storage.sql.Dialect.Subject;
import org.campaignbot.storage.sql.Identities;
import org.jspecify.annotations.Nullable;

/**
 * Counts in a database.
 *
 * <p>Who did what is stored as one keyed hash of person, action, seat, and day, with its outcome; {@link Retention} deletes it
 * after 48 hours, and only the counts stay.
 */
public final class JdbcTally implements Tally {

    private final Connections connections;
    private final Identities identities;

    public JdbcTally(Connections connections, Identities identities) {
        this.connections = connections;
        this.identities = identities;
    }

    @Override
    public void count(String doer, Deed deed, String outcome, Instant at) {
        LocalDate day = EasternTime.dateAt(at);
        connections.write(connection -> {
            String mark = mark(doer, deed, day);
            connections.dialect().lock(connection, Subject.TALLY, List.of(mark));
            String earlier = outcomeOf(connection, mark);
            if (!outcome.equals(earlier)) {
                // Everyone uses the same order, so that two people swapping outcomes never deadlock.
                if (earlier != null && earlier.compareTo(outcome) < 0) {
                    add(connection, deed, day, earlier, -1);
                }
                add(connection, deed, day, outcome, 1);
                if (earlier != null && earlier.compareTo(outcome) > 0) {
                    add(connection, deed, day, earlier, -1);
                }
            }
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into tally_mark (mark_hash, outcome, counted_at) values (?, ?, ?) on conflict (mark_hash)"
                            + " do update set outcome = excluded.outcome, counted_at = excluded.counted_at")) {
                insert.setString(1, mark);
                insert.setString(2, outcome);
                insert.setLong(3, at.toEpochMilli());
                return insert.executeUpdate();
            }
        });
    }

    @Override
    public void takeBack(String doer, Deed deed, Instant at) {
        LocalDate day = EasternTime.dateAt(at);
        connections.write(connection -> {
            String mark = mark(doer, deed, day);
            connections.dialect().lock(connection, Subject.TALLY, List.of(mark));
            String earlier = outcomeOf(connection, mark);
            if (earlier != null) {
                add(connection, deed, day, earlier, -1);
                ByHash.change(connection, "delete from tally_mark where mark_hash", List.of(mark));
            }
            return mark;
        });
    }

    @Override
    public List<Total> totals() {
        return connections.read(connection -> {
            List<Total> totals = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(
                            "select action, state, day, outcome, number from tally_count where number > 0"
                                    + " order by action, state, day, outcome");
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    totals.add(new Total(
                            row.getString(1),
                            row.getString(2),
                            LocalDate.parse(row.getString(3)),
                            row.getString(4),
                            row.getLong(5)));
                }
            }
            return totals;
        });
    }

    private String mark(String doer, Deed deed, LocalDate day) {
        return identities.hash("mark", doer, deed.action(), deed.seat(), day.toString());
    }

    private static @Nullable String outcomeOf(Connection connection, String mark) throws SQLException {
        @Nullable String[] outcome = {null};
        ByHash.select(
                connection,
                "select outcome from tally_mark where mark_hash",
                List.of(mark),
                row -> outcome[0] = row.getString(1));
        return outcome[0];
    }

    private static void add(Connection connection, Deed deed, LocalDate day, String outcome, int more)
            throws SQLException {
        try (PreparedStatement add = connection.prepareStatement(
                "insert into tally_count (action, state, day, outcome, number) values (?, ?, ?, ?, ?)"
                        + " on conflict (action, state, day, outcome)"
                        + " do update set number = tally_count.number + excluded.number")) {
            add.setString(1, deed.action());
            add.setString(2, deed.state());
            add.setString(3, day.toString());
            add.setString(4, outcome);
            add.setInt(5, more);
            add.executeUpdate();
        }
    }
}
