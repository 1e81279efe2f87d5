package org.campaignbot.storage.organizing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.campaignbot.outcomes.Period;
import org.campaignbot.outcomes.Tally;
import org.campaignbot.storage.maintenance.Retention;
import org.campaignbot.storage.sql.BatchWrite;
import org.campaignbot.storage.sql.ByHash;
import org.campaignbot.storage.sql.Connections;
import org.campaignbot.storage.sql.Dialect.Subject;
import org.campaignbot.storage.sql.Identities;
import org.jspecify.annotations.Nullable;

/**
 * Counts in a database.
 *
 * <p>Who did what is stored as one keyed hash of person, action, seat, and day, with its outcome, language, and surface;
 * {@link Retention} deletes it after 48 hours, and only the counts stay.
 */
public final class JdbcTally implements Tally {

    private final Connections connections;
    private final Identities identities;

    public JdbcTally(Connections connections, Identities identities) {
        this.connections = connections;
        this.identities = identities;
    }

    @Override
    public void count(String doer, Deed deed, String outcome, Way way, Instant at) {
        LocalDate day = deed.dayAt(at);
        connections.write(connection -> {
            String mark = mark(doer, deed, day);
            connections.dialect().lock(connection, Subject.TALLY, List.of(mark));
            Counted earlier = counted(connection, mark);
            if (earlier != null && earlier.outcome.equals(outcome)) {
                ByHash.change(
                        connection,
                        "update tally_mark set counted_at = ? where mark_hash",
                        List.of(mark),
                        at.toEpochMilli());
                return 0;
            }
            List<Change> changes = new ArrayList<>(List.of(new Change(new Counted(outcome, way), 1)));
            if (earlier != null) {
                changes.add(new Change(earlier, -1));
            }
            // Everyone uses the same order, so that two people swapping outcomes never deadlock.
            changes.sort(Comparator.comparing(change -> change.counted.outcome));
            for (Change change : changes) {
                addBySeat(connection, deed, day, change);
            }
            for (Change change : changes) {
                addByWay(connection, deed, day, change);
            }
            return BatchWrite.one(
                    connection,
                    "insert into tally_mark (mark_hash, outcome, language, surface, counted_at) values (?, ?, ?, ?, ?)"
                            + " on conflict (mark_hash) do update set outcome = excluded.outcome,"
                            + " language = excluded.language, surface = excluded.surface, counted_at = excluded.counted_at",
                    mark,
                    outcome,
                    way.language(),
                    way.surface(),
                    at.toEpochMilli());
        });
    }

    @Override
    public void takeBack(String doer, Deed deed, Instant at) {
        LocalDate day = deed.dayAt(at);
        connections.write(connection -> {
            String mark = mark(doer, deed, day);
            connections.dialect().lock(connection, Subject.TALLY, List.of(mark));
            Counted earlier = counted(connection, mark);
            if (earlier != null) {
                addBySeat(connection, deed, day, new Change(earlier, -1));
                addByWay(connection, deed, day, new Change(earlier, -1));
                ByHash.change(connection, "delete from tally_mark where mark_hash", List.of(mark));
            }
            return mark;
        });
    }

    @Override
    public List<SeatTotal> bySeat(Period period) {
        return select(
                "select action, outcome, seat, day, number from outcome_by_seat where number > 0 and day >= ?"
                        + " and day <= ? order by action, outcome, seat, day",
                period.first().toString(),
                period.last().toString(),
                row -> new SeatTotal(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        LocalDate.parse(row.getString(4)),
                        row.getLong(5)));
    }

    @Override
    public List<WayTotal> byWay(Period period) {
        return select(
                "select action, outcome, language, surface, month, number from outcome_by_way where number > 0"
                        + " and month >= ? and month <= ? order by action, outcome, language, surface, month",
                YearMonth.from(period.first()).toString(),
                YearMonth.from(period.last()).toString(),
                row -> new WayTotal(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        YearMonth.parse(row.getString(5)),
                        row.getLong(6)));
    }

    private <T> List<T> select(String sql, String from, String to, Read<T> read) {
        return connections.read(connection -> {
            List<T> found = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                BatchWrite.bind(select, from, to);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(read.from(row));
                    }
                }
            }
            return found;
        });
    }

    @FunctionalInterface
    private interface Read<T> {
        T from(ResultSet row) throws SQLException;
    }

    private String mark(String doer, Deed deed, LocalDate day) {
        return identities.hash("mark", doer, deed.action(), deed.seat(), day.toString());
    }

    private static @Nullable Counted counted(Connection connection, String mark) throws SQLException {
        @Nullable Counted[] counted = {null};
        ByHash.select(
                connection,
                "select outcome, language, surface from tally_mark where mark_hash",
                List.of(mark),
                row -> counted[0] = new Counted(row.getString(1), new Way(row.getString(2), row.getString(3))));
        return counted[0];
    }

    private static void addBySeat(Connection connection, Deed deed, LocalDate day, Change change) throws SQLException {
        BatchWrite.one(
                connection,
                "insert into outcome_by_seat (action, outcome, seat, day, number) values (?, ?, ?, ?, ?)"
                        + " on conflict (action, outcome, seat, day)"
                        + " do update set number = outcome_by_seat.number + excluded.number",
                deed.action(),
                change.counted.outcome,
                deed.seat(),
                day.toString(),
                change.more);
    }

    private static void addByWay(Connection connection, Deed deed, LocalDate day, Change change) throws SQLException {
        if (deed.topic().isPresent()) {
            return;
        }
        BatchWrite.one(
                connection,
                "insert into outcome_by_way (action, outcome, language, surface, month, number) values (?, ?, ?, ?, ?, ?)"
                        + " on conflict (action, outcome, language, surface, month)"
                        + " do update set number = outcome_by_way.number + excluded.number",
                deed.action(),
                change.counted.outcome,
                change.counted.way.language(),
                change.counted.way.surface(),
                YearMonth.from(day).toString(),
                change.more);
    }

    /** What a mark counted. */
    private record Counted(String outcome, Way way) {}

    /** How many more of something there are. */
    private record Change(Counted counted, int more) {}
}
