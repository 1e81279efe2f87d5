package org.campaignbot.storage.conversation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Effect;
import org.campaignbot.conversation.State;
import org.campaignbot.conversation.StateCodec;
import org.campaignbot.sending.Outgoing;
import org.campaignbot.storage.alert.JdbcSubscriptions;
import org.campaignbot.storage.outbox.JdbcOutbox;
import org.campaignbot.storage.sql.BatchWrite;
import org.campaignbot.storage.sql.ByHash;
import org.campaignbot.storage.sql.Connections;
import org.campaignbot.storage.sql.Dialect;
import org.campaignbot.storage.sql.Identities;
import org.campaignbot.storage.sql.KeyRing.Ciphertext;
import org.campaignbot.subscriptions.Subscription;
import org.campaignbot.update.ConversationStore;

/**
 * Conversations in a database; their commits also write to the outbox and the effects.
 *
 * <p>A batch is one transaction with a fixed number of statements, whatever its size: it reads what exists, checks every turn, and
 * writes the turns that stand together.
 */
public final class JdbcConversationStore implements ConversationStore {

    /** Subscriptions of people without a conversation; skipped while an effect is pending, since it may be about to end them. */
    private static final String SUBSCRIBED =
            "select " + JdbcSubscriptions.COLUMNS + " from subscription where not exists"
                    + " (select 1 from effect where conversation_hash = subscription.id_hash) and id_hash";

    private final Connections connections;
    private final Identities identities;
    private final JdbcOutbox outbox;
    private final JdbcEffects effects;
    private final InstantSource clock;
    private final Runnable beforeEachWrite;

    /** A store over an outbox and effects; the probe runs before each write of a commit. */
    public JdbcConversationStore(
            Connections connections,
            Identities identities,
            JdbcOutbox outbox,
            JdbcEffects effects,
            InstantSource clock,
            Runnable beforeEachWrite) {
        this.connections = connections;
        this.identities = identities;
        this.outbox = outbox;
        this.effects = effects;
        this.clock = clock;
        this.beforeEachWrite = beforeEachWrite;
    }

    @Override
    public Map<ConversationKey, Saved> load(Collection<ConversationKey> conversations) {
        Map<String, ConversationKey> byHash = new HashMap<>();
        conversations.forEach(each -> byHash.put(identities.hash(each), each));
        Map<ConversationKey, Saved> found = new HashMap<>();
        connections.read(connection -> {
            ByHash.select(
                    connection,
                    "select id_hash, version, state from conversation where id_hash",
                    byHash.keySet(),
                    row -> found.put(
                            byHash.get(row.getString(1)),
                            new Saved(StateCodec.read(row.getString(3)), row.getLong(2))));
            if (found.size() < byHash.size()) {
                Map<String, ConversationKey> missing = new HashMap<>(byHash);
                missing.values().removeAll(found.keySet());
                ByHash.select(connection, SUBSCRIBED, missing.keySet(), row -> {
                    Subscription kept = JdbcSubscriptions.read(row, identities);
                    found.put(kept.conversation(), new Saved(State.fresh().saving(kept.facts()), 0));
                });
            }
            return found;
        });
        return found;
    }

    @Override
    public List<Verdict> commit(List<Commit> batch) {
        if (batch.isEmpty()) {
            return List.of();
        }
        // Sealing is most of the work and needs no connection, so a batch uses every processor for it.
        List<Staged> staged = batch.parallelStream().map(this::stage).toList();
        // Words that may not be stored are kept in memory before anyone can see their row, and dropped if no row was
        // written.
        List<List<String>> held =
                staged.stream().map(each -> outbox.hold(each.outgoing)).toList();
        return outbox.commits().committing(() -> commit(staged, held));
    }

    private List<Verdict> commit(List<Staged> staged, List<List<String>> held) {
        List<Verdict> verdicts = List.of();
        Set<String> claimed = new HashSet<>();
        try {
            verdicts = connections.write(connection -> commit(connection, staged, claimed));
            staged.forEach(each -> outbox.commits().claimed(each.outgoing, claimed));
            return verdicts;
        } finally {
            if (verdicts.isEmpty()) {
                outbox.commits().unclaimed(claimed);
            }
            for (int i = 0; i < staged.size(); i++) {
                if (verdicts.isEmpty() || verdicts.get(i) != Verdict.COMMITTED) {
                    outbox.letGo(held.get(i));
                }
            }
        }
    }

    /** A turn with its hashes and ciphertexts, which need no connection. */
    private record Staged(
            Commit commit, String conversation, String update, Ciphertext sealed, List<JdbcOutbox.Staged> outgoing) {}

