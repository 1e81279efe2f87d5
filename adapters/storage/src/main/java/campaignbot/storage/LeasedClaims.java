package campaignbot.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Claims of several processes that send from one PostgreSQL database, written into the rows and good until a time: those of a
 * process that died run out.
 *
 * <p>The first row of a chat and lane stands for all of it. Only who could lock or already holds it may claim the rows behind, so
 * that two processes never send to one chat at once and nothing is reordered; {@code skip locked} lets the others go on with
 * other chats meanwhile.
 */
final class LeasedClaims implements Claims {

    /** How long a claim holds; a process that is still sending after it may see its message sent by another as well. */
    static final Duration LEASE = Duration.ofMinutes(2);

    /** Nobody's, or another's that has run out. */
    private static final String FREE = "(o.claimed_by is null or (o.claimed_by <> ? and o.claimed_until < ?))";

    /** Neither it nor one before it in its chat and lane is remembered by another process alone. */
    private static final String SAYABLE = "not exists (select 1 from outbox e where e.chat_hash = o.chat_hash"
            + " and e.lane = o.lane and e.seq <= o.seq and e.held_by <> ?)";

    private static final String CLAIM = "with heads as materialized ("
            + "select o.chat_hash, o.lane from outbox o where not exists (select 1 from outbox e"
            + " where e.chat_hash = o.chat_hash and e.lane = o.lane and e.seq < o.seq)"
            + " and (" + FREE + " or (o.claimed_by = ? and exists (select 1 from outbox f"
            + " where f.chat_hash = o.chat_hash and f.lane = o.lane and f.claimed_by is null)))"
            + " and " + SAYABLE + " order by o.lane, o.seq limit ? for update of o skip locked),"
            + " next as (select o.id_hash from outbox o join heads h on h.chat_hash = o.chat_hash and h.lane = o.lane"
            + " where " + FREE + " and " + SAYABLE + " order by o.lane, o.seq limit ?)"
            + " update outbox set claimed_by = ?, claimed_until = ? where id_hash in (select id_hash from next)"
            + " returning " + OutboxRow.COLUMNS;

    private final Connections connections;
    private final Identities identities;
    private final InstantSource clock;
    private final String process;

    LeasedClaims(Connections connections, Identities identities, InstantSource clock, String process) {
        this.connections = connections;
        this.identities = identities;
        this.clock = clock;
        this.process = process;
    }

    @Override
    public List<OutboxRow> take(int most) {
        long now = clock.millis();
        return connections.write(connection -> {
            List<OutboxRow> rows = new ArrayList<>();
            try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
                claim.setString(1, process);
                claim.setLong(2, now);
                claim.setString(3, process);
                claim.setString(4, process);
                claim.setInt(5, most);
                claim.setString(6, process);
                claim.setLong(7, now);
                claim.setString(8, process);
                claim.setInt(9, most);
                claim.setString(10, process);
                claim.setLong(11, now + LEASE.toMillis());
                try (ResultSet row = claim.executeQuery()) {
                    while (row.next()) {
                        rows.add(OutboxRow.read(row, identities));
                    }
                }
            }
            rows.sort(Comparator.comparing(OutboxRow::lane).thenComparing(OutboxRow::seq));
            return rows;
        });
    }

    @Override
    public void release(Collection<String> idHashes) {
        connections.write(connection -> {
            ByHash.change(
                    connection,
                    "update outbox set claimed_by = null, claimed_until = null where claimed_by = ? and id_hash",
                    idHashes,
                    process);
            return idHashes;
        });
    }

    @Override
    public Duration patience() {
        return LEASE;
    }

    @Override
    public void settled(Collection<String> idHashes) {}
}
