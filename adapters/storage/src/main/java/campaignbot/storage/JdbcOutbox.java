package campaignbot.storage;

import campaignbot.conversation.ConversationKey;
import campaignbot.delivery.Outbox;
import campaignbot.delivery.Outgoing;
import campaignbot.message.Message;
import campaignbot.reception.ConversationStore.Unsaid;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outbox of a database.
 *
 * <p>A row is ciphertext as a whole. A message made of the person's own words is not in its row: the process that committed it
 * remembers it, and where that process is gone the question is asked again.
 */
final class JdbcOutbox implements Outbox {

    /** The statement for {@link #add}; a repeated commit writes a message once. */
    static final String INSERT = "insert into outbox (id_hash, chat_hash, lane, sealed, made_at, held_by)"
            + " values (?, ?, ?, ?, ?, nullif(?, '')) on conflict (id_hash) do nothing";

    private final Connections connections;
    private final Identities identities;
    private final OwnWords ownWords;
    private final Claims claims;
    private final InstantSource clock;
    private final String process;

    JdbcOutbox(
            Connections connections,
            Identities identities,
            OwnWords ownWords,
            Claims claims,
            InstantSource clock,
            String process) {
        this.connections = connections;
        this.identities = identities;
        this.ownWords = ownWords;
        this.claims = claims;
        this.clock = clock;
        this.process = process;
    }

    /** A message with its hashes and ciphertext, ready for its row. */
    record Staged(Outgoing outgoing, String idHash, String chatHash, Ciphertext sealed) {}

    Staged stage(ConversationKey conversation, Outgoing outgoing) {
        String idHash = hash(outgoing.id());
        return new Staged(
                outgoing,
                idHash,
                identities.hash(outgoing.to()),
                OutboxRow.seal(identities, idHash, conversation, outgoing));
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

    /** Adds a row to a commit. */
    void add(Writes rows, Staged message, long now) throws SQLException {
        Outgoing outgoing = message.outgoing;
        rows.add(
                message.idHash,
                message.chatHash,
                OutboxRow.rank(outgoing.lane()),
                message.sealed,
                now,
                outgoing.message().ownWords() ? process : "");
    }

    @Override
    public List<Outgoing> claim(int most) {
        List<Outgoing> next = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (OutboxRow row : claims.take(most)) {
            Message message = row.message() == null ? ownWords.of(row.idHash()) : row.message();
            if (message != null) {
                next.add(row.with(message));
            } else if (row.isUnreadable()) {
                unreadable.add(row.idHash());
            }
        }
        giveUp(unreadable);
        return next;
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
    public void settle(List<String> ids) {
        if (ids.isEmpty()) {
            return;
        }
        List<String> hashes = hashes(ids);
        connections.write(connection -> {
            ByHash.change(connection, "delete from outbox where id_hash", hashes);
            return hashes;
        });
        claims.settled(hashes);
        ownWords.drop(hashes);
    }

    @Override
    public void release(List<String> ids) {
        if (!ids.isEmpty()) {
            claims.release(hashes(ids));
        }
    }

    /** The messages that this process does not remember, and no other that may be alive. */
    List<Unsaid> unsaid(int most) {
        long limit = clock.instant().minus(claims.patience()).toEpochMilli();
        return connections.read(connection -> {
            List<Unsaid> lost = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement("select " + OutboxRow.COLUMNS
                            + ", made_at from outbox where held_by is not null order by seq");
                    ResultSet row = select.executeQuery()) {
                while (lost.size() < most && row.next()) {
                    boolean isOurs = process.equals(row.getString(5));
                    if (isOurs ? ownWords.of(row.getString(1)) == null : row.getLong(6) <= limit) {
                        OutboxRow found = OutboxRow.read(row, identities);
                        lost.add(new Unsaid(found.id(), found.conversation()));
                    }
                }
            }
            return lost;
        });
    }

    private List<String> hashes(Collection<String> ids) {
        return ids.stream().map(this::hash).toList();
    }

    private String hash(@Nullable String id) {
        return identities.hash("message", id);
    }
}
