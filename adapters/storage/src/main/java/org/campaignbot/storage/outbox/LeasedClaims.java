package org.campaignbot.storage.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.campaignbot.storage.sql.ByHash;
import org.campaignbot.storage.sql.Connections;
import org.campaignbot.storage.sql.Dialect;
import org.campaignbot.storage.sql.Identities;

/**
 * Claims of several processes sending from one PostgreSQL database, stored in the rows as leases: a dead process's claims expire.
 *
 * <p>One process handles a chat at a time, in all its lanes: to claim from it, a process takes the chat's lock, as does every
 * commit that adds to it, and checks that no other process has a live claim. So two processes never send to one chat at once and
 * nothing is reordered; a chat locked by another process is skipped.
 */
public final class LeasedClaims implements Claims {

    /** How long a claim lasts; if a process is still sending after that, another may send the same message. */
    public static final Duration LEASE = Duration.ofMinutes(2);

    /** Unclaimed, or claimed by another process but expired; in a wanted lane, and of a wanted account. */
    private static final String FREE = "(o.claimed_by is null or (o.claimed_by <> ? and o.claimed_until < ?))"
            + " and o.lane between ? and ? and o.account_hash <> all (?)";

    /** Neither it nor an earlier one in its chat and lane is remembered only by another process. */
    private static final String SAYABLE = "(select 1 from outbox e where e.chat_hash = o.chat_hash"
            + " and e.lane = o.lane and e.seq <= o.seq and e.held_by <> ? limit 1) is null";

    /** No other live process has claimed anything in its chat: no message in the outbox, and no recipient of an alert. */
    private static final String IN_NO_OTHER_HAND = "(select 1 from outbox h"
            + " where h.chat_hash = o.chat_hash and h.claimed_by <> ? and h.claimed_until >= ? limit 1) is null"
            + " and (select 1 from alert_recipient r"
            + " where r.chat_hash = o.chat_hash and r.claimed_by <> ? and r.claimed_until >= ? limit 1) is null";

    /** Messages that are claimed or waiting, by chat. An alert's recipient has a chat only while some process is sending to them. */
    private static final String IN_CHATS = "select chat_hash, lane, claimed_by, claimed_until from"
            + " (select chat_hash, lane, claimed_by, claimed_until from outbox"
            + " union all select chat_hash, 0, claimed_by, claimed_until from alert_recipient) line where chat_hash";

    /** The two conditions are subqueries per row: as joins they'd be computed for all rows of an alert before the first few are taken. */
    private static final String TAKEABLE = FREE + " and " + SAYABLE + " and " + IN_NO_OTHER_HAND;

    private static final String CHATS =
            "select o.chat_hash from outbox o where " + TAKEABLE + " order by o.lane, o.seq limit ?";

    /**
     * Keeps a server whose statistics don't cover an alert's rows yet from sorting all of them; through the index it reads only the
     * first few.
     */
    private static final String BY_INDEX = "set local enable_sort = off; set local enable_bitmapscan = off";

    private static final String AS_USUAL = "set local enable_sort to default; set local enable_bitmapscan to default";

    private static final String LOCK =
            "select number from unnest(?::int[]) number where pg_try_advisory_xact_lock(?, number)";

    private static final String CLAIM = "with next as materialized (select o.id_hash, o.claimed_by from outbox o where "
            + TAKEABLE + " and o.chat_hash = any (?) order by o.lane, o.seq limit ? for update of o skip locked)"
            + " update outbox u set claimed_by = ?, claimed_until = ? from next where u.id_hash = next.id_hash"
            + " returning " + OutboxRow.columns("u") + ", next.claimed_by";

    private final Connections connections;
    private final Identities identities;
    private final ChatUses uses;
    private final InstantSource clock;
    private final String process;
    /** Rows that may carry this process's claim though it doesn't have them, and when such a claim would expire. */
    private final Map<String, Instant> doubtful = new ConcurrentHashMap<>();

    public LeasedClaims(
            Connections connections, Identities identities, ChatUses uses, InstantSource clock, String process) {
        this.connections = connections;
        this.identities = identities;
        this.uses = uses;
        this.clock = clock;
        this.process = process;
    }

    @Override
    public List<OutboxRow> take(Wanted wanted, Consumer<List<OutboxRow>> before) {
        long now = clock.millis();
        return claiming(connection -> {
            Set<String> chats = chats(connection, wanted, now);
            chats.retainAll(lock(connection, chats));
            List<OutboxRow> rows = claim(connection, wanted, chats, now);
            before.accept(rows);
            return rows;
        });
    }

    /** Claims rows in a transaction; if the answer to its commit is lost, the rows are offered again. */
    private List<OutboxRow> claiming(Connections.Work<List<OutboxRow>> work) {
        List<String> claimed = new ArrayList<>();
        try {
            List<OutboxRow> taken = connections.write(connection -> {
                List<OutboxRow> rows = work.with(connection);
                rows.forEach(row -> claimed.add(row.idHash()));
                return rows;
            });
            claimed.forEach(doubtful::remove);
            return taken;
        } catch (RuntimeException perhapsCommitted) {
            doubt(claimed);
            throw perhapsCommitted;
        }
    }

    /** Retried until such a claim would have expired, since the database may still be working on that commit. */
    @Override
    public void settleDoubts() {
        if (!doubtful.isEmpty()) {
            release(List.copyOf(doubtful.keySet()));
            Instant now = clock.instant();
            doubtful.values().removeIf(until -> until.isBefore(now));
        }
    }

