package org.campaignbot.storage.alert;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.campaignbot.alert.sending.Recipients;
import org.campaignbot.alert.sending.Recipients.RecipientKey;
import org.campaignbot.alert.sending.Recipients.State;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.storage.sql.BatchWrite;
import org.campaignbot.storage.sql.ByHash;

/** Handles the rows of people who unsubscribed; a row under way waits for its final state, so that counts are right. */
public final class RecipientLeaving {

    /** The row is kept as long as any other. */
    private static final int STAYS = 1;

    /** The row is deleted once its final state is known. */
    private static final int GOES = 2;

    private RecipientLeaving() {}

    private record Row(String alert, State state, long changed) {
        boolean isWithinOptOut(Instant now) {
            return changed > now.minus(Recipients.OPT_OUT).toEpochMilli();
        }
    }

    static int left(Connection connection, String person, String subscription, boolean forget, Instant now)
            throws SQLException {
        List<Row> rows = rows(connection, person, subscription);
        if (rows.isEmpty()) {
            return 0;
        }
        // The latest one sent counts: no one leaves because of an alert they didn't get.
        Optional<Row> last =
                rows.stream().filter(row -> row.state == State.SENT).findFirst();
        if (last.filter(row -> row.isWithinOptOut(now)).isPresent()) {
            BatchWrite.one(
                    connection,
                    "update alert_recipient set opted_out = 1 where person_hash = ? and alert = ?",
                    person,
                    last.get().alert);
        }
        BatchWrite.one(
                connection,
                "update alert_recipient set leaving = ? where person_hash = ? and subscription_hash = ?"
                        + " and leaving < ?",
                forget ? GOES : STAYS,
                person,
                subscription,
                GOES);
        finish(
                connection,
                rows.stream().map(row -> new RecipientKey(row.alert, person)).toList(),
                now);
        return rows.size();
    }

    /** Reduces an account's rows to counts; anything under way counts as withheld, since no result will ever arrive. */
    public static int account(Connection connection, String account) throws SQLException {
        BatchWrite.one(
                connection,
                "update alert_recipient set state = ?, why = ? where account_hash = ? and state < ?",
                RecipientState.number(State.WITHHELD),
                Recipients.LEFT,
                account,
                RecipientState.FINAL);
        return RecipientCounts.fold(connection, "account_hash = ?", account);
    }

    private static List<Row> rows(Connection connection, String person, String subscription) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select alert, state, changed_at from alert_recipient where person_hash = ? and subscription_hash = ?"
                        + " order by changed_at desc")) {
            BatchWrite.bind(select, person, subscription);
            try (ResultSet row = select.executeQuery()) {
                List<Row> rows = new ArrayList<>();
                while (row.next()) {
                    rows.add(new Row(row.getString(1), RecipientState.of(row.getInt(2)), row.getLong(3)));
                }
                return rows;
            }
        }
    }

    /** Withholds what waits for people who have left and deletes rows in a final state. */
    static void finish(Connection connection, Collection<RecipientKey> keys, Instant now) throws SQLException {
        for (RecipientKey each : leaving(connection, keys)) {
            BatchWrite.one(
                    connection,
                    "update alert_recipient set state = ?, why = ?, day = ?, changed_at = ?"
                            + " where person_hash = ? and alert = ? and state = 0",
                    RecipientState.number(State.WITHHELD),
                    Recipients.LEFT,
                    EasternTime.dateAt(now).toString(),
                    now.toEpochMilli(),
                    each.person(),
                    each.alert());
            RecipientCounts.fold(
                    connection,
                    "person_hash = ? and alert = ? and leaving = ? and state >= ?",
                    each.person(),
                    each.alert(),
                    GOES,
                    RecipientState.FINAL);
        }
    }

    private static List<RecipientKey> leaving(Connection connection, Collection<RecipientKey> keys)
            throws SQLException {
        List<RecipientKey> leaving = new ArrayList<>();
        ByHash.select(
                connection,
                "select alert, person_hash from alert_recipient where leaving > 0 and person_hash",
                keys.stream().map(RecipientKey::person).distinct().toList(),
                row -> leaving.add(new RecipientKey(row.getString(1), row.getString(2))));
        return leaving;
    }
}
