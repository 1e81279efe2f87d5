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
import org.campaignbot.alert.sending.Recipients.RecipientKey;

/**
 * Changes recipient rows, each only if it's still in the same state, and returns which ones changed.
 *
 * <p>Rows with the same change go in one statement, since an alert has many and they nearly always change alike. Before two
 * transactions change rows of the same alerts, lock the alerts: in different orders they would deadlock.
 */
public final class RowChange {

    private final String update;
    private final Map<Kind, List<String>> changes = new LinkedHashMap<>();

    private record Kind(String alert, Instant now, List<Object> values) {}

    /**
     * Creates a change.
     *
     * @param set what to set, besides the time of the change, with parameters
     * @param where the condition on a row, without parameters; write a state as {@code state + 0}, so that databases look up each
     *     person's row instead of scanning all rows in that state
     */
    public RowChange(String set, String where) {
        this.update = "update alert_recipient set " + set + ", changed_at = ? where alert = ? and " + where;
    }

    public void add(RecipientKey key, Instant now, Object... values) {
        changes.computeIfAbsent(new Kind(key.alert(), now, List.of(values)), each -> new ArrayList<>())
                .add(key.person());
    }

    /** Makes the changes that were added. */
    public Set<RecipientKey> execute(Connection connection) throws SQLException {
        Set<RecipientKey> changed = new HashSet<>();
        for (Map.Entry<Kind, List<String>> each : changes.entrySet()) {
            Kind kind = each.getKey();
            List<Object> values = new ArrayList<>(kind.values);
            values.addAll(List.of(kind.now.toEpochMilli(), kind.alert));
            ByHash.changed(connection, update, "person_hash", each.getValue(), values.toArray())
                    .forEach(person -> changed.add(new RecipientKey(kind.alert, person)));
        }
        changes.clear();
        return changed;
    }
}
