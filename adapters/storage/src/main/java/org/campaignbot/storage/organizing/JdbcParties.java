package org.campaignbot.storage.organizing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.campaignbot.party.Parties;
import org.campaignbot.party.Party;
import org.campaignbot.people.Address;
import org.campaignbot.storage.sql.BatchWrite;
import org.campaignbot.storage.sql.Connections;
import org.campaignbot.storage.sql.Identities;
import org.campaignbot.storage.sql.KeyRing.Ciphertext;
import org.jspecify.annotations.Nullable;

/** Call parties in a database: one row each, changed only if no one else changed it meanwhile. */
public final class JdbcParties implements Parties {

    private final Connections connections;
    private final Identities identities;

    public JdbcParties(Connections connections, Identities identities) {
        this.connections = connections;
        this.identities = identities;
    }

    @Override
    public Optional<Party> find(String id) {
        return select("where id = ?", id).stream().findFirst();
    }

    @Override
    public Optional<Party> running(Address group) {
        return select("where group_hash = ?", identities.hash(group.wholeChat())).stream()
                .findFirst();
    }

    @Override
    public List<Party> open() {
        return select("where done = ?", 0);
    }

    private List<Party> select(String where, Object value) {
        return connections.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select id, version, sealed from party " + where + " order by id")) {
                BatchWrite.bind(select, value);
                try (ResultSet row = select.executeQuery()) {
                    List<Party> found = new ArrayList<>();
                    while (row.next()) {
                        List<@Nullable String> pieces = identities.open(row.getString(1), row.getBytes(3));
                        found.add(StoredParty.read(Objects.requireNonNull(pieces.get(0)))
                                .version(row.getLong(2)));
                    }
                    return found;
                }
            }
        });
    }

    @Override
    public boolean save(Party party) {
        String group = party.isOver() ? null : identities.hash(party.place().wholeChat());
        Long overAt = party.isOver() ? party.ends().toEpochMilli() : null;
        int done = party.isDone() ? 1 : 0;
        Ciphertext sealed = identities.seal(party.id(), StoredParty.write(party));
        return connections.write(connection -> party.version() == 0
                        ? insert(connection, party.id(), group, done, overAt, sealed)
                        : BatchWrite.one(
                                connection,
                                "update party set group_hash = ?, version = version + 1, done = ?, over_at = ?, sealed = ?"
                                        + " where id = ? and version = ?",
                                group,
                                done,
                                overAt,
                                sealed,
                                party.id(),
                                party.version()))
                == 1;
    }

    /** Inserts a party, unless it already exists or another one is running in the group. */
    private static int insert(
            Connection connection,
            String id,
            @Nullable String group,
            int done,
            @Nullable Long overAt,
            Ciphertext sealed)
            throws SQLException {
        return BatchWrite.one(
                connection,
                "insert into party (id, group_hash, version, done, over_at, sealed) values (?, ?, 1, ?, ?, ?)"
                        + " on conflict do nothing",
                id,
                group,
                done,
                overAt,
                sealed);
    }
}
