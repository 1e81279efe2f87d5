package org.campaignbot.storage.conversation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.campaignbot.conversation.Effect;
import org.campaignbot.storage.sql.BatchWrite;
import org.campaignbot.storage.sql.Connections;
import org.campaignbot.storage.sql.Dialect;
import org.campaignbot.storage.sql.Identities;
import org.campaignbot.storage.sql.KeyRing.Ciphertext;
import org.campaignbot.storage.sql.StoredJson;
import org.campaignbot.update.ConversationStore.PendingEffect;
import org.jspecify.annotations.Nullable;

/**
 * The effects of turns in a database, until they're carried out.
 *
 * <p>The one process that serves an SQLite file carries out all of them. With PostgreSQL, several processes each claim
 * conversations: the first effect stands for all behind it, so that no two processes act on a conversation at once. A commit claims
 * its turn's effects itself unless another process is acting on the conversation; claims of a dead process expire.
 */
public final class JdbcEffects {

    /** How long a claim lasts; if a process stalls for longer, another may carry out its effect as well. */
    public static final Duration LEASE = Duration.ofMinutes(2);

    private static final String COLUMNS = "seq, conversation_hash, sealed, turn, ordinal, name, made_at, arguments";

    private static final String INSERT = "insert into effect"
            + " (conversation_hash, sealed, turn, ordinal, name, made_at, arguments, claimed_by, claimed_until)"
            + " values (?, ?, ?, ?, ?, ?, ?, %s, ?) on conflict (conversation_hash, turn, ordinal) do nothing";

    /** This process, unless an earlier effect of the conversation isn't claimed by it, or that claim is about to expire. */
    private static final String CLAIMANT = "case when exists (select 1 from effect e where e.conversation_hash = ?"
            + " and (e.claimed_by is distinct from ? or e.claimed_until < ?)) then null else ? end";

    private static final String ALL = "select " + COLUMNS + " from effect order by seq limit ?";

    /** Unclaimed, claimed by another process but expired, or this process's own and about to expire. */
    private static final String FREE =
            "(o.claimed_by is null or o.claimed_until < ?" + " or (o.claimed_by = ? and o.claimed_until < ?))";

    private static final String CLAIM = "with heads as materialized (select o.conversation_hash from effect o"
            + " where not exists (select 1 from effect e where e.conversation_hash = o.conversation_hash and e.seq < o.seq)"
            + " and (" + FREE + " or (o.claimed_by = ? and exists (select 1 from effect f"
            + " where f.conversation_hash = o.conversation_hash and f.claimed_by is null)))"
            + " order by o.seq limit ? for update of o skip locked),"
            + " next as (select o.seq from effect o join heads h on h.conversation_hash = o.conversation_hash"
            + " where " + FREE + " order by o.seq limit ?),"
            + " claimed as (update effect set claimed_by = ?, claimed_until = ? where seq in (select seq from next)"
            + " returning " + COLUMNS + "),"
            + " held as (select " + COLUMNS + " from effect where claimed_by = ? and claimed_until >= ?"
            + " order by seq limit ?)"
            + " select " + COLUMNS + " from claimed union all select " + COLUMNS + " from held";

    private final Connections connections;
    private final Identities identities;
    private final InstantSource clock;
    private final String process;
    private final boolean isShared;

    public JdbcEffects(Connections connections, Identities identities, InstantSource clock, String process) {
        this.connections = connections;
        this.identities = identities;
        this.clock = clock;
        this.process = process;
        this.isShared = connections.dialect() == Dialect.POSTGRESQL;
    }

    /** The rows of a commit. */
    BatchWrite rows(Connection connection, Runnable beforeEachWrite) throws SQLException {
        return new BatchWrite(
                connection.prepareStatement(INSERT.formatted(isShared ? CLAIMANT : "?")), beforeEachWrite);
    }

    /** Adds an effect to the rows of a commit. */
    void add(BatchWrite rows, String conversation, Ciphertext sealed, Effect effect, long now) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>(List.of(
                conversation,
                sealed,
                effect.turn(),
                effect.ordinal(),
                effect.name(),
                effect.at().toEpochMilli(),
                StoredJson.write(effect.arguments())));
        if (isShared) {
            values.addAll(List.of(conversation, process, renewal(now), process, now + LEASE.toMillis()));
        } else {
            values.add(null);
            values.add(null);
        }
        rows.add(values.toArray());
    }

    /** The next effects for this process, in order. */
    List<PendingEffect> pending(int most) {
        List<Row> rows = isShared
                ? claim(most)
                : connections.read(connection -> {
                    try (PreparedStatement select = connection.prepareStatement(ALL)) {
                        BatchWrite.bind(select, most);
                        return read(select);
                    }
                });
        return rows.stream()
                .sorted(Comparator.comparing(Row::seq))
                .limit(most)
                .map(Row::effect)
                .toList();
    }

    private record Row(long seq, PendingEffect effect) {}

    private List<Row> claim(int most) {
        long now = clock.millis();
        long renew = renewal(now);
        return connections.write(connection -> {
            try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
                BatchWrite.bind(
                        claim,
                        now,
                        process,
                        renew,
                        process,
                        most,
                        now,
                        process,
                        renew,
                        most,
                        process,
                        now + LEASE.toMillis(),
                        process,
                        renew,
                        most);
                return read(claim);
            }
        });
    }

    /** Claims of this process that expire before this time are renewed, so that they don't run out while it's working. */
    private static long renewal(long now) {
        return now + LEASE.toMillis() / 2;
    }

    private List<Row> read(PreparedStatement select) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                rows.add(new Row(
                        row.getLong(1),
                        new PendingEffect(
                                Identities.conversation(identities.open(row.getString(2), row.getBytes(3))),
                                new Effect(
                                        row.getLong(4),
                                        row.getInt(5),
                                        row.getString(6),
                                        Instant.ofEpochMilli(row.getLong(7)),
                                        StoredJson.texts(row.getString(8))))));
            }
        }
        return rows;
    }

    /** Deletes effects that have been carried out. */
    void settle(List<PendingEffect> effects) {
        if (effects.isEmpty()) {
            return;
        }
        connections.write(connection -> {
            try (BatchWrite settled = new BatchWrite(
                    connection.prepareStatement(
                            "delete from effect where conversation_hash = ? and turn = ? and ordinal = ?"),
                    () -> {})) {
                for (PendingEffect each : effects) {
                    settled.add(
                            identities.hash(each.conversation()),
                            each.effect().turn(),
                            each.effect().ordinal());
                }
                settled.execute();
            }
            return effects;
        });
    }
}