    private Set<String> chats(Connection connection, Wanted wanted, long now) throws SQLException {
        Set<String> chats = new LinkedHashSet<>();
        execute(connection, BY_INDEX);
        try (PreparedStatement select = connection.prepareStatement(CHATS)) {
            int mark = takeable(connection, select, wanted, now);
            select.setInt(mark, wanted.most());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    chats.add(row.getString(1));
                }
            }
        }
        if (!chats.isEmpty()) {
            execute(connection, AS_USUAL);
        }
        return chats;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Sets the parameters of {@link #TAKEABLE} and returns the number of the next one. */
    private int takeable(Connection connection, PreparedStatement statement, Wanted wanted, long now)
            throws SQLException {
        statement.setString(1, process);
        statement.setLong(2, now);
        statement.setInt(3, wanted.firstRank());
        statement.setInt(4, wanted.lastRank());
        statement.setArray(
                5, connection.createArrayOf("varchar", wanted.exceptAccounts().toArray()));
        statement.setString(6, process);
        statement.setString(7, process);
        statement.setLong(8, now);
        statement.setString(9, process);
        statement.setLong(10, now);
        return 11;
    }

    /** Locks the chats that no one else has locked; no one else adds to them or claims from them until the transaction ends. */
    private static Set<String> lock(Connection connection, Set<String> chats) throws SQLException {
        if (chats.isEmpty()) {
            return new HashSet<>();
        }
        Set<Integer> numbers = new HashSet<>();
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setArray(1, connection.createArrayOf("int4", Dialect.numbers(chats)));
            lock.setInt(2, Dialect.Subject.CHAT.number());
            try (ResultSet row = lock.executeQuery()) {
                while (row.next()) {
                    numbers.add(row.getInt(1));
                }
            }
        }
        Set<String> locked = new HashSet<>(chats);
        locked.removeIf(chat -> !numbers.contains(chat.hashCode()));
        return locked;
    }

    private List<OutboxRow> claim(Connection connection, Wanted wanted, Collection<String> chats, long now)
            throws SQLException {
        List<OutboxRow> rows = new ArrayList<>();
        if (chats.isEmpty()) {
            return rows;
        }
        try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            int mark = takeable(connection, claim, wanted, now);
            claim.setArray(mark++, connection.createArrayOf("varchar", chats.toArray()));
            claim.setInt(mark++, wanted.most());
            claim.setString(mark++, process);
            claim.setLong(mark, now + LEASE.toMillis());
            try (ResultSet row = claim.executeQuery()) {
                while (row.next()) {
                    boolean wasClaimed = row.getString(8) != null;
                    rows.add(OutboxRow.read(row, identities, wasClaimed));
                }
            }
        }
        rows.sort(Comparator.comparing(OutboxRow::lane).thenComparing(OutboxRow::seq));
        return rows;
    }

    @Override
    public List<OutboxRow> takeAllOf(String chatHash) {
        Wanted all = new Wanted(0, Integer.MAX_VALUE, Integer.MAX_VALUE, List.of());
        return claiming(connection -> {
            connections.dialect().lock(connection, Dialect.Subject.CHAT, List.of(chatHash));
            return claim(connection, all, List.of(chatHash), clock.millis());
        });
    }

    @Override
    public Set<Line> waiting(Connection connection, Collection<String> chatHashes) throws SQLException {
        connections.dialect().lock(connection, Dialect.Subject.CHAT, chatHashes);
        long now = clock.millis();
        Set<Line> waiting = new HashSet<>();
        ByHash.select(connection, IN_CHATS, chatHashes, row -> {
            boolean isOther = isInOtherHand(row, now);
            boolean isFree = !isOther && !process.equals(row.getString(3)) && row.getInt(2) > 0;
            if (isOther || isFree) {
                waiting.add(new Line(row.getString(1), isFree ? row.getInt(2) : 0));
            }
        });
        uses.ofOthers(connection, chatHashes).keySet().forEach(chat -> waiting.add(new Line(chat, 0)));
        return waiting;
    }

    private boolean isInOtherHand(ResultSet row, long now) throws SQLException {
        String by = row.getString(3);
        return by != null && !by.equals(process) && row.getLong(4) >= now;
    }

    @Override
    public Set<String> free(Connection connection, Collection<String> chatHashes) throws SQLException {
        Set<String> free = lock(connection, Set.copyOf(chatHashes));
        long now = clock.millis();
        ByHash.select(connection, IN_CHATS, Set.copyOf(free), row -> {
            if (isInOtherHand(row, now)) {
                free.remove(row.getString(1));
            }
        });
        return free;
    }

    @Override
    public void claim(Collection<String> idHashes) {
        // The update was delivered again: whatever happened to the first commit, this one decides.
        idHashes.forEach(doubtful::remove);
    }

    @Override
    public String claimant() {
        return process;
    }

    @Override
    public Instant until() {
        return clock.instant().plus(LEASE);
    }

    @Override
    public void renew(Collection<String> idHashes) {
        connections.write(connection -> {
            ByHash.change(
                    connection,
                    "update outbox set claimed_until = ? where claimed_by = ? and id_hash",
                    idHashes,
                    clock.millis() + LEASE.toMillis(),
                    process);
            return idHashes;
        });
    }

    @Override
    public void release(Collection<String> idHashes) {
        connections.write(connection -> {
            ByHash.change(
                    connection,
                    "update outbox set claimed_by = null, claimed_until = null" + " where claimed_by = ? and id_hash",
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
    public void doubt(Collection<String> idHashes) {
        idHashes.forEach(each -> doubtful.put(each, until()));
    }

    @Override
    public void settled(Collection<String> idHashes) {
        idHashes.forEach(doubtful::remove);
    }
}
