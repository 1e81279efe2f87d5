package org.campaignbot.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.StateCodec;
import org.campaignbot.people.Address;
import org.campaignbot.sending.Outbox;
import org.campaignbot.sending.Outgoing;
import org.campaignbot.update.ConversationStore;

/**
 * Conversations, their outbox and their effects in this process's memory.
 *
 * <p>States are kept in the codec's form, so what can't be saved is lost here just as it would be on disk. The writes of a batch
 * are collected first and applied together at its end: if anything fails before that, nothing has happened.
 */
public final class MemoryStore implements ConversationStore, Outbox {

    /** How long an update's id is kept to detect repeats (platforms redeliver for at most a day). */
    private static final Duration REPEATS_KNOWN_FOR = Duration.ofDays(7);

    /** How many ids are known at most, so that a flood can't fill the memory; the oldest go first. */
    private static final int MOST_UPDATES = 50_000;

    private final InstantSource clock;
    private final Runnable beforeEachWrite;
    private final Map<ConversationKey, Row> states = new HashMap<>();
    private final Set<PendingEffect> effects = new LinkedHashSet<>();
    private final MemoryOutbox outbox = new MemoryOutbox();
    private final Cache<String, Boolean> updates = Caffeine.newBuilder()
            .maximumSize(MOST_UPDATES)
            .expireAfterWrite(REPEATS_KNOWN_FOR)
            .build();

    /** An empty store. */
    public MemoryStore() {
        this(InstantSource.system());
    }

    /** An empty store whose messages age by a clock. */
    public MemoryStore(InstantSource clock) {
        this(clock, () -> {});
    }

    /** An empty store that calls a probe before each write of a commit; an exception from the probe must leave nothing half done. */
    public MemoryStore(Runnable beforeEachWrite) {
        this(InstantSource.system(), beforeEachWrite);
    }

    private MemoryStore(InstantSource clock, Runnable beforeEachWrite) {
        this.clock = clock;
        this.beforeEachWrite = beforeEachWrite;
    }

    @Override
    public synchronized Map<ConversationKey, Saved> load(Collection<ConversationKey> conversations) {
        Map<ConversationKey, Saved> found = new HashMap<>();
        for (ConversationKey conversation : conversations) {
            Row row = states.get(conversation);
            if (row != null) {
                found.put(conversation, new Saved(StateCodec.read(row.state), row.version));
            }
        }
        return found;
    }

    @Override
    public synchronized List<Verdict> commit(List<Commit> batch) {
        List<Runnable> writes = new ArrayList<>();
        Set<Object> touched = new HashSet<>();
        List<Verdict> verdicts = new ArrayList<>(batch.size());
        for (Commit commit : batch) {
            verdicts.add(stage(commit, writes, touched));
        }
        writes.forEach(write -> beforeEachWrite.run());
        writes.forEach(Runnable::run);
        return verdicts;
    }

    private Verdict stage(Commit commit, List<Runnable> writes, Set<Object> touched) {
        ConversationKey conversation = commit.conversation();
        String update =
                conversation.address().channel() + "/" + conversation.address().account() + "/" + commit.updateId();
        if (updates.getIfPresent(update) != null || touched.contains(update)) {
            return Verdict.REPEATED;
        }
        Row present = states.get(conversation);
        if ((present == null ? 0 : present.version) != commit.expected() || touched.contains(conversation)) {
            return Verdict.OVERTAKEN;
        }
        touched.add(update);
        touched.add(conversation);
        writes.add(() -> updates.put(update, true));
        Row row = new Row(StateCodec.write(commit.next()), commit.expected() + 1);
        writes.add(() -> {
            if (commit.next().isBlank()) {
                states.remove(conversation);
            } else {
                states.put(conversation, row);
            }
        });
        commit.outgoing().forEach(outgoing -> writes.add(() -> outbox.add(outgoing, clock.instant(), true)));
        commit.effects().forEach(effect -> writes.add(() -> effects.add(new PendingEffect(conversation, effect))));
        return Verdict.COMMITTED;
    }

    /** Drops everything about a conversation that has ended. */
    public synchronized void forget(ConversationKey conversation) {
        states.remove(conversation);
        effects.removeIf(each -> each.conversation().equals(conversation));
        outbox.remove(outbox.takeAllOf(conversation.address().wholeChat()).stream()
                .map(each -> each.message().id())
                .toList());
    }

    @Override
    public synchronized List<PendingEffect> pendingEffects(int most) {
        return effects.stream().limit(most).toList();
    }

    @Override
    public synchronized void settleEffects(List<PendingEffect> done) {
        done.forEach(effects::remove);
    }

    /** Always empty: when a process ends, these conversations are gone along with the messages. */
    @Override
    public List<Unsaid> unsaid(int most) {
        return List.of();
    }

    @Override
    public void settleUnsaid(List<Unsaid> messages) {}

    @Override
    public void take(Wanted wanted, Consumer<List<Claimed>> into) {
        List<Claimed> claimed;
        synchronized (this) {
            claimed = outbox.take(wanted);
        }
        try {
            into.accept(claimed);
        } finally {
            synchronized (this) {
                outbox.arrived(claimed);
            }
        }
    }

    @Override
    public synchronized List<Claimed> takeAllOf(Address chat) {
        return outbox.takeAllOf(chat);
    }

    @Override
    public synchronized void accept(int room) {
        outbox.accept(room);
    }

    @Override
    public synchronized List<Claimed> handOver(List<Outgoing> committed) {
        return outbox.handOver(committed);
    }

    @Override
    public synchronized void add(List<Outgoing> messages) {
        messages.forEach(each -> outbox.add(each, clock.instant(), false));
    }

    @Override
    public synchronized void settle(List<String> ended, List<ChatUse> uses) {
        outbox.remove(ended);
    }

    @Override
    public synchronized void release(List<String> ids) {
        outbox.release(ids);
    }

    @Override
    public Instant renew(List<String> ids) {
        return Instant.MAX;
    }

    @Override
    public synchronized void move(Address from, Address to) {
        outbox.move(from, to);
    }

    private record Row(String state, long version) {}
}
