package org.campaignbot.storage.alert;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.campaignbot.alert.sending.AlertRun;
import org.campaignbot.storage.sql.BatchWrite;
import org.campaignbot.storage.sql.Connections;
import org.jspecify.annotations.Nullable;

/** How far each alert has come, one row per alert. */
final class AlertRuns {

    private final Connections connections;

    AlertRuns(Connections connections) {
        this.connections = connections;
    }

    /** The progress of an alert. */
    AlertRun run(String alert) {
        return connections.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select looked_at, enlisted_at, canary_at, judged_at, settled_at from alert_run where alert = ?")) {
                select.setString(1, alert);
                try (ResultSet row = select.executeQuery()) {
                    return row.next()
                            ? new AlertRun(
                                    row.getString(1),
                                    instant(row, 2),
                                    instant(row, 3),
                                    instant(row, 4),
                                    instant(row, 5))
                            : AlertRun.NOT_BEGUN;
                }
            }
        });
    }

    /** The alerts that may still have recipients under way. */
    List<String> unsettled() {
        return connections.read(connection -> {
            try (PreparedStatement select =
                            connection.prepareStatement("select alert from alert_run where settled_at is null");
                    ResultSet row = select.executeQuery()) {
                List<String> alerts = new ArrayList<>();
                while (row.next()) {
                    alerts.add(row.getString(1));
                }
                return alerts;
            }
        });
    }

    /** Notes that the canary was judged. */
    void judged(String alert, Instant now) {
        connections.write(connection -> BatchWrite.one(
                connection,
                "update alert_run set judged_at = ? where alert = ? and judged_at is null",
                now.toEpochMilli(),
                alert));
    }

    /** Settles an alert if all its recipients are in a final state; returns whether that is new. */
    boolean settle(String alert, Instant now) {
        return connections.write(connection -> BatchWrite.one(
                        connection,
                        "update alert_run set settled_at = ? where alert = ? and enlisted_at is not null and settled_at"
                                + " is null and not exists (select 1 from alert_recipient where alert = ? and state < 10)",
                        now.toEpochMilli(),
                        alert,
                        alert))
                == 1;
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    /**
     * Notes in a transaction how far the subscriptions were scanned; returns false if another process has moved on from there.
     *
     * @param upTo the last subscription scanned, or null if that was all of them
     */
    static boolean lookedAt(Connection connection, String alert, AlertRun before, @Nullable String upTo, Instant now)
            throws SQLException {
        BatchWrite.one(
                connection,
                "insert into alert_run (alert, looked_at) values (?, '') on conflict (alert) do nothing",
                alert);
        return BatchWrite.one(
                        connection,
                        "update alert_run set looked_at = ?, enlisted_at = ?"
                                + " where alert = ? and looked_at = ? and enlisted_at is null",
                        upTo == null ? before.lookedAt() : upTo,
                        upTo == null ? now.toEpochMilli() : null,
                        alert,
                        before.lookedAt())
                == 1;
    }

    /** Notes in a transaction that the canary is chosen; returns false if it already was. */
    static boolean beginCanary(Connection connection, String alert, Instant now) throws SQLException {
        return BatchWrite.one(
                        connection,
                        "update alert_run set canary_at = ? where alert = ? and canary_at is null",
                        now.toEpochMilli(),
                        alert)
                == 1;
    }

    /** Notes in a transaction that a recipient is under way again. */
    static void reopen(Connection connection, String alert) throws SQLException {
        BatchWrite.one(connection, "update alert_run set settled_at = null where alert = ?", alert);
    }
}
