package org.campaignbot.app.watch;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.update.ConversationStore;

/** Measures how long commits of turns take, and how many fail. Thread-safe. */
public final class CommitTimes implements ConversationStore {

    private final ConversationStore store;
    private final LongAdder done = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder nanos = new LongAdder();

    /** Measures the commits of this store. */
    public CommitTimes(ConversationStore store) {
        this.store = store;
    }

    long done() {
        return done.sum();
    }

    long failed() {
        return failed.sum();
    }

    /** The total time of all finished commits, in nanoseconds. */
    long nanos() {
        return nanos.sum();
    }

    @Override
    public Map<ConversationKey, Saved> load(Collection<ConversationKey> conversations) {
        return store.load(conversations);
    }

    @Override
    public List<Verdict> commit(List<Commit> batch) {
        long begun = System.nanoTime();
        try {
            List<Verdict> verdicts = store.commit(batch);
            nanos.add(System.nanoTime() - begun);
            done.increment();
            return verdicts;
        } catch (RuntimeException failure) {
            failed.increment();
            throw failure;
        }
    }

    @Override
    public List<PendingEffect> pendingEffects(int most) {
        return store.pendingEffects(most);
    }

    @Override
    public void settleEffects(List<PendingEffect> effects) {
        store.settleEffects(effects);
    }

    @Override
    public List<Unsaid> unsaid(int most) {
        return store.unsaid(most);
    }

    @Override
    public void settleUnsaid(List<Unsaid> messages) {
        store.settleUnsaid(messages);
    }
}
