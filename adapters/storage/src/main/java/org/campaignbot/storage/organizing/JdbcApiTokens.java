package org.campaignbot.storage.organizing;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.campaignbot.organizers.ApiToken;
import org.campaignbot.organizers.ApiTokens;
import org.campaignbot.organizers.AuditEntry;
import org.campaignbot.organizers.Organizer;
import org.campaignbot.organizers.OrganizerRules;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.organizers.Role;
import org.campaignbot.storage.sql.ByHash;
import org.campaignbot.storage.sql.Connections;
import org.campaignbot.storage.sql.Dialect.Subject;
import org.campaignbot.storage.sql.Identities;

/** API tokens in a database, with one writer at a time for all that is about organizers. */
public final class JdbcApiTokens implements ApiTokens {

    private static final String COLUMNS = "id, organizer, role, made_at, sealed from api_token";
    private static final String SIGNS = "23456789bcdfghjkmnpqrstvwxyz";
    private static final int ID_LENGTH = 8;

    private final SecureRandom random = new SecureRandom();
    private final Connections connections;
    private final Identities identities;
    private final OrganizerRows organizers;

    public JdbcApiTokens(Connections connections, Identities identities) {
        this.connections = connections;
        this.identities = identities;
        this.organizers = new OrganizerRows(identities);
    }

    @Override
    public Optional<Issued> issue(ApiToken token, String organizer, Role role, String purpose, Instant at) {
        return connections.write(connection -> {
            lock(connection);
            Optional<Organizer> whose = OrganizerRules.find(organizers.all(connection), organizer)
                    .filter(each -> each.role().covers(role));
            if (whose.isEmpty()) {
                return Optional.empty();
            }
            Issued issued = new Issued(newId(), organizer, role, purpose, Instant.ofEpochMilli(at.toEpochMilli()));
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into api_token (id, token_hash, organizer, role, made_at, sealed) values (?, ?, ?, ?, ?, ?)")) {
                insert.setString(1, issued.id());
                insert.setString(2, hash(token));
                insert.setString(3, organizer);
                insert.setString(4, role.name());
                insert.setLong(5, at.toEpochMilli());
                insert.setBytes(6, identities.seal(issued.id(), purpose).bytes());
                insert.executeUpdate();
            }
            note(connection, at, AuditEntry.Act.TOKEN_MADE, whose.get().name());
            return Optional.of(issued);
        });
    }

    @Override
    public Optional<Issued> of(ApiToken token) {
        return connections.read(connection -> {
            List<Issued> found = new ArrayList<>(1);
            ByHash.select(
                    connection,
                    "select " + COLUMNS + " where token_hash",
                    List.of(hash(token)),
                    row -> found.add(read(row)));
            return found.stream().findFirst();
        });
    }

    @Override
    public List<Issued> all() {
        return connections.read(connection -> {
            List<Issued> all = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement("select " + COLUMNS + " order by made_at, id");
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    all.add(read(row));
                }
            }
            return all;
        });
    }

    @Override
    public boolean revoke(String id, Instant at) {
        return connections.write(connection -> {
            lock(connection);
            List<Issued> found = new ArrayList<>(1);
            ByHash.select(connection, "select " + COLUMNS + " where id", List.of(id), row -> found.add(read(row)));
            for (Issued each : found) {
                ByHash.change(connection, "delete from api_token where id", List.of(id));
                note(
                        connection,
                        at,
                        AuditEntry.Act.TOKEN_REVOKED,
                        OrganizerRules.author(organizers.all(connection), each.organizer()));
            }
            return !found.isEmpty();
        });
    }

    private Issued read(ResultSet row) throws SQLException {
        String id = row.getString(1);
        return new Issued(
                id,
                row.getString(2),
                Role.valueOf(row.getString(3)),
                Objects.requireNonNull(identities.open(id, row.getBytes(5)).get(0)),
                Instant.ofEpochMilli(row.getLong(4)));
    }

    private String newId() {
        StringBuilder id = new StringBuilder(ID_LENGTH);
        for (int i = 0; i < ID_LENGTH; i++) {
            id.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return id.toString();
    }

    private String hash(ApiToken token) {
        return identities.hash("API token", token.text());
    }

    private void note(Connection connection, Instant at, AuditEntry.Act act, String whom) throws SQLException {
        organizers.write(connection, new AuditEntry(at, Organizers.OPERATOR, act, whom));
    }

    private void lock(Connection connection) throws SQLException {
        connections.dialect().lock(connection, Subject.ORGANIZERS, List.of("organizers"));
    }
}
