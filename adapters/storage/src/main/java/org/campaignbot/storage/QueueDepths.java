package org.campaignbot.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import org.campaignbot.alert.sending.Recipients.State;
import org.campaignbot.sending.Outgoing.Lane;
import org.campaignbot.storage.alert.RecipientState;
import org.campaignbot.storage.outbox.OutboxRow;

/**
 * The queue lengths in a database, for operators.
 *
 * @param messages the number of waiting messages per lane, for alerts the recipients who wait
 * @param recipients the number of alert recipients per state, while their rows are kept
 */
public record QueueDepths(Map<Lane, Long> messages, Map<State, Long> recipients) {

    static QueueDepths of(Connection connection) throws SQLException {
        Map<Lane, Long> messages = new EnumMap<>(Lane.class);
        for (Lane lane : Lane.values()) {
            messages.put(lane, 0L);
        }
        count(connection, "lane", "outbox", (lane, number) -> messages.put(OutboxRow.laneOf(lane), number));
        Map<State, Long> recipients = new EnumMap<>(State.class);
        for (State state : State.values()) {
            recipients.put(state, 0L);
        }
        count(
                connection,
                "state",
                "alert_recipient",
                (state, number) -> recipients.put(RecipientState.of(state), number));
        messages.put(Lane.ALERT, recipients.getOrDefault(State.WAITING, 0L));
        return new QueueDepths(messages, recipients);
    }

    private interface Taker {
        void take(int kind, long number);
    }

    private static void count(Connection connection, String column, String table, Taker taker) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "select " + column + ", count(*) from " + table + " group by " + column);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                taker.take(row.getInt(1), row.getLong(2));
            }
        }
    }
}
