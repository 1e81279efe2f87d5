package campaignbot.storage;

import campaignbot.conversation.ConversationKey;
import campaignbot.delivery.Outgoing;
import campaignbot.message.Message;
import campaignbot.people.Address;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message as its row knows it: all of it is ciphertext but the lane.
 *
 * @param heldBy the process that remembers a message made of the person's own words, which no row holds; else null
 * @param message null then, and where a later version wrote it in a way that this one cannot read
 */
record OutboxRow(
        String idHash,
        long seq,
        Outgoing.Lane lane,
        String id,
        Address to,
        ConversationKey conversation,
        @Nullable String heldBy,
        @Nullable String replaces,
        @Nullable String erases,
        @Nullable Message message) {

    /** The columns that {@link #read} needs. */
    static final String COLUMNS = "id_hash, sealed, seq, lane, held_by";

    private static final int OF_CONVERSATION = 6;

    static Ciphertext seal(Identities identities, String idHash, ConversationKey conversation, Outgoing outgoing) {
        Address to = outgoing.to();
        @Nullable String[] who = Identities.pieces(conversation);
        @Nullable String[] pieces = java.util.Arrays.copyOf(who, OF_CONVERSATION + 8);
        pieces[OF_CONVERSATION] = outgoing.id();
        pieces[OF_CONVERSATION + 1] = to.channel();
        pieces[OF_CONVERSATION + 2] = to.account();
        pieces[OF_CONVERSATION + 3] = to.chat();
        pieces[OF_CONVERSATION + 4] = to.thread();
        pieces[OF_CONVERSATION + 5] = outgoing.message().ownWords() ? null : StoredJson.write(outgoing.message());
        pieces[OF_CONVERSATION + 6] = outgoing.replaces();
        pieces[OF_CONVERSATION + 7] = outgoing.erases();
        return identities.seal(idHash, pieces);
    }

    static OutboxRow read(ResultSet row, Identities identities) throws SQLException {
        String idHash = row.getString(1);
        List<@Nullable String> pieces = identities.open(idHash, row.getBytes(2));
        List<@Nullable String> rest = pieces.subList(OF_CONVERSATION, pieces.size());
        String json = rest.get(5);
        return new OutboxRow(
                idHash,
                row.getLong(3),
                lane(row.getInt(4)),
                Objects.requireNonNull(rest.get(0)),
                new Address(
                        Objects.requireNonNull(rest.get(1)),
                        Objects.requireNonNull(rest.get(2)),
                        Objects.requireNonNull(rest.get(3)),
                        rest.get(4)),
                Identities.conversation(pieces),
                row.getString(5),
                optional(rest, 6),
                optional(rest, 7),
                json == null ? null : message(json));
    }

    /** A piece that the first version of the bot did not write yet. */
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

    /** Whether nobody will ever be able to say it, so that its question has to be asked again. */
    boolean isUnreadable() {
        return message == null && heldBy == null;
    }

    Outgoing with(Message said) {
        return new Outgoing(id, to, conversation.person(), lane, said, replaces, erases);
    }

    /** The number that a lane has in its column, smaller ones first; numbers in between are left for lanes to come. */
    static int rank(Outgoing.Lane lane) {
        return switch (lane) {
            case URGENT -> 10;
            case REPLY -> 20;
            case ALERT -> 30;
        };
    }

    private static Outgoing.Lane lane(int rank) {
        for (Outgoing.Lane lane : Outgoing.Lane.values()) {
            if (rank(lane) == rank) {
                return lane;
            }
        }
        throw new IllegalStateException("a lane of another version: " + rank);
    }
}
