package org.campaignbot.storage.alert;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.campaignbot.alert.sending.Recipients;
import org.campaignbot.alert.sending.Recipients.Advance;
import org.campaignbot.alert.sending.Recipients.Due;
import org.campaignbot.alert.sending.Recipients.Ended;
import org.campaignbot.alert.sending.Recipients.Next;
import org.campaignbot.alert.sending.Recipients.Open;
import org.campaignbot.alert.sending.Recipients.RecipientKey;
import org.campaignbot.alert.sending.Recipients.State;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.sending.Account;
import org.campaignbot.sending.Outbox.Claimed;
import org.campaignbot.storage.outbox.ChatUses;
import org.campaignbot.storage.outbox.Claims;
import org.campaignbot.storage.sql.BatchWrite;
import org.campaignbot.storage.sql.ByHash;
import org.campaignbot.storage.sql.Connections;
import org.campaignbot.storage.sql.Dialect;
import org.campaignbot.storage.sql.Identities;
import org.campaignbot.storage.sql.RowChange;
import org.campaignbot.subscriptions.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Claims recipients for this process, and records how their messages ended.
 *
 * <p>Reading and rendering happen outside the transaction that writes; a row that another process claimed meanwhile is then left
 * alone, as its state shows.
 */
final class RecipientClaims {

    /** How many pages are looked at for one that isn't asleep or another process's. */
    private static final int MOST_PAGES = 20;

    /** How long an account without a waiting recipient isn't looked at. */
    private static final Duration ACCOUNTS_KNOWN = Duration.ofSeconds(1);

    /** How long a recipient waits in whose chat another process writes. */
    private static final Duration IN_OTHER_HAND = Duration.ofSeconds(5);

    /** The accounts with recipients who wait, found in the index one by one, since each may have very many. */
    private static final String ACCOUNTS =
            "with recursive waiting (account_hash) as (select min(account_hash) from alert_recipient where alert = ?"
                    + " and state = 0 union all select (select min(r.account_hash) from alert_recipient r where r.alert ="
                    + " ? and r.state = 0 and r.account_hash > w.account_hash) from waiting w where w.account_hash is not"
                    + " null) select account_hash from waiting where account_hash is not null";

    private static final String CLAIM = "update alert_recipient set state = ?, claimed_by = ?, claimed_until = ?,"
            + " chat_hash = ?, changed_at = ? where person_hash = ? and alert = ? and state + 0 = 0";

    private final Connections connections;
    private final Identities identities;
    private final Claims claims;
    private final ChatUses uses;
    private final String process;
    /** On rows that this process claimed and that aren't at their end. */
    private final String ours;

    private final Map<Open, List<String>> accounts = new HashMap<>();
    private Instant accountsKnownUntil = Instant.MIN;
    private final Map<Account, String> hashes = new ConcurrentHashMap<>();
    /** Claims of a commit whose answer was lost; nothing was sent for them. */
    private final Set<RecipientKey> doubtful = new HashSet<>();

    RecipientClaims(Connections connections, Identities identities, Claims claims, ChatUses uses, String process) {
        this.connections = connections;
        this.identities = identities;
        this.claims = claims;
        this.uses = uses;
        this.process = process;
        this.ours = "state + 0 = 1 and claimed_by = '" + process + "'";
    }

    /** A row as it was read. */
    private record Row(RecipientKey key, String subscription) {}

    /** A row with what happens to it, and the hash of its chat if a message goes there. */
    private record Decided(RecipientKey key, Next next, String chatHash) {}

    String hash(Account account) {
        return hashes.computeIfAbsent(account, identities::hash);
    }

    synchronized List<Claimed> advance(Advance advance, Function<Due, Next> fate) {
        Advance next = advance;
        List<Row> due;
        List<Claimed> claimed;
        int pages = 0;
        do {
            due = due(next);
            claimed = write(next, decided(due, fate));
            next = new Advance(List.of(), List.of(), advance.open(), advance.room(), advance.now());
            // If another process was faster with these, or they don't get it now, the next ones may be ours.
        } while (claimed.isEmpty() && !due.isEmpty() && ++pages < MOST_PAGES);
        return claimed;
    }

