package org.campaignbot.storage.alert;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.people.Language;
import org.campaignbot.people.Person;
import org.campaignbot.sending.Account;
import org.campaignbot.storage.sql.BatchWrite;
import org.campaignbot.storage.sql.ByHash;
import org.campaignbot.storage.sql.Connections;
import org.campaignbot.storage.sql.Identities;
import org.campaignbot.subscriptions.Cohort;
import org.campaignbot.subscriptions.Subscriber;
import org.campaignbot.subscriptions.Subscription;
import org.campaignbot.subscriptions.Subscriptions;
import org.jspecify.annotations.Nullable;

/** Subscriptions in a database; one that ends leaves no row behind. */
public final class JdbcSubscriptions implements Subscriptions {

    /** The columns that {@link #read} needs. */
    public static final String COLUMNS =
            "id_hash, sealed, text_version, since, language, zone, home, topics, set_by, of_group";

    private final Connections connections;
    private final Identities identities;
    /** Accounts by the hash in their rows; there are few, so only one row of each is decrypted. */
    private final Map<String, Account> accounts = new ConcurrentHashMap<>();

    public JdbcSubscriptions(Connections connections, Identities identities) {
        this.connections = connections;
        this.identities = identities;
    }

    @Override
    public void subscribe(Subscription subscription) {
        ConversationKey conversation = subscription.conversation();
        Identities.Named named = identities.named(conversation);
        Person setter = subscription.setBy();
        connections.write(connection -> BatchWrite.one(
                connection,
                "insert into subscription (" + COLUMNS + ", set_by_hash, person_hash, account_hash)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id_hash) do update"
                        + " set text_version = excluded.text_version, since = excluded.since,"
                        + " language = excluded.language, zone = excluded.zone, home = excluded.home,"
                        + " topics = excluded.topics, set_by = excluded.set_by, set_by_hash = excluded.set_by_hash,"
                        + " of_group = excluded.of_group, asked_at = null where excluded.since > subscription.since",
                named.hash(),
                named.sealed(),
                subscription.text(),
                subscription.since().toEpochMilli(),
                subscription.language().code(),
                subscription.zone().getId(),
                subscription.home(),
                String.join(" ", new TreeSet<>(subscription.topics())),
                setter == null ? null : identities.seal(named.hash(), setter.channel(), setter.id()),
                subscription.ofGroup() ? 1 : 0,
                setter == null ? null : hash(setter),
                identities.persons().of(conversation.person()),
                identities.hash(Account.of(conversation.address()))));
    }

    @Override
    public void unsubscribe(ConversationKey conversation) {
        connections.write(connection -> BatchWrite.one(
                connection, "delete from subscription where id_hash = ?", identities.hash(conversation)));
    }

    @Override
    public void forgetSetter(Person person) {
        connections.write(connection -> BatchWrite.one(
                connection,
                "update subscription set set_by = null, set_by_hash = null where set_by_hash = ?",
                hash(person)));
    }

    private String hash(Person setter) {
        return identities.hash("set by", setter.channel(), setter.id());
    }

    @Override
    public Optional<Subscription> of(ConversationKey conversation) {
        return find(identities.hash(conversation));
    }

    @Override
    public Optional<Subscription> find(String ref) {
        return connections.read(connection -> {
            List<Subscription> found = new ArrayList<>();
            ByHash.select(
                    connection,
                    "select " + COLUMNS + " from subscription where id_hash",
                    List.of(ref),
                    row -> found.add(read(row, identities)));
            return found.stream().findFirst();
        });
    }

