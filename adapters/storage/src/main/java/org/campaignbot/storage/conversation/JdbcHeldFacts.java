package org.campaignbot.storage.conversation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.State;
import org.campaignbot.storage.maintenance.Retention;
import org.campaignbot.storage.sql.BatchWrite;
import org.campaignbot.storage.sql.ByHash;
import org.campaignbot.storage.sql.Connections;
import org.campaignbot.storage.sql.Identities;
import org.campaignbot.storage.sql.StoredJson;
import org.campaignbot.update.HeldFacts;

/**
 * Held facts shared by several processes, as ciphertext in a table that the server keeps out of its log and empties after a crash.
 * Every write also deletes expired facts; {@link Retention} deletes them when there are no writes.
 */
public final class JdbcHeldFacts implements HeldFacts {

    private static final long MOST_TURNS = 10_000;
    private static final Duration LONGEST_TURN = Duration.ofMinutes(1);

    private final Connections connections;
    private final Identities identities;
    private final InstantSource clock;

    /**
     * Conversations whose current turn found no held facts, as most do: if the turn holds nothing either, no row has to be deleted,
     * and what another process held meanwhile stays.
     */
    private final Cache<String, Boolean> foundNothing = Caffeine.newBuilder()
            .maximumSize(MOST_TURNS)
            .expireAfterWrite(LONGEST_TURN)
            .build();

    public JdbcHeldFacts(Connections connections, Identities identities, InstantSource clock) {
        this.connections = connections;
        this.identities = identities;
        this.clock = clock;
    }

    @Override
    public Map<String, State.Held> of(ConversationKey conversation) {
        Instant now = clock.instant();
        String hash = identities.hash(conversation);
        Map<String, State.Held> facts = new HashMap<>();
        foundNothing.put(hash, true);
        connections.read(connection -> {
            ByHash.select(
                    connection,
                    "select sealed, held_until from held_fact where conversation_hash",
                    List.of(hash),
                    row -> {
                        foundNothing.invalidate(hash);
                        if (row.getLong(2) > now.toEpochMilli()) {
                            String json = identities.open(hash, row.getBytes(1)).get(0);
                            facts.putAll(StoredJson.held(Objects.requireNonNull(json)));
                        }
                    });
            return facts;
        });
        facts.values().removeIf(fact -> !now.isBefore(fact.until()));
        return facts;
    }

    @Override
    public void hold(ConversationKey conversation, Map<String, State.Held> facts) {
        String hash = identities.hash(conversation);
        if (foundNothing.asMap().remove(hash) != null && facts.isEmpty()) {
            return;
        }
        connections.write(connection -> facts.isEmpty()
                ? BatchWrite.one(connection, "delete from held_fact where conversation_hash = ?", hash)
                : hold(connection, hash, facts));
    }

    private int hold(Connection connection, String hash, Map<String, State.Held> facts) throws SQLException {
        long now = clock.millis();
        long until = now + Duration.ofMinutes(State.HOLD_MINUTES).toMillis();
        BatchWrite.one(connection, "delete from held_fact where held_until <= ?", now);
        return BatchWrite.one(
                connection,
                "insert into held_fact (conversation_hash, sealed, held_until) values (?, ?, ?)"
                        + " on conflict (conversation_hash) do update"
                        + " set sealed = excluded.sealed, held_until = excluded.held_until",
                hash,
                identities.seal(hash, StoredJson.writeHeld(facts)),
                until);
    }
}