    private List<Row> due(Advance advance) {
        List<Row> rows = new ArrayList<>();
        if (advance.open().isEmpty()) {
            return rows;
        }
        Map<String, Integer> left = new HashMap<>();
        advance.room().accounts().forEach((account, room) -> left.put(hash(account), room));
        if (!advance.now().isBefore(accountsKnownUntil)) {
            accounts.clear();
            accountsKnownUntil = advance.now().plus(ACCOUNTS_KNOWN);
        }
        return connections.read(connection -> {
            for (Open open : advance.open()) {
                for (String account : accounts(connection, open)) {
                    int room = left.getOrDefault(account, advance.room().others());
                    int before = rows.size();
                    if (room > 0) {
                        addDue(rows, connection, open, account, room, advance.now());
                    }
                    left.put(account, room - (rows.size() - before));
                }
            }
            return rows;
        });
    }

    private List<String> accounts(Connection connection, Open open) throws SQLException {
        List<String> known = accounts.get(open);
        if (known == null) {
            known = texts(connection, ACCOUNTS, open.alert(), open.alert());
            accounts.put(open, known);
        }
        return known;
    }

    private static List<String> texts(Connection connection, String sql, Object... values) throws SQLException {
        List<String> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            BatchWrite.bind(statement, values);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
        }
        return found;
    }

    private static void addDue(List<Row> rows, Connection connection, Open open, String account, int most, Instant now)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select person_hash, subscription_hash"
                + " from alert_recipient where alert = ? and state = 0 and account_hash = ? and due_at <= ?"
                + (open.onlyCanary() ? " and canary = 1" : "")
                + " order by alert, state, account_hash, due_at limit ?")) {
            BatchWrite.bind(select, open.alert(), account, now.toEpochMilli(), most);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(new RecipientKey(open.alert(), row.getString(1)), row.getString(2)));
                }
            }
        }
    }

    private List<Decided> decided(List<Row> rows, Function<Due, Next> fate) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<String, Subscription> subscriptions = new HashMap<>();
        connections.read(connection -> {
            ByHash.select(
                    connection,
                    "select " + JdbcSubscriptions.COLUMNS + " from subscription where id_hash",
                    rows.stream().map(Row::subscription).toList(),
                    row -> subscriptions.put(row.getString(1), JdbcSubscriptions.read(row, identities)));
            return subscriptions;
        });
        return rows.stream()
                .map(row -> decided(row.key, subscriptions.get(row.subscription), fate))
                .toList();
    }

    private Decided decided(RecipientKey key, @Nullable Subscription subscription, Function<Due, Next> fate) {
        Next next = subscription == null
                ? new Next.End(State.WITHHELD, Recipients.LEFT)
                : fate.apply(new Due(key, subscription));
        return new Decided(
                key,
                next,
                next instanceof Next.Send send
                        ? identities.hash(send.message().to().wholeChat())
                        : "");
    }

    private List<Claimed> write(Advance advance, List<Decided> decided) {
        if (decided.isEmpty() && advance.ended().isEmpty() && doubtful.isEmpty()) {
            return List.of();
        }
        try {
            List<Claimed> claimed = connections.write(connection -> {
                Stream<RecipientKey> keys = Stream.of(
                                advance.ended().stream().map(Ended::key),
                                doubtful.stream(),
                                decided.stream().map(Decided::key))
                        .flatMap(each -> each);
                connections
                        .dialect()
                        .lock(
                                connection,
                                Dialect.Subject.ALERT,
                                keys.map(RecipientKey::alert).toList());
                end(connection, advance.ended(), advance.now());
                uses.write(connection, advance.uses());
                return claim(connection, decided, advance.now());
            });
            doubtful.clear();
            return claimed;
        } catch (RuntimeException perhapsCommitted) {
            decided.forEach(each -> doubtful.add(each.key));
            throw perhapsCommitted;
        }
    }

    private void end(Connection connection, List<Ended> ended, Instant now) throws SQLException {
        RowChange end = new RowChange("state = ?, why = ?, day = ?, chat_hash = null", ours);
        RowChange back = new RowChange("state = ?, due_at = ?, chat_hash = null", ours);
        for (Ended each : ended) {
            if (each.state().isFinal()) {
                end.add(each.key(), now, RecipientState.number(each.state()), each.why(), day(now));
            } else {
                back.add(each.key(), now, RecipientState.number(State.WAITING), now.toEpochMilli());
            }
        }
        doubtful.forEach(key -> back.add(key, now, RecipientState.number(State.WAITING), now.toEpochMilli()));
        Set<RecipientKey> changed = end.execute(connection);
        changed.addAll(back.execute(connection));
        RecipientLeaving.finish(connection, changed, now);
    }

    private List<Claimed> claim(Connection connection, List<Decided> decided, Instant now) throws SQLException {
        Set<String> free = claims.free(
                connection,
                decided.stream()
                        .filter(each -> each.next instanceof Next.Send)
                        .map(Decided::chatHash)
                        .toList());
        RowChange later = new RowChange("due_at = ?", "state + 0 = 0");
        RowChange end = new RowChange("state = ?, why = ?, day = ?", "state + 0 = 0");
        List<Decided> claiming = new ArrayList<>();
        for (Decided each : decided) {
            if (each.next instanceof Next.End over) {
                end.add(each.key, now, RecipientState.number(over.state()), over.why(), day(now));
            } else if (each.next instanceof Next.Later wait) {
                later.add(each.key, now, wait.due().toEpochMilli());
            } else if (free.contains(each.chatHash)) {
                claiming.add(each);
            } else {
                later.add(each.key, now, now.plus(IN_OTHER_HAND).toEpochMilli());
            }
        }
        end.execute(connection);
        later.execute(connection);
        return claimed(connection, claiming, now);
    }

    private List<Claimed> claimed(Connection connection, List<Decided> claiming, Instant now) throws SQLException {
        boolean isLeased = !claims.claimant().isEmpty();
        Instant until = claims.until();
        List<Decided> ours = new ArrayList<>();
        try (BatchWrite rows = new BatchWrite(connection.prepareStatement(CLAIM), () -> {})) {
            for (Decided each : claiming) {
                rows.add(
                        RecipientState.number(State.IN_FLIGHT),
                        process,
                        isLeased ? until.toEpochMilli() : 0,
                        // Where one process sends, nobody else asks.
                        isLeased ? each.chatHash : null,
                        now.toEpochMilli(),
                        each.key.person(),
                        each.key.alert());
            }
            int[] changed = rows.execute();
            for (int i = 0; i < changed.length; i++) {
                if (changed[i] == 1) {
                    ours.add(claiming.get(i));
                }
            }
        }
        Map<String, List<Instant>> used = uses.ofOthers(
                connection, new HashSet<>(ours.stream().map(Decided::chatHash).toList()));
        return ours.stream()
                .map(each -> new Claimed(
                        ((Next.Send) each.next).message(),
                        now,
                        until,
                        false,
                        used.getOrDefault(each.chatHash, List.of())))
                .toList();
    }

    Instant renew(Collection<RecipientKey> keys) {
        Instant until = claims.until();
        if (claims.claimant().isEmpty()) {
            return until;
        }
        connections.write(connection -> {
            ByHash.change(
                    connection,
                    "update alert_recipient set claimed_until = ? where " + ours + " and person_hash",
                    keys.stream().map(RecipientKey::person).distinct().toList(),
                    until.toEpochMilli());
            return keys;
        });
        return until;
    }

    int abandon(String alert, Instant now) {
        // Leases tell of a process that stalled as well; without them, all others are dead.
        String alive = claims.claimant().isEmpty() ? process : "";
        String dead = " where alert = ? and state = 1 and coalesce(claimed_until, 0) < ?"
                + " and (claimed_by is null or claimed_by <> ?)";
        List<String> persons = connections.read(connection ->
                texts(connection, "select person_hash from alert_recipient" + dead, alert, now.toEpochMilli(), alive));
        if (persons.isEmpty()) {
            return 0;
        }
        return connections.write(connection -> {
            connections.dialect().lock(connection, Dialect.Subject.ALERT, List.of(alert));
            RowChange end = new RowChange("state = ?, day = ?, chat_hash = null", "state + 0 = 1");
            persons.forEach(each ->
                    end.add(new RecipientKey(alert, each), now, RecipientState.number(State.UNKNOWN), day(now)));
            Set<RecipientKey> abandoned = end.execute(connection);
            RecipientLeaving.finish(connection, abandoned, now);
            return abandoned.size();
        });
    }

    static String day(Instant now) {
        return EasternTime.dateAt(now).toString();
    }
}
