package campaignbot.storage;

import campaignbot.alert.sending.AlertTicket;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Changes rows of recipients, each only where it is still in the round and the state that it was in, and tells which it changed.
 *
 * <p>Rows that change alike go in one statement, since those of an alert are many and nearly always do.
 */
final class RowChange {

    private static final int MOST_AT_ONCE = 512;

    private final String update;
    private final Map<Kind, List<String>> changes = new LinkedHashMap<>();

    private record Kind(String alert, int round, Instant now, List<@Nullable Object> values) {}

    /**
     * A change.
     *
     * @param set what is set, besides when it was changed, with marks
     * @param where what a row must be, without any; a state as {@code state + 0}, which keeps databases from looking through all
     *     rows of that state instead of looking up each person's
     */
    RowChange(String set, String where) {
        this.update = "update alert_recipient set " + set + ", changed_at = ? where alert = ? and round = ? and "
                + where + " and person_hash in (";
    }

    void add(AlertTicket ticket, Instant now, @Nullable Object... values) {
        Kind kind = new Kind(ticket.alert(), ticket.round(), now, Arrays.asList(values));
        changes.computeIfAbsent(kind, each -> new ArrayList<>()).add(ticket.person());
    }

    /** Changes what was added. */
    Set<AlertTicket> execute(Connections connections, Connection connection) throws SQLException {
        Set<AlertTicket> changed = new HashSet<>();
        if (changes.isEmpty()) {
            return changed;
        }
        // Two that change the same rows in different orders would wait for each other in a circle.
        connections
                .dialect()
                .lock(
                        connection,
                        Dialect.Subject.ALERT,
                        changes.keySet().stream().map(Kind::alert).toList());
        for (Map.Entry<Kind, List<String>> each : changes.entrySet()) {
            List<String> persons = each.getValue();
            for (int from = 0; from < persons.size(); from += MOST_AT_ONCE) {
                int to = Math.min(persons.size(), from + MOST_AT_ONCE);
                execute(connection, each.getKey(), persons.subList(from, to), changed);
            }
        }
        changes.clear();
        return changed;
    }

    private void execute(Connection connection, Kind kind, List<String> persons, Set<AlertTicket> changed)
            throws SQLException {
        // A power of two of marks, so that statements are few enough to stay prepared; the last person fills the rest.
        int marks = Integer.highestOneBit(2 * persons.size() - 1);
        List<@Nullable Object> values = new ArrayList<>(kind.values);
        values.add(kind.now.toEpochMilli());
        values.add(kind.alert);
        values.add(kind.round);
        for (int mark = 0; mark < marks; mark++) {
            values.add(persons.get(Math.min(mark, persons.size() - 1)));
        }
        try (PreparedStatement statement =
                connection.prepareStatement(update + "?" + ", ?".repeat(marks - 1) + ") returning person_hash")) {
            Writes.bind(statement, values.toArray());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    changed.add(new AlertTicket(kind.alert, row.getString(1), kind.round));
                }
            }
        }
    }
}
