package org.campaignbot.storage.organizing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.campaignbot.organizers.AuditEntry;
import org.campaignbot.organizers.Grant;
import org.campaignbot.organizers.Invitation;
import org.campaignbot.organizers.Organizer;
import org.campaignbot.organizers.Role;
import org.campaignbot.sending.Account;
import org.campaignbot.storage.sql.ByHash;
import org.campaignbot.storage.sql.Identities;
import org.jspecify.annotations.Nullable;

/** The rows of organizers, their codes, and their audit trail; a campaign has a handful, so they're read as a whole. */
final class OrganizerRows {

    private final Identities identities;

    OrganizerRows(Identities identities) {
        this.identities = identities;
    }

    /** All organizers, earliest first. */
    List<Organizer> all(Connection connection) throws SQLException {
        Map<String, List<Organizer.SignIn>> signIns = signIns(connection);
        List<Organizer> organizers = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "select id, sealed, role, since from organizer order by since, id");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                String id = row.getString(1);
                organizers.add(new Organizer(
                        id,
                        Objects.requireNonNull(
                                identities.open(id, row.getBytes(2)).get(0)),
                        Role.valueOf(row.getString(3)),
                        signIns.getOrDefault(id, List.of()),
                        Instant.ofEpochMilli(row.getLong(4))));
            }
        }
        return organizers;
    }

    private static Map<String, List<Organizer.SignIn>> signIns(Connection connection) throws SQLException {
        Map<String, List<Organizer.SignIn>> signIns = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "select organizer_id, channel, person_hash from organizer_sign_in order by seq");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                signIns.computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                        .add(new Organizer.SignIn(row.getString(2), row.getString(3)));
            }
        }
        return signIns;
    }

    /** Writes an organizer who is new or has changed name. */
    void write(Connection connection, Organizer organizer) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into organizer (id, sealed, role, since) values (?, ?, ?, ?)"
                        + " on conflict (id) do update set sealed = excluded.sealed")) {
            insert.setString(1, organizer.id());
            insert.setBytes(2, identities.seal(organizer.id(), organizer.name()).bytes());
            insert.setString(3, organizer.role().name());
            insert.setLong(4, organizer.since().toEpochMilli());
            insert.executeUpdate();
        }
    }

    void writeSignIn(Connection connection, Organizer organizer, Organizer.SignIn signIn, Account account)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into organizer_sign_in (person_hash, organizer_id, channel, account_hash) values (?, ?, ?, ?)")) {
            insert.setString(1, signIn.mark());
            insert.setString(2, organizer.id());
            insert.setString(3, signIn.channel());
            insert.setString(4, identities.hash(account));
            insert.executeUpdate();
        }
    }

    /** What a code grants, or null if there's no code with this hash. */
    @Nullable
    Invitation invitation(Connection connection, String code) throws SQLException {
        @Nullable Invitation[] found = {null};
        ByHash.select(
                connection,
                "select sealed, works_until, used_by_hash from organizer_code where code_hash",
                List.of(code),
                row -> found[0] = new Invitation(
                        grant(identities.open(code, row.getBytes(1))),
                        Instant.ofEpochMilli(row.getLong(2)),
                        row.getString(3)));
        return found[0];
    }

    void write(Connection connection, String code, Grant grant, Instant until) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into organizer_code (code_hash, sealed, works_until) values (?, ?, ?)")) {
            insert.setString(1, code);
            insert.setBytes(2, identities.seal(code, pieces(grant)).bytes());
            insert.setLong(3, until.toEpochMilli());
            insert.executeUpdate();
        }
    }

    void use(Connection connection, String code, String person) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update organizer_code set used_by_hash = ? where code_hash = ? and used_by_hash is null")) {
            update.setString(1, person);
            update.setString(2, code);
            update.executeUpdate();
        }
    }

    void write(Connection connection, AuditEntry entry) throws SQLException {
        String id = UUID.randomUUID().toString();
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into organizer_audit (id, done_at, act, sealed) values (?, ?, ?, ?)")) {
            insert.setString(1, id);
            insert.setLong(2, entry.at().toEpochMilli());
            insert.setString(3, entry.act().name());
            insert.setBytes(4, identities.seal(id, entry.by(), entry.whom()).bytes());
            insert.executeUpdate();
        }
    }

    /** The audit trail, latest first. */
    List<AuditEntry> trail(Connection connection) throws SQLException {
        List<AuditEntry> trail = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "select id, done_at, act, sealed from organizer_audit order by seq desc");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                List<@Nullable String> names = identities.open(row.getString(1), row.getBytes(4));
                trail.add(new AuditEntry(
                        Instant.ofEpochMilli(row.getLong(2)),
                        Objects.requireNonNull(names.get(0)),
                        AuditEntry.Act.valueOf(row.getString(3)),
                        Objects.requireNonNull(names.get(1))));
            }
        }
        return trail;
    }

    private static @Nullable String[] pieces(Grant grant) {
        if (grant instanceof Grant.FirstAdmin first) {
            return new @Nullable String[] {"first", first.name()};
        } else if (grant instanceof Grant.Invited invited) {
            return new @Nullable String[] {
                "invited", invited.name(), invited.role().name()
            };
        }
        return new @Nullable String[] {"sign-in", ((Grant.SignIn) grant).organizer()};
    }

    private static Grant grant(List<@Nullable String> pieces) {
        String who = Objects.requireNonNull(pieces.get(1));
        return switch (Objects.requireNonNull(pieces.get(0))) {
            case "first" -> new Grant.FirstAdmin(who);
            case "invited" -> new Grant.Invited(Role.valueOf(Objects.requireNonNull(pieces.get(2))), who);
            default -> new Grant.SignIn(who);
        };
    }
}
