package org.campaignbot.storage.conversation;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Event;
import org.campaignbot.storage.sql.BatchWrite;
import org.campaignbot.storage.sql.ByHash;
import org.campaignbot.storage.sql.Connections;
import org.campaignbot.storage.sql.Identities;
import org.campaignbot.storage.sql.StoredJson;
import org.campaignbot.update.EffectResults;
import org.jspecify.annotations.Nullable;

/** Answers in a database; their whole content is ciphertext. */
public final class JdbcEffectResults implements EffectResults {

    private static final int OF_CONVERSATION = 6;

    private final Connections connections;
    private final Identities identities;
    private final InstantSource clock;

    public JdbcEffectResults(Connections connections, Identities identities, InstantSource clock) {
        this.connections = connections;
        this.identities = identities;
        this.clock = clock;
    }

    @Override
    public void add(Answer answer) {
        @Nullable String[] pieces = Arrays.copyOf(Identities.pieces(answer.conversation()), OF_CONVERSATION + 2);
        pieces[OF_CONVERSATION] = answer.event().flow();
        pieces[OF_CONVERSATION + 1] = StoredJson.writeValues(answer.event().facts());
        connections.write(connection -> BatchWrite.one(
                connection,
                "insert into answer (id, conversation_hash, made_at, sealed) values (?, ?, ?, ?) on conflict (id) do nothing",
                answer.id(),
                identities.hash(answer.conversation()),
                clock.millis(),
                identities.seal(answer.id(), pieces)));
    }

    @Override
    public List<Answer> waiting(int most) {
        return connections.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select id, sealed from answer order by made_at, id limit ?")) {
                BatchWrite.bind(select, most);
                try (ResultSet row = select.executeQuery()) {
                    List<Answer> waiting = new ArrayList<>();
                    while (row.next()) {
                        List<@Nullable String> pieces = identities.open(row.getString(1), row.getBytes(2));
                        waiting.add(new Answer(
                                row.getString(1),
                                Identities.conversation(pieces),
                                new Event.Answered(
                                        Objects.requireNonNull(pieces.get(OF_CONVERSATION)),
                                        StoredJson.values(Objects.requireNonNull(pieces.get(OF_CONVERSATION + 1))))));
                    }
                    return waiting;
                }
            }
        });
    }

    @Override
    public void done(Collection<String> ids) {
        if (!ids.isEmpty()) {
            connections.write(connection -> {
                ByHash.change(connection, "delete from answer where id", ids);
                return ids;
            });
        }
    }

    @Override
    public void forget(ConversationKey conversation) {
        connections.write(connection -> BatchWrite.one(
                connection, "delete from answer where conversation_hash = ?", identities.hash(conversation)));
    }
}