    @Override
    public long count() {
        return connections.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("select count(*) from subscription");
                    ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    @Override
    public List<Subscriber> page(String after, int most) {
        List<Subscriber> page = new ArrayList<>();
        connections.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select s.id_hash, s.person_hash, s.account_hash, s.language, s.zone, s.home, s.topics, s.since,"
                            + " s.heard_at, c.last_turn, s.asked_at, s.sealed, s.of_group from subscription s"
                            + " left join conversation c on c.id_hash = s.id_hash"
                            + " where s.id_hash > ? order by s.id_hash limit ?")) {
                BatchWrite.bind(select, after, most);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        page.add(subscriber(row));
                    }
                }
            }
            return page;
        });
        return page;
    }

    @Override
    public Map<Cohort, Long> cohorts(Instant now) {
        long silentSince = now.minus(Subscriber.STALE).toEpochMilli();
        // As of one moment, so that each account that is counted still has a row.
        return connections.snapshot(connection -> {
            Map<Cohort, Long> cohorts = new HashMap<>();
            // A conversation is looked up only for those who were silent as far as the subscription itself knows.
            try (PreparedStatement select = connection.prepareStatement(
                    "select account_hash, language, home, topics, of_group, stale, count(*) from (select s.account_hash,"
                            + " s.language, s.home, s.topics, s.of_group, case when s.of_group = 0 and (s.asked_at is not"
                            + " null or (s.since <= ? and s.heard_at <= ? and not exists (select 1 from conversation c"
                            + " where c.id_hash = s.id_hash and c.last_turn > ?))) then 1 else 0 end as stale"
                            + " from subscription s) each_of_them group by 1, 2, 3, 4, 5, 6")) {
                BatchWrite.bind(select, silentSince, silentSince, silentSince);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        Account account = account(connection, row.getString(1));
                        Cohort cohort = new Cohort(
                                account.channel(),
                                account.name(),
                                new Language(row.getString(2)),
                                row.getString(3),
                                topics(row.getString(4)),
                                row.getInt(5) == 1,
                                row.getInt(6) == 1);
                        cohorts.merge(cohort, row.getLong(7), Long::sum);
                    }
                }
            }
            return cohorts;
        });
    }

    /** The account with a hash, from any row that has it. */
    private Account account(Connection connection, String hash) throws SQLException {
        Account known = accounts.get(hash);
        if (known != null) {
            return known;
        }
        try (PreparedStatement select = connection.prepareStatement(
                "select id_hash, sealed from subscription where account_hash = ? limit 1")) {
            select.setString(1, hash);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return account(hash, row.getString(1), row.getBytes(2));
            }
        }
    }

    private Account account(String hash, String ref, byte[] sealed) {
        return accounts.computeIfAbsent(
                hash,
                unknown -> Account.of(
                        Identities.conversation(identities.open(ref, sealed)).address()));
    }

    private Subscriber subscriber(ResultSet row) throws SQLException {
        String ref = row.getString(1);
        Account account = account(row.getString(3), ref, row.getBytes(12));
        long heard = Math.max(Math.max(row.getLong(8), row.getLong(9)), row.getLong(10));
        return new Subscriber(
                ref,
                row.getString(2),
                account.channel(),
                account.name(),
                new Language(row.getString(4)),
                ZoneId.of(row.getString(5)),
                row.getString(6),
                topics(row.getString(7)),
                Instant.ofEpochMilli(heard),
                instant(row.getObject(11)),
                row.getInt(13) == 1);
    }

    @Override
    public boolean asked(String ref, Instant at) {
        return connections.write(connection -> BatchWrite.one(
                        connection,
                        "update subscription set asked_at = ? where id_hash = ? and asked_at is null",
                        at.toEpochMilli(),
                        ref))
                == 1;
    }

    @Override
    public void notAsked(String ref, Instant at) {
        connections.write(connection -> BatchWrite.one(
                connection,
                "update subscription set asked_at = null where id_hash = ? and asked_at = ?",
                ref,
                at.toEpochMilli()));
    }

    @Override
    public int endUnanswered(Instant askedBefore) {
        return connections.write(connection ->
                BatchWrite.one(connection, "delete from subscription where asked_at < ?", askedBefore.toEpochMilli()));
    }

    /**
     * Copies the time of each subscriber's last turn to the subscription, which outlives the conversation.
     *
     * @param before later turns are left for the next run
     */
    public static int keepLastTurns(Connection connection, Instant before) throws SQLException {
        return BatchWrite.one(
                connection,
                "update subscription set heard_at = (select c.last_turn from conversation c"
                        + " where c.id_hash = subscription.id_hash) where exists (select 1 from conversation c"
                        + " where c.id_hash = subscription.id_hash and c.last_turn < ?"
                        + " and c.last_turn > subscription.heard_at)",
                before.toEpochMilli());
    }

    private static @Nullable Instant instant(@Nullable Object millis) {
        return millis instanceof Number number ? Instant.ofEpochMilli(number.longValue()) : null;
    }

    private static Set<String> topics(String text) {
        return Set.of(text.split(" ", -1));
    }

    private static @Nullable Person setter(ResultSet row, Identities identities) throws SQLException {
        byte[] sealed = row.getBytes(9);
        if (sealed == null) {
            return null;
        }
        List<@Nullable String> pieces = identities.open(row.getString(1), sealed);
        return new Person(Objects.requireNonNull(pieces.get(0)), Objects.requireNonNull(pieces.get(1)));
    }

    public static Subscription read(ResultSet row, Identities identities) throws SQLException {
        return new Subscription(
                Identities.conversation(identities.open(row.getString(1), row.getBytes(2))),
                row.getString(3),
                Instant.ofEpochMilli(row.getLong(4)),
                new Language(row.getString(5)),
                ZoneId.of(row.getString(6)),
                row.getString(7),
                topics(row.getString(8)),
                row.getInt(10) == 1,
                setter(row, identities));
    }
}
