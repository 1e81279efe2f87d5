package org.campaignbot.storage.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.campaignbot.alert.sending.AlertTicket;

/**
 * Changes recipient rows, each only if it's still in the same round and state, and returns which ones changed.
 *
 * <p>Rows with the same change go in one statement, since an alert has many and they nearly always change alike.
 */
public final class RowChange {

    private final String update;
    private final Map<Kind, List<String>> changes = new LinkedHashMap<>();

    private record Kind(String alert, int round, Instant now, List<Object> values) {}

    /**
     * Creates a change.
     *
     * @param set what to set, besides the time of the change, with parameters
     * @param where the condition on a row, without parameters; write a state as {@code state + 0}, so that databases look up each
     *     person's row instead of scanning all rows in that state
     */
    public RowChange(String set, String where) {
        this.update =
                "update alert_recipient set " + set + ", changed_at = ? where alert = ? and round = ? and " + where;
    }

    public void add(AlertTicket ticket, Instant now, Object... values) {
        Kind kind = new Kind(ticket.alert(), ticket.round(), now, List.of(values));
        changes.computeIfAbsent(kind, each -> new ArrayList<>()).add(ticket.person());
    }

    /** Makes the changes that were added. */
    public Set<AlertTicket> execute(Connections connections, Connection connection) throws SQLException {
        Set<AlertTicket> changed = new HashSet<>();
        if (changes.isEmpty()) {
            return changed;
        }
        // Two that change the same rows in different orders would deadlock.
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
