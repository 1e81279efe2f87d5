package org.campaignbot.storage.alert;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.campaignbot.alert.audience.Criterion;
import org.campaignbot.storage.sql.BatchWrite;
import org.campaignbot.storage.sql.ByHash;
import org.campaignbot.storage.sql.Connections;

/** Which alerts people got, and what they did because of them. */
final class RecipientHistory {

    /** Limits a change to turns later than the one noted; otherwise it's a repeat. */
    private static final String BY_A_LATER_TURN =
            ", told_turn = ? where person_hash = ? and alert = ? and told_turn < ?";

    private final Connections connections;

    RecipientHistory(Connections connections) {
        this.connections = connections;
    }

    /** When people got alerts since a given time; alerts on their way count as now. */
    Map<String, List<Instant>> sent(Collection<String> persons, Instant since, Instant now) {
        Map<String, List<Instant>> sent = new HashMap<>();
        connections.read(connection -> {
            ByHash.select(
                    connection,
                    "select person_hash, state, changed_at from alert_recipient where state in (0, 1, 10, 13)"
                            + " and person_hash",
                    persons,
                    row -> {
                        boolean isOver = row.getInt(2) >= RecipientState.FINAL;
                        Instant at = isOver ? Instant.ofEpochMilli(row.getLong(3)) : now;
                        if (!at.isBefore(since)) {
                            sent.computeIfAbsent(row.getString(1), each -> new ArrayList<>())
                                    .add(at);
                        }
                    });
            return sent;
        });
        return sent;
    }

    /** Which of these people took part in an alert. */
    Set<String> took(String alert, Criterion.Part part, Collection<String> persons) {
        Set<String> took = new HashSet<>();
        connections.read(connection -> {
            ByHash.select(
                    connection,
                    "select person_hash, alert, outcome from alert_recipient where"
                            + " (state = 10 or (state = 13 and started = 1)) and person_hash",
                    persons,
                    row -> {
                        boolean acted = !row.getString(3).isEmpty();
                        if (row.getString(2).equals(alert)
                                && (part == Criterion.Part.GOT || acted == (part == Criterion.Part.ACTED))) {
                            took.add(row.getString(1));
                        }
                    });
            return took;
        });
        return took;
    }

    /** Notes that a person pressed the button. */
    void started(String alert, String person) {
        connections.write(connection -> BatchWrite.one(
                connection,
                "update alert_recipient set started = 1 where person_hash = ? and alert = ? and state in (1, 10, 13)",
                person,
                alert));
    }

    /** Records an outcome on the latest of these alerts that the person started. */
    void told(Collection<String> alerts, String person, String outcome, long turn) {
        connections.write(connection -> BatchWrite.one(
                connection,
                "update alert_recipient set earlier_outcome = outcome, outcome = ?" + BY_A_LATER_TURN,
                outcome,
                turn,
                person,
                lastStarted(connection, alerts, person),
                turn));
    }

    /** Restores the previous outcome on the latest of these alerts that the person started. */
    void tookBack(Collection<String> alerts, String person, long turn) {
        connections.write(connection -> BatchWrite.one(
                connection,
                "update alert_recipient set outcome = earlier_outcome, earlier_outcome = ''" + BY_A_LATER_TURN,
                turn,
                person,
                lastStarted(connection, alerts, person),
                turn));
    }

    /** The latest of these alerts that a person started; empty if there is none. */
    private static String lastStarted(Connection connection, Collection<String> alerts, String person)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select alert from alert_recipient"
                + " where person_hash = ? and started = 1 order by changed_at desc")) {
            select.setString(1, person);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (alerts.contains(row.getString(1))) {
                        return row.getString(1);
                    }
                }
                return "";
            }
        }
    }
}
