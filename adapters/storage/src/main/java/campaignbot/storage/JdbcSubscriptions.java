package campaignbot.storage;

import campaignbot.alert.Subscription;
import campaignbot.alert.Subscriptions;
import campaignbot.conversation.ConversationKey;
import campaignbot.people.Language;
import campaignbot.people.Person;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Subscriptions in a database; one that ends leaves no row behind. */
final class JdbcSubscriptions implements Subscriptions {

    /** The columns that {@link #read} needs. */
    static final String COLUMNS = "id_hash, sealed, text_version, since, language, zone, state, topics, set_by";

    private final Connections connections;
    private final Identities identities;

    JdbcSubscriptions(Connections connections, Identities identities) {
        this.connections = connections;
        this.identities = identities;
    }

    @Override
    public void subscribe(Subscription subscription) {
        ConversationKey conversation = subscription.conversation();
        String hash = identities.hash(conversation);
        Ciphertext sealed = identities.sealed(conversation);
        Person setter = subscription.setBy();
        connections.write(connection -> Writes.one(
                connection,
                "insert into subscription (" + COLUMNS
                        + ", set_by_hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id_hash) do update"
                        + " set text_version = excluded.text_version, since = excluded.since,"
                        + " language = excluded.language, zone = excluded.zone, state = excluded.state,"
                        + " topics = excluded.topics, set_by = excluded.set_by,"
                        + " set_by_hash = excluded.set_by_hash where excluded.since > subscription.since",
                hash,
                sealed,
                subscription.text(),
                subscription.since().toEpochMilli(),
                subscription.language().code(),
                subscription.zone().getId(),
                subscription.state(),
                String.join(" ", new TreeSet<>(subscription.topics())),
                setter == null ? null : identities.seal(hash, setter.channel(), setter.id()),
                setter == null ? null : hash(setter)));
    }

    @Override
    public void unsubscribe(ConversationKey conversation) {
        connections.write(connection ->
                Writes.one(connection, "delete from subscription where id_hash = ?", identities.hash(conversation)));
    }

    @Override
    public void forgetSetter(Person person) {
        connections.write(connection -> Writes.one(
                connection,
                "update subscription set set_by = null, set_by_hash = null where set_by_hash = ?",
                hash(person)));
    }

    private String hash(Person setter) {
        return identities.hash("set by", setter.channel(), setter.id());
    }

    @Override
    public Optional<Subscription> of(ConversationKey conversation) {
        return connections.read(connection -> {
            List<Subscription> found = new ArrayList<>();
            ByHash.select(
                    connection,
                    "select " + COLUMNS + " from subscription where id_hash",
                    List.of(identities.hash(conversation)),
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

    private static @Nullable Person setter(ResultSet row, Identities identities) throws SQLException {
        byte[] sealed = row.getBytes(9);
        if (sealed == null) {
            return null;
        }
        List<@Nullable String> pieces = identities.open(row.getString(1), sealed);
        return new Person(Objects.requireNonNull(pieces.get(0)), Objects.requireNonNull(pieces.get(1)));
    }

    static Subscription read(ResultSet row, Identities identities) throws SQLException {
        return new Subscription(
                Identities.conversation(identities.open(row.getString(1), row.getBytes(2))),
                row.getString(3),
                Instant.ofEpochMilli(row.getLong(4)),
                new Language(row.getString(5)),
                ZoneId.of(row.getString(6)),
                row.getString(7),
                Set.of(row.getString(8).split(" ", -1)),
                setter(row, identities));
    }
}
