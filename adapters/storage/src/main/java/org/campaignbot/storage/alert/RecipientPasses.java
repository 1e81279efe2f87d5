package org.campaignbot.storage.alert;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.campaignbot.alert.sending.AlertTicket;
import org.campaignbot.alert.sending.Recipients;
import org.campaignbot.alert.sending.Recipients.Due;
import org.campaignbot.alert.sending.Recipients.Next;
import org.campaignbot.alert.sending.Recipients.State;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.sending.Outgoing;
import org.campaignbot.storage.outbox.JdbcOutbox;
import org.campaignbot.storage.sql.BatchWrite;
import org.campaignbot.storage.sql.ByHash;
import org.campaignbot.storage.sql.Connections;
import org.campaignbot.storage.sql.Identities;
import org.campaignbot.storage.sql.RowChange;
import org.campaignbot.subscriptions.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Passes recipients on to the outbox and takes them back.
 *
 * <p>Reading and sealing happen outside the transaction that writes; a row that another process passed on meanwhile is then left
 * alone, as its state and round show.
 */
final class RecipientPasses {

    private final Connections connections;
    private final Identities identities;
    private final JdbcOutbox outbox;

    RecipientPasses(Connections connections, Identities identities, JdbcOutbox outbox) {
        this.connections = connections;
        this.identities = identities;
        this.outbox = outbox;
    }

    /** A row as it was read. */
    private record Row(AlertTicket ticket, String subscription) {}

    /** A row with its outcome, and its message ready for the outbox. */
    private record Passed(AlertTicket ticket, Next next, JdbcOutbox.@Nullable Staged message) {}

    int forward(String alert, boolean canary, Instant now, int most, Function<Due, Next> fate) {
        List<Row> rows = waiting(alert, canary, now, most);
        if (rows.isEmpty()) {
            return 0;
        }
        Map<String, Subscription> subscriptions = subscriptions(rows);
        List<Passed> passed = rows.parallelStream()
                .map(row -> passed(row, subscriptions.get(row.subscription), fate))
                .toList();
        return connections.write(connection -> write(connection, passed, now));
    }

    private List<Row> waiting(String alert, boolean canary, Instant now, int most) {
        return connections.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select person_hash, round, subscription_hash from alert_recipient"
                            + " where alert = ? and state = 0 and due_at <= ?" + (canary ? " and canary = 1" : "")
                            + " order by alert, state, due_at limit ?")) {
                BatchWrite.bind(select, alert, now.toEpochMilli(), most);
                try (ResultSet row = select.executeQuery()) {
                    List<Row> rows = new ArrayList<>();
                    while (row.next()) {
                        rows.add(new Row(new AlertTicket(alert, row.getString(1), row.getInt(2)), row.getString(3)));
                    }
                    return rows;
                }
            }
        });
    }

    private Map<String, Subscription> subscriptions(List<Row> rows) {
        Map<String, Subscription> found = new HashMap<>();
        connections.read(connection -> {
            ByHash.select(
                    connection,
                    "select " + JdbcSubscriptions.COLUMNS + " from subscription where id_hash",
                    rows.stream().map(Row::subscription).toList(),
                    row -> found.put(row.getString(1), JdbcSubscriptions.read(row, identities)));
            return found;
        });
        return found;
    }

    private Passed passed(Row row, @Nullable Subscription subscription, Function<Due, Next> fate) {
        Next next = subscription == null
                ? new Next.End(State.WITHHELD, Recipients.LEFT)
                : fate.apply(new Due(row.ticket, subscription));
        if (!(next instanceof Next.Send send)) {
            return new Passed(row.ticket, next, null);
        }
        Outgoing message = send.message();
        return new Passed(row.ticket, next, outbox.stage(new ConversationKey(message.to(), message.person()), message));
    }

    private int write(Connection connection, List<Passed> passed, Instant now) throws SQLException {
        int went = 0;
        RowChange change = new RowChange("state = ?, due_at = ?, why = ?, day = ?", "state + 0 = 0");
        try (BatchWrite messages = new BatchWrite(connection.prepareStatement(JdbcOutbox.INSERT), () -> {})) {
            for (Passed each : passed) {
                Next next = each.next;
                if (next instanceof Next.Send send) {
                    change.add(
                            each.ticket,
                            now,
                            number(State.IN_OUTBOX),
                            send.until().toEpochMilli(),
                            "",
                            "");
                } else if (next instanceof Next.Later later) {
                    change.add(
                            each.ticket, now, number(State.WAITING), later.due().toEpochMilli(), "", "");
                } else if (next instanceof Next.End end) {
                    String day = EasternTime.dateAt(now).toString();
                    change.add(each.ticket, now, number(end.state()), 0, end.why(), day);
                }
            }
            Set<AlertTicket> changed = change.execute(connections, connection);
            for (Passed each : passed) {
                if (changed.contains(each.ticket)) {
                    went++;
                    if (each.message != null) {
                        outbox.add(messages, each.message, Set.of(), now.toEpochMilli());
                    }
                }
            }
            messages.execute();
        }
        return Math.max(went, 1);
    }

    int takeBack(String alert, int most, Instant now) {
        return connections.write(connection -> {
            RowChange change = new RowChange("state = ?, due_at = ?, round = round + 1", "state + 0 = 1");
            for (AlertTicket each : inOutbox(connection, alert, most)) {
                change.add(each, now, number(State.WAITING), now.toEpochMilli());
            }
            Set<AlertTicket> taken = change.execute(connections, connection);
            // A row that departed meanwhile is no longer just queued, so it wasn't changed above and stays.
            outbox.withdraw(connection, taken.stream().map(AlertTicket::id).toList());
            RecipientLeaving.finish(connection, taken, now);
            return taken.size();
        });
    }

    private static List<AlertTicket> inOutbox(Connection connection, String alert, int most) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select person_hash, round from alert_recipient where alert = ? and state = 1 limit ?")) {
            BatchWrite.bind(select, alert, most);
            try (ResultSet row = select.executeQuery()) {
                List<AlertTicket> tickets = new ArrayList<>();
                while (row.next()) {
                    tickets.add(new AlertTicket(alert, row.getString(1), row.getInt(2)));
                }
                return tickets;
            }
        }
    }

    private static int number(State state) {
        return RecipientState.number(state);
    }
}
