package org.campaignbot.storage.outbox;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.message.Message;
import org.campaignbot.people.Address;
import org.campaignbot.sending.Account;
import org.campaignbot.sending.Outbox;
import org.campaignbot.sending.Outgoing;
import org.campaignbot.storage.sql.BatchWrite;
import org.campaignbot.storage.sql.ByHash;
import org.campaignbot.storage.sql.Connections;
import org.campaignbot.storage.sql.Dialect;
import org.campaignbot.storage.sql.Identities;
import org.campaignbot.storage.sql.KeyRing.Ciphertext;
import org.campaignbot.storage.sql.StoredJson;
import org.campaignbot.update.ConversationStore.Unsaid;
import org.jspecify.annotations.Nullable;

/**
 * The outbox of a database.
 *
 * <p>Each row is ciphertext as a whole. A message made of the person's own words isn't in its row: the process that committed it
 * remembers it, and if that process is gone, the question is asked again.
 */
public final class JdbcOutbox implements Outbox {

    /** The insert for {@link #add(Writes, Staged, Set, long)}; a repeated commit writes a message only once. */
    public static final String INSERT =
            "insert into outbox (id_hash, chat_hash, lane, sealed, made_at, held_by, account_hash, claimed_by,"
                    + " claimed_until) values (?, ?, ?, ?, ?, nullif(?, ''), ?, nullif(?, ''), nullif(?, 0)) on conflict"
                    + " (id_hash) do nothing";

    private final Connections connections;
    private final Identities identities;
    private final OwnWordsCache ownWordsCache;
    private final Claims claims;
    private final ChatUses uses;
    private final InstantSource clock;
    private final String process;
    private final CommitClaims commits;
    private final Map<Account, String> accounts = new ConcurrentHashMap<>();

    public JdbcOutbox(
            Connections connections,
            Identities identities,
            OwnWordsCache ownWordsCache,
            Claims claims,
            ChatUses uses,
            InstantSource clock,
            String process) {
        this.connections = connections;
        this.identities = identities;
        this.ownWordsCache = ownWordsCache;
        this.claims = claims;
        this.uses = uses;
        this.clock = clock;
        this.process = process;
        this.commits = new CommitClaims(claims, clock);
    }

    /** A message with its hashes and ciphertext, ready for its row. */
    public record Staged(Outgoing outgoing, String idHash, String chatHash, String accountHash, Ciphertext sealed) {
        Claims.Line line() {
            return new Claims.Line(chatHash, OutboxRow.rank(outgoing.lane()));
        }
    }

    public Staged stage(ConversationKey conversation, Outgoing outgoing) {
        String idHash = hash(outgoing.id());
        Message message = outgoing.message();
        String json = message.ownWords() ? null : StoredJson.write(message);
        return new Staged(
                outgoing,
                idHash,
                identities.hash(outgoing.to().wholeChat()),
                hash(Account.of(outgoing.to())),
                OutboxRow.seal(identities, idHash, conversation, outgoing, json));
    }

    private String hash(Account account) {
        return accounts.computeIfAbsent(account, identities::hash);
    }

    /** Remembers what the rows of these messages won't contain; returns the ones that were new. */
    public List<String> hold(List<Staged> messages) {
        return messages.stream()
                .filter(each ->
                        each.outgoing.message().ownWords() && ownWordsCache.hold(each.idHash, each.outgoing.message()))
                .map(Staged::idHash)
                .toList();
    }

    /** Forgets messages that weren't committed after all. */
    public void letGo(List<String> held) {
        ownWordsCache.drop(held);
    }

    /** Adds a row to a transaction; {@code claimed} has the hashes of the messages this process sends. */
    public void add(BatchWrite rows, Staged message, Set<String> claimed, long now) throws SQLException {
        Outgoing outgoing = message.outgoing;
        String claimant = claimed.contains(message.idHash) ? claims.claimant() : "";
        rows.add(
                message.idHash,
                message.chatHash,
                OutboxRow.rank(outgoing.lane()),
                message.sealed,
                now,
                outgoing.message().ownWords() ? process : "",
                message.accountHash,
                claimant,
                claimant.isEmpty() ? 0 : claims.until().toEpochMilli());
    }

    /** The claims taken by this process's commits. */
    public CommitClaims commits() {
        return commits;
    }

    @Override
    public void accept(int room) {
        commits.accept(room);
    }

    @Override
    public List<Claimed> handOver(List<Outgoing> committed) {
        return commits.handOver(committed);
    }

    @Override
    public void add(List<Outgoing> messages) {
        List<Staged> staged = messages.stream()
                .map(each -> stage(new ConversationKey(each.to(), each.person()), each))
                .toList();
        List<String> held = hold(staged);
        boolean isDone = false;
        try {
            isDone = connections.write(connection -> {
                try (BatchWrite rows = new BatchWrite(connection.prepareStatement(INSERT), () -> {})) {
                    for (Staged each : staged) {
                        add(rows, each, Set.of(), clock.millis());
                    }
                    rows.execute();
                }
                return true;
            });
        } finally {
            if (!isDone) {
                letGo(held);
            }
        }
    }

