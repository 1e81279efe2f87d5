package org.campaignbot.storage.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.message.Message;
import org.campaignbot.people.Address;
import org.campaignbot.sending.Outgoing;
import org.campaignbot.storage.sql.Identities;
import org.campaignbot.storage.sql.KeyRing.Ciphertext;
import org.campaignbot.storage.sql.StoredJson;
import org.jspecify.annotations.Nullable;

/**
 * A message as stored in its row: everything but the lane is ciphertext.
 *
 * @param heldBy the process that remembers a message made of the person's own words, which no row contains; else null
 * @param message null in that case, and if a later version wrote it in a format that this one can't read
 * @param since when it was committed
 * @param mayHaveLeft whether a dead process may have sent it
 */
public record OutboxRow(
        String idHash,
        long seq,
        Outgoing.Lane lane,
        String id,
        Address to,
        ConversationKey conversation,
        @Nullable String heldBy,
        @Nullable String replaces,
        @Nullable String erases,
        @Nullable Message message,
        Instant since,
        String chatHash,
        boolean mayHaveLeft) {

    /** The columns that {@link #read} needs. */
    static final String COLUMNS = columns("outbox");

    private static final int OF_CONVERSATION = 6;

    /** The same columns for a table that has an alias in the statement. */
    static String columns(String table) {
        return String.join(
                ", ",
                Stream.of("id_hash", "sealed", "seq", "lane", "held_by", "made_at", "chat_hash")
                        .map(column -> table + "." + column)
                        .toList());
    }

    /**
     * Seals a message for its row.
     *
     * @param json the message as {@link StoredJson} writes it, or null if no row may contain it
     */
    static Ciphertext seal(
            Identities identities,
            String idHash,
            ConversationKey conversation,
            Outgoing outgoing,
            @Nullable String json) {
        Address to = outgoing.to();
        @Nullable String[] who = Identities.pieces(conversation);
        @Nullable String[] pieces = Arrays.copyOf(who, OF_CONVERSATION + 8);
        pieces[OF_CONVERSATION] = outgoing.id();
        pieces[OF_CONVERSATION + 1] = to.channel();
        pieces[OF_CONVERSATION + 2] = to.account();
        pieces[OF_CONVERSATION + 3] = to.chat();
        pieces[OF_CONVERSATION + 4] = to.thread();
        pieces[OF_CONVERSATION + 5] = json;
        pieces[OF_CONVERSATION + 6] = outgoing.replaces();
        pieces[OF_CONVERSATION + 7] = outgoing.erases();
        return identities.seal(idHash, pieces);
    }

    /**
     * Reads a row from a query result.
     *
     * @param wasClaimed whether a dead process may have had it in hand
     */
    static OutboxRow read(ResultSet row, Identities identities, boolean wasClaimed) throws SQLException {
        String idHash = row.getString(1);
        List<@Nullable String> pieces = identities.open(idHash, row.getBytes(2));
        List<@Nullable String> rest = pieces.subList(OF_CONVERSATION, pieces.size());
        String json = rest.get(5);
        return new OutboxRow(
                idHash,
                row.getLong(3),
                laneOf(row.getInt(4)),
                id(pieces),
                to(pieces),
                Identities.conversation(pieces),
                row.getString(5),
                optional(rest, 6),
                optional(rest, 7),
                json == null ? null : message(json),
                Instant.ofEpochMilli(row.getLong(6)),
                row.getString(7),
                wasClaimed);
    }

    /** The ciphertext of a row after its chat moves to another id. */
    static Ciphertext moved(Identities identities, String idHash, byte[] sealed, Address from, Address to) {
        @Nullable String[] pieces = identities.open(idHash, sealed).toArray(new @Nullable String[0]);
        pieces[OF_CONVERSATION + 3] = to.chat();
        ConversationKey conversation = Identities.conversation(Arrays.asList(pieces));
        if (conversation.address().wholeChat().equals(from)) {
            pieces[2] = to.chat();
        }
        return identities.seal(idHash, pieces);
    }

    /** The message id in these pieces. */
    public static String id(List<@Nullable String> pieces) {
        return Objects.requireNonNull(pieces.get(OF_CONVERSATION));
    }

    /** The destination in these pieces. */
    public static Address to(List<@Nullable String> pieces) {
        return new Address(
                Objects.requireNonNull(pieces.get(OF_CONVERSATION + 1)),
                Objects.requireNonNull(pieces.get(OF_CONVERSATION + 2)),
                Objects.requireNonNull(pieces.get(OF_CONVERSATION + 3)),
                pieces.get(OF_CONVERSATION + 4));
    }

    /** A piece that the bot's first version didn't write yet. */
    private static @Nullable String optional(List<@Nullable String> pieces, int index) {
        return index < pieces.size() ? pieces.get(index) : null;
    }

    private static @Nullable Message message(String json) {
        try {
            return StoredJson.message(json);
        } catch (IllegalArgumentException laterVersion) {
            return null;
        }
    }

    /** Whether no process will ever be able to send it, so that its question has to be asked again. */
    boolean isUnreadable() {
        return message == null && heldBy == null;
    }

    Outgoing with(Message said) {
        return new Outgoing(id, to, conversation.person(), lane, said, replaces, erases);
    }

    /** A lane's number in its column, smaller ones first, with gaps left for future lanes. */
    static int rank(Outgoing.Lane lane) {
        return switch (lane) {
            case URGENT -> 10;
            case REPLY -> 20;
            case ALERT -> throw new IllegalArgumentException("an alert waits with its recipient, not in the outbox");
        };
    }

    public static Outgoing.Lane laneOf(int rank) {
        for (Outgoing.Lane lane : List.of(Outgoing.Lane.URGENT, Outgoing.Lane.REPLY)) {
            if (rank(lane) == rank) {
                return lane;
            }
        }
        throw new IllegalStateException("unknown lane " + rank);
    }
}
