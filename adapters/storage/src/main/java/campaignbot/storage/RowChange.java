package campaignbot.storage;

import campaignbot.alert.sending.AlertTicket;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Changes rows of recipients, each only where it is still in the round and the state that it was in, and tells which it changed.
 *
 * <p>Rows that change alike go in one statement, since those of an alert are many and nearly always do.
 */
final class RowChange {

    private final String update;
    private final Map<Kind, List<String>> changes = new LinkedHashMap<>();

    private record Kind(String alert, int round, Instant now, List<Object> values) {}

    /**
     * A change.
     *
     * @param set what is set, besides when it was changed, with marks
     * @param where what a row must be, without any; a state as {@code state + 0}, which keeps databases from looking through all
     *     rows of that state instead of looking up each person's
     */
    RowChange(String set, String where) {
        this.update =
                "update alert_recipient set " + set + ", changed_at = ? where alert = ? and round = ? and " + where;
    }

    void add(AlertTicket ticket, Instant now, Object... values) {
        Kind kind = new Kind(ticket.alert(), ticket.round(), now, List.of(values));
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
            Kind kind = each.getKey();
            List<Object> values = new ArrayList<>(kind.values);
            values.addAll(List.of(kind.now.toEpochMilli(), kind.alert, kind.round));
            ByHash.changed(connection, update, "person_hash", each.getValue(), values.toArray())
                    .forEach(person -> changed.add(new AlertTicket(kind.alert, person, kind.round)));
        }
        changes.clear();
        return changed;
    }
}
