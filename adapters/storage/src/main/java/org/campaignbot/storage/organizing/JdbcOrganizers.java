package org.campaignbot.storage.organizing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.organizers.AuditEntry;
import org.campaignbot.organizers.AuditEntry.Act;
import org.campaignbot.organizers.Grant;
import org.campaignbot.organizers.Invitation;
import org.campaignbot.organizers.OneTimeCode;
import org.campaignbot.organizers.Organizer;
import org.campaignbot.organizers.OrganizerRefusal;
import org.campaignbot.organizers.OrganizerRules;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.organizers.Redemption;
import org.campaignbot.people.Person;
import org.campaignbot.sending.Account;
import org.campaignbot.storage.sql.ByHash;
import org.campaignbot.storage.sql.Connections;
import org.campaignbot.storage.sql.Dialect.Subject;
import org.campaignbot.storage.sql.Identities;

/** Organizers in a database, with one writer at a time, so that of two simultaneous redemptions each sees what the other did. */
public final class JdbcOrganizers implements Organizers {

    /** How long a wrong code counts against the person who typed it. */
    public static final Duration TRIES_COUNT = Duration.ofHours(1);

    private final Connections connections;
    private final Identities identities;
    private final OrganizerRows rows;

    public JdbcOrganizers(Connections connections, Identities identities) {
        this.connections = connections;
        this.identities = identities;
        this.rows = new OrganizerRows(identities);
    }

    @Override
    public Optional<OrganizerRefusal> invite(OneTimeCode code, Grant grant, String by, Instant at) {
        return alone(connection -> {
            List<Organizer> present = rows.all(connection);
            Optional<OrganizerRefusal> refusal = OrganizerRules.invite(present, grant, by);
            if (refusal.isEmpty()) {
                rows.write(connection, hash(code), grant, at.plus(OneTimeCode.LIFETIME));
                note(connection, present, at, by, Act.INVITED, OrganizerRules.invited(present, grant));
            }
            return refusal;
        });
    }

    @Override
    public Redemption redeem(OneTimeCode code, ConversationKey by, String update, Instant at) {
        Person person = by.person();
        String mark = identities.persons().of(person);
        Organizer.SignIn signIn = new Organizer.SignIn(person.channel(), mark);
        String tried = identities.hash("wrong code", mark, update);
        return alone(connection -> {
            Invitation invitation = rows.invitation(connection, hash(code));
            Redemption redemption = OrganizerRules.redeem(
                    rows.all(connection),
                    invitation,
                    signIn,
                    wrongTries(connection, mark, tried, at),
                    at,
                    UUID.randomUUID().toString());
            boolean isFirst = invitation != null && invitation.usedBy() == null;
            if (redemption instanceof Redemption.Granted granted && isFirst) {
                Organizer organizer = granted.organizer();
                rows.write(connection, organizer);
                rows.writeSignIn(connection, organizer, signIn, Account.of(by.address()));
                rows.use(connection, hash(code), mark);
                Act act = granted.isNew() ? Act.JOINED : Act.SIGNED_IN;
                rows.write(connection, new AuditEntry(at, organizer.name(), act, organizer.name()));
            } else if (redemption.equals(new Redemption.Refused(OrganizerRefusal.UNKNOWN_CODE))) {
                countTry(connection, mark, tried, at);
            }
            return redemption;
        });
    }

    @Override
    public Optional<Grant> burn(OneTimeCode code, Instant at) {
        return alone(connection -> {
            Invitation invitation = rows.invitation(connection, hash(code));
            rows.use(connection, hash(code), Invitation.BURNT);
            return invitation == null ? Optional.empty() : Optional.ofNullable(invitation.burnedAt(at));
        });
    }

    @Override
    public Optional<Organizer> of(Person person) {
        return OrganizerRules.signedIn(all(), identities.persons().of(person));
    }

    @Override
    public List<Organizer> all() {
        return connections.read(rows::all);
    }

    @Override
    public Optional<OrganizerRefusal> rename(String id, String name, String by, Instant at) {
        return alone(connection -> {
            List<Organizer> present = rows.all(connection);
            Optional<OrganizerRefusal> refusal = OrganizerRules.rename(present, id, name, by);
            if (refusal.isEmpty()) {
                rows.write(
                        connection,
                        OrganizerRules.find(present, id).orElseThrow().called(name));
                note(connection, present, at, by, Act.RENAMED, name);
            }
            return refusal;
        });
    }

    @Override
    public Optional<OrganizerRefusal> remove(String id, String by, Instant at) {
        return alone(connection -> {
            List<Organizer> present = rows.all(connection);
            Optional<OrganizerRefusal> refusal = OrganizerRules.remove(present, id, by);
            if (refusal.isEmpty()) {
                ByHash.change(connection, "delete from organizer_sign_in where organizer_id", List.of(id));
                ByHash.change(connection, "delete from organizer where id", List.of(id));
                ByHash.change(connection, "delete from api_token where organizer", List.of(id));
                // These chats are stored only because of the organizer's role.
                ByHash.change(connection, "delete from desk_chat where organizer", List.of(id));
                note(connection, present, at, by, Act.REMOVED, OrganizerRules.author(present, id));
            }
            return refusal;
        });
    }

    @Override
    public void enteredConsole(String id, Instant at) {
        alone(connection -> {
            Optional<Organizer> who = OrganizerRules.find(rows.all(connection), id);
            if (who.isPresent()) {
                String name = who.get().name();
                rows.write(connection, new AuditEntry(at, name, Act.ENTERED_CONSOLE, name));
            }
            return who;
        });
    }

    @Override
    public List<AuditEntry> audit() {
        return connections.read(rows::trail);
    }

    private String hash(OneTimeCode code) {
        return identities.hash("one-time code", code.text());
    }

    private void note(Connection connection, List<Organizer> present, Instant at, String by, Act act, String whom)
            throws SQLException {
        rows.write(connection, new AuditEntry(at, OrganizerRules.author(present, by), act, whom));
    }

    private static int wrongTries(Connection connection, String mark, String but, Instant at) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select count(*) from organizer_try where person_hash = ? and tried_at >= ? and try_hash <> ?")) {
            select.setString(1, mark);
            select.setLong(2, at.minus(TRIES_COUNT).toEpochMilli());
            select.setString(3, but);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static void countTry(Connection connection, String mark, String tried, Instant at) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into organizer_try (try_hash, person_hash, tried_at) values (?, ?, ?)"
                        + " on conflict (try_hash) do nothing")) {
            insert.setString(1, tried);
            insert.setString(2, mark);
            insert.setLong(3, at.toEpochMilli());
            insert.executeUpdate();
        }
    }

    private <T> T alone(Connections.Work<T> work) {
        return connections.write(connection -> {
            connections.dialect().lock(connection, Subject.ORGANIZERS, List.of("organizers"));
            return work.with(connection);
        });
    }
}
