package campaignbot.storage;

import campaignbot.alert.AlertTicket;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Changes rows of recipients, each only where it is still in the round and the state that it was in, and tells which it changed. */
final class RowChange implements AutoCloseable {

    private final PreparedStatement update;
    private final List<Change> changes = new ArrayList<>();

    private record Change(
            AlertTicket ticket, Instant now, @Nullable Object[] values) {}

    /**
     * A change.
     *
     * @param set what is set, besides when it was changed, with marks
     * @param where what a row must be, without any
     */
    RowChange(Connection connection, String set, String where) throws SQLException {
        this.update = connection.prepareStatement("update alert_recipient set " + set
                + ", changed_at = ? where person_hash = ? and alert = ? and round = ? and " + where);
    }

    void add(AlertTicket ticket, Instant now, @Nullable Object... values) {
        changes.add(new Change(ticket, now, values));
    }

    /** Changes what was added. */
    Set<AlertTicket> execute() throws SQLException {
        if (changes.isEmpty()) {
            return Set.of();
        }
        // In one order, since two that change the same rows in different ones would wait for each other in a circle.
        changes.sort(
                Comparator.comparing((Change each) -> each.ticket.person()).thenComparing(each -> each.ticket.alert()));
        for (Change each : changes) {
            @Nullable Object[] values = Arrays.copyOf(each.values, each.values.length + 4);
            int next = each.values.length;
            values[next++] = each.now.toEpochMilli();
            values[next++] = each.ticket.person();
            values[next++] = each.ticket.alert();
            values[next] = each.ticket.round();
            Writes.bind(update, values);
            update.addBatch();
        }
        int[] rows = update.executeBatch();
        Set<AlertTicket> changed = new HashSet<>();
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] == 1) {
                changed.add(changes.get(i).ticket);
            }
        }
        changes.clear();
        return changed;
    }

    @Override
    public void close() throws SQLException {
        update.close();
    }
}
