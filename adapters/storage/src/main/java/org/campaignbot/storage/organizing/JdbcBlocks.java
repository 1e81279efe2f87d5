package org.campaignbot.storage.organizing;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.campaignbot.organizers.BlockedPerson;
import org.campaignbot.organizers.Blocks;
import org.campaignbot.people.Address;
import org.campaignbot.people.Person;
import org.campaignbot.sending.Account;
import org.campaignbot.storage.sql.BatchWrite;
import org.campaignbot.storage.sql.Connections;
import org.campaignbot.storage.sql.Identities;
import org.campaignbot.storage.sql.KeyRing.Ciphertext;
import org.jspecify.annotations.Nullable;

/** Blocks and mutes in a database, by keyed hashes; lifting one deletes its row, and so does forgetting its chat's account. */
public final class JdbcBlocks implements Blocks {

    private static final String EVERYWHERE = "";

    private final Connections connections;
    private final Identities identities;

    private record Place(String person, String chat) {}

    public JdbcBlocks(Connections connections, Identities identities) {
        this.connections = connections;
        this.identities = identities;
    }

    @Override
    public void block(Person person, String by, Instant at) {
        add(new Place(mark(person), EVERYWHERE), null, by, at);
    }

    @Override
    public void mute(Person person, Address chat, String by, Instant at) {
        add(new Place(mark(person), hash(chat)), identities.hash(Account.of(chat)), by, at);
    }

    @Override
    public boolean unmute(Person person, Address chat) {
        return delete("delete from block where person_hash = ? and chat_hash = ?", mark(person), hash(chat));
    }

    @Override
    public boolean lift(String mark) {
        return delete("delete from block where person_hash = ?", mark);
    }

    private boolean delete(String sql, String... marks) {
        return connections.write(connection -> {
            try (PreparedStatement delete = connection.prepareStatement(sql)) {
                for (int i = 0; i < marks.length; i++) {
                    delete.setString(i + 1, marks[i]);
                }
                return delete.executeUpdate() > 0;
            }
        });
    }

    @Override
    public List<BlockedPerson> all() {
        return connections.read(connection -> {
            List<BlockedPerson> blocks = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(
                            "select person_hash, chat_hash, sealed, since from block order by since desc");
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Place place = new Place(row.getString(1), row.getString(2));
                    blocks.add(new BlockedPerson(
                            place.person,
                            place.chat.equals(EVERYWHERE) ? null : place.chat,
                            Objects.requireNonNull(
                                    identities.open(row(place), row.getBytes(3)).get(0)),
                            Instant.ofEpochMilli(row.getLong(4))));
                }
            }
            return blocks;
        });
    }

    @Override
    public Hushed present() {
        Set<Place> places = connections.read(connection -> {
            Set<Place> found = new HashSet<>();
            try (PreparedStatement select = connection.prepareStatement("select person_hash, chat_hash from block");
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new Place(row.getString(1), row.getString(2)));
                }
            }
            return found;
        });
        if (places.isEmpty()) {
            return (person, chat) -> false;
        }
        return (person, chat) -> {
            String mark = mark(person);
            return places.contains(new Place(mark, EVERYWHERE)) || places.contains(new Place(mark, hash(chat)));
        };
    }

    private void add(Place place, @Nullable String account, String by, Instant at) {
        Ciphertext sealed = identities.seal(row(place), by);
        connections.write(connection -> BatchWrite.one(
                connection,
                "insert into block (person_hash, chat_hash, account_hash, sealed, since) values (?, ?, ?, ?, ?)"
                        + " on conflict (person_hash, chat_hash) do nothing",
                place.person,
                place.chat,
                account,
                sealed,
                at.toEpochMilli()));
    }

    private String mark(Person person) {
        return identities.persons().of(person);
    }

    /** The hash of a chat with all its threads. */
    private String hash(Address chat) {
        return identities.hash("muted in", chat.channel(), chat.account(), chat.chat());
    }

    private static String row(Place place) {
        return place.person + "/" + place.chat;
    }
}