    @Override
    public void take(Wanted wanted, Consumer<List<Claimed>> into) {
        Claims.Wanted ranks = new Claims.Wanted(
                OutboxRow.rank(wanted.first()),
                OutboxRow.rank(wanted.last()),
                wanted.most(),
                wanted.except().stream().map(this::hash).toList());
        commits.whileTaking(arriving -> {
            List<OutboxRow> rows = claims.take(
                    ranks,
                    taken -> taken.forEach(
                            row -> arriving.add(new Claims.Line(row.chatHash(), OutboxRow.rank(row.lane())))));
            into.accept(opened(rows));
        });
    }

    @Override
    public List<Claimed> takeAllOf(Address chat) {
        return opened(claims.takeAllOf(identities.hash(chat)));
    }

    private List<Claimed> opened(List<OutboxRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<String, List<Instant>> used = connections.read(connection -> uses.ofOthers(
                connection, rows.stream().map(OutboxRow::chatHash).distinct().toList()));
        Instant until = claims.until();
        List<Claimed> claimed = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (OutboxRow row : rows) {
            Message message = row.message() == null ? ownWordsCache.of(row.idHash()) : row.message();
            if (message != null) {
                Outgoing outgoing = row.with(message);
                commits.hold(outgoing, row.idHash());
                claimed.add(new Claimed(
                        outgoing, row.since(), until, row.mayHaveLeft(), used.getOrDefault(row.chatHash(), List.of())));
            } else if (row.isUnreadable()) {
                unreadable.add(row.idHash());
            }
        }
        giveUp(unreadable);
        return claimed;
    }

    /** Counts messages as lost; their questions are asked again. */
    private void giveUp(List<String> unreadable) {
        if (!unreadable.isEmpty()) {
            connections.write(connection -> {
                ByHash.change(connection, "update outbox set held_by = 'nobody' where id_hash", unreadable);
                return unreadable;
            });
        }
    }

    @Override
    public void settle(List<String> ended, List<ChatUse> used) {
        List<String> hashes = hashes(ended);
        if (!ended.isEmpty()) {
            connections.write(connection -> {
                ByHash.change(connection, "delete from outbox where id_hash", hashes);
                uses.write(connection, used);
                return hashes;
            });
        }
        claims.settled(hashes);
        ownWordsCache.drop(hashes);
        commits.drop(ended);
    }

    @Override
    public void release(List<String> ids) {
        if (!ids.isEmpty()) {
            claims.release(hashes(ids));
            commits.drop(ids);
        }
    }

    @Override
    public Instant renew(List<String> ids) {
        Instant until = claims.until();
        claims.renew(hashes(ids));
        return until;
    }

    @Override
    public void move(Address from, Address to) {
        String old = identities.hash(from);
        connections.write(connection -> {
            connections.dialect().lock(connection, Dialect.Subject.CHAT, List.of(old, identities.hash(to)));
            Map<String, byte[]> rows = new HashMap<>();
            ByHash.select(
                    connection, "select id_hash, sealed, claimed_by from outbox where chat_hash", List.of(old), row -> {
                        String by = row.getString(3);
                        if (by == null || by.equals(process)) {
                            rows.put(row.getString(1), row.getBytes(2));
                        }
                    });
            try (BatchWrite moved = new BatchWrite(
                    connection.prepareStatement("update outbox set chat_hash = ?, sealed = ? where id_hash = ?"),
                    () -> {})) {
                for (Map.Entry<String, byte[]> row : rows.entrySet()) {
                    moved.add(
                            identities.hash(to),
                            OutboxRow.moved(identities, row.getKey(), row.getValue(), from, to),
                            row.getKey());
                }
                moved.execute();
            }
            // An alert that this process is sending there goes along.
            return BatchWrite.one(
                    connection,
                    "update alert_recipient set chat_hash = ? where chat_hash = ? and claimed_by = ?",
                    identities.hash(to),
                    old,
                    process);
        });
    }

    /** Messages that neither this process nor any process that may be alive remembers. */
    public List<Unsaid> unsaid(int most) {
        long limit = clock.instant().minus(claims.patience()).toEpochMilli();
        return connections.read(connection -> {
            List<Unsaid> lost = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(
                            "select " + OutboxRow.COLUMNS + " from outbox where held_by is not null order by seq");
                    ResultSet row = select.executeQuery()) {
                while (lost.size() < most && row.next()) {
                    boolean isOurs = process.equals(row.getString(5));
                    if (isOurs ? ownWordsCache.of(row.getString(1)) == null : row.getLong(6) <= limit) {
                        OutboxRow found = OutboxRow.read(row, identities, false);
                        lost.add(new Unsaid(found.id(), found.conversation()));
                    }
                }
            }
            return lost;
        });
    }

    private List<String> hashes(Collection<String> ids) {
        return ids.stream()
                .map(id -> Objects.requireNonNullElseGet(commits.inHand().get(id), () -> hash(id)))
                .toList();
    }

    private String hash(@Nullable String id) {
        return identities.hash("message", id);
    }
}
