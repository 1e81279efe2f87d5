package org.campaignbot.storage.maintenance;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.campaignbot.alert.sending.Recipients;
import org.campaignbot.conversation.IdleFacts;
import org.campaignbot.conversation.State;
import org.campaignbot.conversation.StateCodec;
import org.campaignbot.crm.CrmReports;
import org.campaignbot.storage.alert.JdbcSubscriptions;
import org.campaignbot.storage.organizing.JdbcOrganizers;
import org.campaignbot.storage.organizing.JdbcWrongNumbers;
import org.campaignbot.storage.sql.BatchWrite;
import org.campaignbot.storage.sql.Connections;
import org.campaignbot.storage.sql.Dialect;
import org.campaignbot.storage.sql.InstallationTable;

/**
 * Deletes data at the end of its retention period, one row each of the table that /privacy is written from.
 *
 * <p>It's safe to run often or from several processes at once; once an hour is often enough.
 */
public final class Retention {

    /** How long an update's id is kept to detect repeats; platforms redeliver for at most a day. */
    static final Duration UPDATE_IDS = Duration.ofDays(7);

    /** How long a person's hash stays with what it counted, so that undo and "once a day" work. */
    static final Duration TALLY_MARKS = Duration.ofDays(2);

    /** How long the user of a one-time code is kept, so that a repeated update gets the same answer; platforms redeliver for a day. */
    static final Duration USED_CODES = Duration.ofDays(1);

    /** How long the sums of a call party stay after it ends. */
    static final Duration PARTIES = Duration.ofDays(30);

    /** How long an alert's recipients are kept, from each recipient's final state on. */
    static final Duration RECIPIENTS = Duration.ofDays(30);

    /** How long an answer waits for an unreachable conversation; after that, its question is forgotten. */
    static final Duration ANSWERS = Duration.ofHours(1);

    /** How long an event for a CRM is known, so that it isn't told twice; longer than what it tells of is looked for. */
    static final Duration CRM_EVENTS = CrmReports.LOOKS_BACK.multipliedBy(2);

    private static final int ROWS_AT_ONCE = 500;
    private static final String RULES = "idle-facts";

    private final Connections connections;
    private final Recipients recipients;

    public Retention(Connections connections, Recipients recipients) {
        this.connections = connections;
        this.recipients = recipients;
    }

    /**
     * Deletes all expired data.
     *
     * @param now the current time
     * @param keep how long a conversation, and any unfinished message or effect, outlives the person's last turn (the setting
     *     {@code keep_days})
     * @param idle which facts are deleted earlier
     */
    public void run(Instant now, Duration keep, IdleFacts idle) {
        connections.write(connection -> JdbcSubscriptions.keepLastTurns(connection, now));
        deleteBefore("conversation where last_turn", now.minus(keep));
        deleteBefore("outbox where made_at", now.minus(keep));
        deleteBefore("effect where made_at", now.minus(keep));
        deleteBefore("seen_update where seen_at", now.minus(UPDATE_IDS));
        deleteBefore("tally_mark where counted_at", now.minus(TALLY_MARKS));
        deleteBefore("number_report where reported_at", now.minus(JdbcWrongNumbers.REPORTERS_KEPT));
        deleteBefore("party where over_at", now.minus(PARTIES));
        deleteBefore("answer where made_at", now.minus(ANSWERS));
        recipients.forget(now.minus(RECIPIENTS));
        eraseHeldFacts(now);
        deleteBefore("organizer_code where works_until", now.minus(USED_CODES));
        deleteBefore("organizer_try where tried_at", now.minus(JdbcOrganizers.TRIES_COUNT));
        deleteBefore("crm_event where made_at", now.minus(CRM_EVENTS));
        deleteBefore("install_state where works_until", now);
        idle.shortest().ifPresent(shortest -> takeOutIdleFacts(now, now.minus(shortest), idle));
        connections.emptyLog();
    }

    /** Deletes expired held facts that several processes share; called every minute or so. */
    public void eraseHeldFacts(Instant now) {
        if (connections.dialect() == Dialect.POSTGRESQL) {
            connections.write(connection ->
                    BatchWrite.one(connection, "delete from held_fact where held_until <= ?", now.toEpochMilli()));
        }
    }

    private void deleteBefore(String rows, Instant limit) {
        connections.write(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("delete from " + rows + " < ?")) {
                delete.setLong(1, limit.toEpochMilli());
                return delete.executeUpdate();
            }
        });
    }

    private void takeOutIdleFacts(Instant now, Instant limit, IdleFacts idle) {
        connections.write(connection -> lookAtAllAgainIfRulesChanged(connection, idle.revision()));
        Optional<Place> last = Optional.of(new Place(Long.MIN_VALUE, ""));
        while (last.isPresent()) {
            Place from = last.get();
            last = connections.write(connection -> takeOutIdleFacts(connection, from, limit, now, idle));
        }
    }

    private static int lookAtAllAgainIfRulesChanged(Connection connection, String rules) throws SQLException {
        if (InstallationTable.read(connection, RULES).equals(Optional.of(rules))) {
            return 0;
        }
        InstallationTable.write(connection, RULES, rules);
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate("update conversation set swept = 0 where swept = 1");
        }
    }

    /** The position of a sweep, in row order. */
    private record Place(long lastTurn, String idHash) {}

    /** Processes some rows; returns where it stopped, or empty at the end. */
    private static Optional<Place> takeOutIdleFacts(
            Connection connection, Place from, Instant limit, Instant now, IdleFacts idle) throws SQLException {
        List<Kept> rows = rowsAfter(connection, from, limit);
        try (PreparedStatement keep = connection.prepareStatement(
                        "update conversation set state = ?, swept = ? where id_hash = ? and version = ?");
                PreparedStatement remove =
                        connection.prepareStatement("delete from conversation where id_hash = ? and version = ?")) {
            for (Kept row : rows) {
                State state = idle.without(StateCodec.read(row.state), now);
                if (state.isBlank()) {
                    remove.setString(1, row.place.idHash);
                    remove.setLong(2, row.version);
                    remove.executeUpdate();
                } else {
                    keep.setString(1, StateCodec.write(state));
                    keep.setInt(2, idle.anyLeft(state) ? 0 : 1);
                    keep.setString(3, row.place.idHash);
                    keep.setLong(4, row.version);
                    keep.executeUpdate();
                }
            }
        }
        return rows.size() < ROWS_AT_ONCE ? Optional.empty() : Optional.of(rows.get(rows.size() - 1).place);
    }

    private record Kept(Place place, long version, String state) {}

    private static List<Kept> rowsAfter(Connection connection, Place from, Instant limit) throws SQLException {
        List<Kept> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select last_turn, id_hash, version, state from conversation where swept = 0 and last_turn < ?"
                        + " and (last_turn > ? or (last_turn = ? and id_hash > ?))"
                        + " order by last_turn, id_hash limit ?")) {
            select.setLong(1, limit.toEpochMilli());
            select.setLong(2, from.lastTurn);
            select.setLong(3, from.lastTurn);
            select.setString(4, from.idHash);
            select.setInt(5, ROWS_AT_ONCE);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(new Kept(new Place(row.getLong(1), row.getString(2)), row.getLong(3), row.getString(4)));
                }
            }
        }
        return rows;
    }
}
