package org.campaignbot.storage.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.campaignbot.storage.sql.ByHash;
import org.campaignbot.storage.sql.Connections;
import org.campaignbot.storage.sql.Identities;

/**
 * Claims of the one process that sends from an SQLite file: they live in its memory and die with it, which costs no writes and
 * offers everything again at the next start.
 */
public final class ProcessClaims implements Claims {

    private final Connections connections;
    private final Identities identities;
    private final OwnWordsCache ownWordsCache;
    private final ChatUses uses;
    private final long begin;
    private final Set<String> claimed = new HashSet<>();

    public ProcessClaims(
            Connections connections,
            Identities identities,
            OwnWordsCache ownWordsCache,
            ChatUses uses,
            InstantSource clock) {
        this.connections = connections;
        this.identities = identities;
        this.ownWordsCache = ownWordsCache;
        this.uses = uses;
        this.begin = clock.millis();
    }

    @Override
    public synchronized List<OutboxRow> take(Wanted wanted, Consumer<List<OutboxRow>> before) {
        // Few claimed rows are skipped, since a process claims no more than it has room for.
        String others = wanted.exceptAccounts().isEmpty()
                ? ""
                : " and account_hash not in (?"
                        + ", ?".repeat(wanted.exceptAccounts().size() - 1) + ")";
        List<OutboxRow> next = connections.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("select " + OutboxRow.COLUMNS
                    + " from outbox where lane between ? and ?" + others + " order by lane, seq")) {
                select.setInt(1, wanted.firstRank());
                select.setInt(2, wanted.lastRank());
                int mark = 3;
                for (String account : wanted.exceptAccounts()) {
                    select.setString(mark++, account);
                }
                return rows(select, wanted.most());
            }
        });
        before.accept(next);
        next.forEach(row -> claimed.add(row.idHash()));
        return next;
    }

    /** Reads rows one by one, so that rows behind the last one wanted cost nothing. */
    private List<OutboxRow> rows(PreparedStatement select, int most) throws SQLException {
        List<OutboxRow> rows = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (rows.size() < most && row.next()) {
                if (!claimed.contains(row.getString(1))) {
                    OutboxRow found = OutboxRow.read(row, identities, row.getLong(6) <= begin);
                    if (found.message() != null || found.isUnreadable() || ownWordsCache.of(found.idHash()) != null) {
                        rows.add(found);
                    }
                }
            }
        }
        return rows;
    }

    @Override
    public synchronized List<OutboxRow> takeAllOf(String chatHash) {
        List<OutboxRow> next = connections.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select " + OutboxRow.COLUMNS + " from outbox where chat_hash = ? order by lane, seq")) {
                select.setString(1, chatHash);
                return rows(select, Integer.MAX_VALUE);
            }
        });
        next.forEach(row -> claimed.add(row.idHash()));
        return next;
    }

    @Override
    public synchronized Set<Line> waiting(Connection connection, Collection<String> chatHashes) throws SQLException {
        Set<Line> waiting = new HashSet<>();
        ByHash.select(connection, "select chat_hash, lane, id_hash from outbox where chat_hash", chatHashes, row -> {
            if (!claimed.contains(row.getString(3))) {
                waiting.add(new Line(row.getString(1), row.getInt(2)));
            }
        });
        uses.ofOthers(connection, chatHashes).keySet().forEach(chat -> waiting.add(new Line(chat, 0)));
        return waiting;
    }

    @Override
    public Set<String> free(Connection connection, Collection<String> chatHashes) {
        return Set.copyOf(chatHashes);
    }

    @Override
    public synchronized void claim(Collection<String> idHashes) {
        claimed.addAll(idHashes);
    }

    @Override
    public String claimant() {
        return "";
    }

    @Override
    public Instant until() {
        return Instant.MAX;
    }

    @Override
    public void renew(Collection<String> idHashes) {}

    @Override
    public void release(Collection<String> idHashes) {
        settled(idHashes);
    }

    @Override
    public Duration patience() {
        return Duration.ZERO;
    }

    @Override
    public void doubt(Collection<String> idHashes) {
        settled(idHashes);
    }

    @Override
    public void settleDoubts() {}

    @Override
    public synchronized void settled(Collection<String> idHashes) {
        idHashes.forEach(claimed::remove);
    }
}
