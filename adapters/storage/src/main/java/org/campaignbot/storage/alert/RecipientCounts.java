package org.campaignbot.storage.alert;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.campaignbot.alert.sending.Recipients.Figure;
import org.campaignbot.alert.sending.Recipients.State;
import org.campaignbot.storage.sql.BatchWrite;
import org.jspecify.annotations.Nullable;

/** Counts recipients, and keeps the sums after their rows are deleted. */
final class RecipientCounts {

    private static final String COLUMNS = "alert, home, day, state, why, started, outcome, opted_out";

    private RecipientCounts() {}

    private record Cell(String alert, String home, String day, String what) {}

    /** An alert's figures: from its rows, plus the sums of deleted rows. */
    static List<Figure> figures(Connection connection, String alert) throws SQLException {
        Map<Cell, Long> sums = new LinkedHashMap<>();
        // Most recipients still wait while an alert goes out, and the index alone can count those.
        try (PreparedStatement select =
                connection.prepareStatement("select count(*) from alert_recipient where alert = ? and state = ?")) {
            BatchWrite.bind(select, alert, RecipientState.number(State.WAITING));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                long waiting = row.getLong(1);
                if (waiting > 0) {
                    sums.put(new Cell(alert, "", "", State.WAITING.word()), waiting);
                }
            }
        }
        try (PreparedStatement select = connection.prepareStatement("select " + COLUMNS
                + ", count(*) from alert_recipient where alert = ? and state > ? group by " + COLUMNS)) {
            BatchWrite.bind(select, alert, RecipientState.number(State.WAITING));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    add(sums, row, row.getLong(9));
                }
            }
        }
        try (PreparedStatement select =
                connection.prepareStatement("select home, day, what, number from alert_count where alert = ?")) {
            select.setString(1, alert);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Cell cell = new Cell(alert, row.getString(1), row.getString(2), row.getString(3));
                    sums.merge(cell, row.getLong(4), Long::sum);
                }
            }
        }
        List<Figure> figures = new ArrayList<>();
        sums.forEach((cell, number) -> figures.add(new Figure(cell.home, cell.day, cell.what, number)));
        return figures;
    }

    /** Deletes the rows that match a condition and adds them to the sums; returns how many there were. */
    static int fold(Connection connection, String where, @Nullable Object... values) throws SQLException {
        Map<Cell, Long> sums = new LinkedHashMap<>();
        int rows = 0;
        try (PreparedStatement delete =
                connection.prepareStatement("delete from alert_recipient where " + where + " returning " + COLUMNS)) {
            BatchWrite.bind(delete, values);
            try (ResultSet row = delete.executeQuery()) {
                while (row.next()) {
                    add(sums, row, 1);
                    rows++;
                }
            }
        }
        if (rows > 0) {
            keep(connection, sums);
        }
        return rows;
    }

    private static void keep(Connection connection, Map<Cell, Long> sums) throws SQLException {
        try (BatchWrite kept = new BatchWrite(
                connection.prepareStatement("insert into alert_count (alert, home, day, what, number)"
                        + " values (?, ?, ?, ?, ?) on conflict (alert, home, day, what)"
                        + " do update set number = alert_count.number + excluded.number"),
                () -> {})) {
            for (Map.Entry<Cell, Long> each : sums.entrySet()) {
                Cell cell = each.getKey();
                kept.add(cell.alert, cell.home, cell.day, cell.what, each.getValue());
            }
            kept.execute();
        }
    }

    private static void add(Map<Cell, Long> sums, ResultSet row, long number) throws SQLException {
        State state = RecipientState.of(row.getInt(4));
        boolean saysWhy = state == State.FAILED || state == State.WITHHELD;
        add(sums, row, saysWhy ? state.word() + "/" + row.getString(5) : state.word(), number);
        if (row.getInt(6) == 1) {
            add(sums, row, Figure.STARTED, number);
        }
        if (!row.getString(7).isEmpty()) {
            add(sums, row, Figure.TOLD + row.getString(7), number);
        }
        if (row.getInt(8) == 1) {
            add(sums, row, Figure.OPTED_OUT, number);
        }
    }

    private static void add(Map<Cell, Long> sums, ResultSet row, String what, long number) throws SQLException {
        sums.merge(new Cell(row.getString(1), row.getString(2), row.getString(3), what), number, Long::sum);
    }
}
