package campaignbot.storage;

import campaignbot.conversation.ConversationKey;
import campaignbot.delivery.Account;
import campaignbot.delivery.Outbox;
import campaignbot.delivery.Outgoing;
import campaignbot.message.Message;
import campaignbot.people.Address;
import campaignbot.reception.ConversationStore.Unsaid;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The outbox of a database.
 *
 * <p>A row is ciphertext as a whole. A message made of the person's own words is not in its row: the process that committed it
 * remembers it, and where that process is gone the question is asked again.
 */
final class JdbcOutbox implements Outbox {

    /** The statement for {@link #add(Writes, Staged, Set, long)}; a repeated commit writes a message once. */
    static final String INSERT = "insert into outbox (id_hash, chat_hash, lane, sealed, made_at, held_by, account_hash,"
            + " claimed_by, claimed_until) values (?, ?, ?, ?, ?, nullif(?, ''), ?, nullif(?, ''), nullif(?, 0))"
            + " on conflict (id_hash) do nothing";

    private final Connections connections;
    private final Identities identities;
    private final OwnWords ownWords;
    private final Claims claims;
    private final ChatUses uses;
    private final InstantSource clock;
    private final String process;
    /** The hash of each message in this process's hands, by its id. */
    private final Map<String, String> inHand = new ConcurrentHashMap<>();
    /** Messages that commits have claimed and nobody has fetched yet, by their ids. */
    private final Map<String, Claimed> handed = new ConcurrentHashMap<>();
    /** Lines whose messages are claimed and have not come to the sender yet, so that no commit may overtake them. */
    private final Set<Claims.Line> arriving = ConcurrentHashMap.newKeySet();

    private final Map<Account, String> accounts = new ConcurrentHashMap<>();
    private final Object taking = new Object();
    private volatile int room;

    JdbcOutbox(
            Connections connections,
            Identities identities,
            OwnWords ownWords,
            Claims claims,
            ChatUses uses,
            InstantSource clock,
            String process) {
        this.connections = connections;
        this.identities = identities;
        this.ownWords = ownWords;
        this.claims = claims;
        this.uses = uses;
        this.clock = clock;
        this.process = process;
    }

    /** A message with its hashes and ciphertext, ready for its row. */
    record Staged(Outgoing outgoing, String idHash, String chatHash, String accountHash, Ciphertext sealed) {
        Claims.Line line() {
            return new Claims.Line(chatHash, OutboxRow.rank(outgoing.lane()));
        }
    }

    Staged stage(ConversationKey conversation, Outgoing outgoing) {
        String idHash = hash(outgoing.id());
        return new Staged(
                outgoing,
                idHash,
                identities.hash(outgoing.to().wholeChat()),
                hash(Account.of(outgoing.to())),
                OutboxRow.seal(identities, idHash, conversation, outgoing));
    }

    private String hash(Account account) {
        return accounts.computeIfAbsent(account, each -> identities.hash("account", each.channel(), each.name()));
    }

    /** Remembers what the rows of these messages will not hold, and tells which of them it did not know before. */
    List<String> hold(List<Staged> messages) {
        return messages.stream()
                .filter(each ->
                        each.outgoing.message().ownWords() && ownWords.hold(each.idHash, each.outgoing.message()))
                .map(Staged::idHash)
                .toList();
    }

    /** Forgets messages that were not committed after all. */
    void letGo(List<String> held) {
        ownWords.drop(held);
    }