    private Staged stage(Commit commit) {
        ConversationKey conversation = commit.conversation();
        Identities.Named named = identities.named(conversation);
        String update = identities.hash(
                "update",
                conversation.address().channel(),
                conversation.address().account(),
                commit.updateId());
        List<JdbcOutbox.Staged> outgoing = new ArrayList<>();
        for (Outgoing each : commit.outgoing()) {
            outgoing.add(outbox.stage(conversation, each));
        }
        return new Staged(commit, named.hash(), update, named.sealed(), outgoing);
    }

    private List<Verdict> commit(Connection connection, List<Staged> batch, Set<String> claimed) throws SQLException {
        List<String> conversations = batch.stream().map(Staged::conversation).toList();
        connections.dialect().lock(connection, Dialect.Subject.CONVERSATION, conversations);
        Map<String, Long> versions = new HashMap<>();
        ByHash.select(
                connection,
                "select id_hash, version from conversation where id_hash",
                conversations,
                row -> versions.put(row.getString(1), row.getLong(2)));
        Set<String> seen = new HashSet<>();
        ByHash.select(
                connection,
                "select id_hash from seen_update where id_hash",
                batch.stream().map(Staged::update).toList(),
                row -> seen.add(row.getString(1)));
        List<Staged> standing = new ArrayList<>();
        List<Verdict> verdicts = new ArrayList<>(batch.size());
        Set<String> touched = new HashSet<>();
        for (Staged turn : batch) {
            verdicts.add(judge(turn, versions, seen, touched, standing));
        }
        claimed.addAll(outbox.commits()
                .claim(
                        connection,
                        standing.stream()
                                .flatMap(each -> each.outgoing.stream())
                                .toList()));
        write(connection, standing, claimed);
        return verdicts;
    }

    private static Verdict judge(
            Staged turn, Map<String, Long> versions, Set<String> seen, Set<String> touched, List<Staged> standing) {
        if (seen.contains(turn.update)) {
            return Verdict.REPEATED;
        }
        if (versions.getOrDefault(turn.conversation, 0L) != turn.commit.expected() || !touched.add(turn.conversation)) {
            return Verdict.OVERTAKEN;
        }
        seen.add(turn.update);
        standing.add(turn);
        return Verdict.COMMITTED;
    }

    private void write(Connection connection, List<Staged> turns, Set<String> claimed) throws SQLException {
        long now = clock.millis();
        try (BatchWrite updates = writes(connection, "insert into seen_update (id_hash, seen_at) values (?, ?)");
                BatchWrite states = writes(
                        connection,
                        "insert into conversation (id_hash, sealed, version, last_turn, swept, state)"
                                + " values (?, ?, ?, ?, 0, ?) on conflict (id_hash) do update set"
                                + " version = excluded.version, last_turn = excluded.last_turn, swept = 0,"
                                + " state = excluded.state");
                BatchWrite gone = writes(connection, "delete from conversation where id_hash = ?");
                BatchWrite messages = writes(connection, JdbcOutbox.INSERT);
                BatchWrite consequences = effects.rows(connection, beforeEachWrite)) {
            for (Staged turn : turns) {
                updates.add(turn.update, now);
                Commit commit = turn.commit;
                if (commit.next().isBlank()) {
                    gone.add(turn.conversation);
                } else {
                    states.add(
                            turn.conversation,
                            turn.sealed,
                            // A conversation that comes back after it was forgotten must not repeat its old versions.
                            commit.expected() == 0 ? Math.max(1, now) : commit.expected() + 1,
                            commit.next().lastTurn().toEpochMilli(),
                            StateCodec.write(commit.next()));
                }
                for (JdbcOutbox.Staged each : turn.outgoing) {
                    outbox.add(messages, each, claimed, now);
                }
                for (Effect effect : commit.effects()) {
                    effects.add(consequences, turn.conversation, turn.sealed, effect, now);
                }
            }
            updates.execute();
            states.execute();
            gone.execute();
            messages.execute();
            consequences.execute();
        }
        beforeEachWrite.run();
    }

    private BatchWrite writes(Connection connection, String sql) throws SQLException {
        return new BatchWrite(connection.prepareStatement(sql), beforeEachWrite);
    }

    @Override
    public List<PendingEffect> pendingEffects(int most) {
        return effects.pending(most);
    }

    @Override
    public List<Unsaid> unsaid(int most) {
        return outbox.unsaid(most);
    }

    @Override
    public void settleUnsaid(List<Unsaid> messages) {
        outbox.settle(messages.stream().map(Unsaid::outgoing).toList());
    }

    @Override
    public void settleEffects(List<PendingEffect> done) {
        effects.settle(done);
    }
}
