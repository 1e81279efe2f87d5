package org.campaignbot.storage.conversation;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.storage.sql.BatchWrite;
import org.campaignbot.storage.sql.Connections;
import org.campaignbot.storage.sql.Identities;
import org.campaignbot.storage.sql.KeyRing.Ciphertext;
import org.campaignbot.timers.Timer;
import org.campaignbot.timers.Timers;

/** Timers in a database, due to the millisecond; processes that claim at the same time skip each other's. */
public final class JdbcTimers implements Timers {

    private static final String SET = "insert into timer"
            + " (conversation_hash, flow, sealed, turn, ordinal, due_at, zone, leased_until)"
            + " values (?, ?, ?, ?, ?, ?, ?, 0) on conflict (conversation_hash, flow) do update"
            + " set turn = excluded.turn, ordinal = excluded.ordinal, due_at = excluded.due_at, zone = excluded.zone,"
            + " leased_until = 0 where (excluded.turn, excluded.ordinal) > (timer.turn, timer.ordinal)";

    private final Connections connections;
    private final Identities identities;
    private final String claim;

    public JdbcTimers(Connections connections, Identities identities) {
        this.connections = connections;
        this.identities = identities;
        this.claim = "with due as materialized (select conversation_hash, flow from timer"
                + " where due_at <= ? and leased_until <= ? order by due_at limit ?"
                + connections.dialect().skipLocked() + ")"
                + " update timer set leased_until = ?"
                + " where (conversation_hash, flow) in (select conversation_hash, flow from due)"
                + " returning conversation_hash, sealed, turn, ordinal, flow, due_at, zone";
    }

    @Override
    public void set(Timer timer) {
        ConversationKey conversation = timer.id().conversation();
        String hash = identities.hash(conversation);
        Ciphertext sealed = identities.sealed(conversation);
        connections.write(connection -> BatchWrite.one(
                connection,
                SET,
                hash,
                timer.flow(),
                sealed,
                timer.id().turn(),
                timer.id().ordinal(),
                timer.due().toEpochMilli(),
                timer.zone().getId()));
    }

    @Override
    public List<Timer> claim(Instant now, Instant leaseEnds, int most) {
        // Almost always nothing is due, so nothing has to be written.
        if (!isAnyDue(now)) {
            return List.of();
        }
        List<Timer> claimed = connections.write(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(claim)) {
                BatchWrite.bind(statement, now.toEpochMilli(), now.toEpochMilli(), most, leaseEnds.toEpochMilli());
                try (ResultSet row = statement.executeQuery()) {
                    List<Timer> found = new ArrayList<>();
                    while (row.next()) {
                        found.add(read(row));
                    }
                    return found;
                }
            }
        });
        claimed.sort(Comparator.comparing(Timer::due));
        return claimed;
    }

    private boolean isAnyDue(Instant now) {
        return connections.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select 1 from timer where due_at <= ? and leased_until <= ? limit 1")) {
                BatchWrite.bind(select, now.toEpochMilli(), now.toEpochMilli());
                try (ResultSet row = select.executeQuery()) {
                    return row.next();
                }
            }
        });
    }

    private Timer read(ResultSet row) throws SQLException {
        ConversationKey conversation = Identities.conversation(identities.open(row.getString(1), row.getBytes(2)));
        return new Timer(
                new Timer.Id(conversation, row.getLong(3), row.getInt(4)),
                row.getString(5),
                Instant.ofEpochMilli(row.getLong(6)),
                ZoneId.of(row.getString(7)));
    }

    @Override
    public void done(Collection<Timer.Id> timers) {
        if (timers.isEmpty()) {
            return;
        }
        connections.write(connection -> {
            try (BatchWrite done = new BatchWrite(
                    connection.prepareStatement(
                            "delete from timer where conversation_hash = ? and turn = ? and ordinal = ?"),
                    () -> {})) {
                for (Timer.Id each : timers) {
                    done.add(identities.hash(each.conversation()), each.turn(), each.ordinal());
                }
                done.execute();
            }
            return timers;
        });
    }

    @Override
    public void cancel(ConversationKey conversation, String flow) {
        connections.write(connection -> BatchWrite.one(
                connection,
                "delete from timer where conversation_hash = ? and flow = ?",
                identities.hash(conversation),
                flow));
    }

    @Override
    public void cancelAll(ConversationKey conversation) {
        connections.write(connection -> BatchWrite.one(
                connection, "delete from timer where conversation_hash = ?", identities.hash(conversation)));
    }
}