    /** Adds a row to a transaction; {@code claimed} are the hashes of those that this process sends. */
    void add(Writes rows, Staged message, Set<String> claimed, long now) throws SQLException {
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

    /**
     * Claims messages of a commit for this process, in its transaction: those before which nothing waits in their chat and lane, as far
     * as there is room. Whether it succeeds or fails is told by {@link #claimed} or {@link #unclaimed}.
     *
     * @return their hashes
     */
    Set<String> claim(Connection connection, List<Staged> messages) throws SQLException {
        if (room == 0 || messages.isEmpty()) {
            return Set.of();
        }
        Set<String> chats = new HashSet<>();
        messages.forEach(each -> chats.add(each.chatHash));
        Set<Claims.Line> waiting = new HashSet<>(claims.waiting(connection, chats));
        // Asked after the rows, since a line leaves here only after its messages have come to the sender.
        waiting.addAll(arriving);
        Set<String> claimed = new HashSet<>();
        int left = room - inHand.size();
        for (Staged each : messages) {
            if (claimed.size() < left
                    && !waiting.contains(each.line())
                    && !waiting.contains(each.line().whole())) {
                claimed.add(each.idHash);
            } else {
                waiting.add(each.line());
            }
        }
        claims.claim(claimed);
        return claimed;
    }

    /** Takes note of what a commit has claimed. */
    void claimed(List<Staged> messages, Set<String> claimed) {
        if (claimed.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Instant until = claims.until();
        for (Staged each : messages) {
            if (claimed.contains(each.idHash)) {
                inHand.put(each.outgoing.id(), each.idHash);
                handed.put(each.outgoing.id(), new Claimed(each.outgoing, now, until, false, List.of()));
            }
        }
    }

    /** Forgets claims of a commit that failed. */
    void unclaimed(Set<String> claimed) {
        claims.settled(claimed);
    }

    @Override
    public void accept(int newRoom) {
        room = newRoom;
    }

    @Override
    public List<Claimed> handOver(List<Outgoing> committed) {
        List<Claimed> ours = new ArrayList<>(committed.size());
        for (Outgoing each : committed) {
            Claimed claimed = handed.remove(each.id());
            if (claimed != null) {
                ours.add(claimed);
            }
        }
        return ours;
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
                try (Writes rows = new Writes(connection.prepareStatement(INSERT), () -> {})) {
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
        synchronized (taking) {
            try {
                List<OutboxRow> rows = claims.take(
                        ranks,
                        taken -> taken.forEach(
                                row -> arriving.add(new Claims.Line(row.chatHash(), OutboxRow.rank(row.lane())))));
                into.accept(opened(rows));
            } finally {
                arriving.clear();
            }
        }
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
            Message message = row.message() == null ? ownWords.of(row.idHash()) : row.message();
            if (message != null) {
                inHand.put(row.id(), row.idHash());
                claimed.add(new Claimed(
                        row.with(message),
                        row.since(),
                        until,
                        row.mayHaveLeft(),
                        used.getOrDefault(row.chatHash(), List.of())));
            } else if (row.isUnreadable()) {
                unreadable.add(row.idHash());
            }
        }
        giveUp(unreadable);
        return claimed;
    }

    /** Counts messages among the lost ones, whose questions are asked again. */
    private void giveUp(List<String> unreadable) {
        if (!unreadable.isEmpty()) {
            connections.write(connection -> {
                ByHash.change(connection, "update outbox set held_by = 'nobody' where id_hash", unreadable);
                return unreadable;
            });
        }
    }

    @Override
    public void settle(List<String> ended, List<String> departing, List<ChatUse> used) {
        List<String> hashes = hashes(ended);
        if (!ended.isEmpty() || !departing.isEmpty()) {
            connections.write(connection -> {
                ByHash.change(connection, "delete from outbox where id_hash", hashes);
                ByHash.change(
                        connection, "update outbox set departed_by = ? where id_hash", hashes(departing), process);
                uses.write(connection, used);
                return hashes;
            });
        }
        claims.settled(hashes);
        ownWords.drop(hashes);
        ended.forEach(inHand::remove);
    }

    @Override
    public void release(List<String> ids) {
        if (!ids.isEmpty()) {
            claims.release(hashes(ids));
            ids.forEach(id -> {
                inHand.remove(id);
                handed.remove(id);
            });
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
            try (Writes moved = new Writes(
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
            return rows.size();
        });
    }

    /** The messages that this process does not remember, and no other that may be alive. */
    List<Unsaid> unsaid(int most) {
        long limit = clock.instant().minus(claims.patience()).toEpochMilli();
        return connections.read(connection -> {
            List<Unsaid> lost = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(
                            "select " + OutboxRow.COLUMNS + " from outbox where held_by is not null order by seq");
                    ResultSet row = select.executeQuery()) {
                while (lost.size() < most && row.next()) {
                    boolean isOurs = process.equals(row.getString(5));
                    if (isOurs ? ownWords.of(row.getString(1)) == null : row.getLong(6) <= limit) {
                        OutboxRow found = OutboxRow.read(row, identities, false, false);
                        lost.add(new Unsaid(found.id(), found.conversation()));
                    }
                }
            }
            return lost;
        });
    }

    private List<String> hashes(Collection<String> ids) {
        return ids.stream()
                .map(id -> Objects.requireNonNullElseGet(inHand.get(id), () -> hash(id)))
                .toList();
    }

    private String hash(@Nullable String id) {
        return identities.hash("message", id);
    }
}
