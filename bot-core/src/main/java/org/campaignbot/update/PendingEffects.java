package org.campaignbot.update;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.EffectHandler;
import org.campaignbot.update.ConversationStore.PendingEffect;

/** Carries out the effects of committed turns, in order within each conversation. */
final class PendingEffects {

    private static final int AT_ONCE = 100;

    private final ConversationStore store;
    private final Map<String, List<EffectHandler>> handlers;
    private final UpdateJournal journal;
    private final EffectExecutor effectExecutor;
    private volatile boolean some;

    PendingEffects(
            ConversationStore store,
            Collection<EffectHandler> handlers,
            UpdateJournal journal,
            EffectExecutor effectExecutor) {
        this.store = store;
        this.handlers = handlers.stream().collect(Collectors.groupingBy(EffectHandler::name));
        this.journal = journal;
        this.effectExecutor = effectExecutor;
    }

    /** Called when turns with effects were committed. */
    void committed() {
        some = true;
    }

    /** Starts carrying out effects if any are known to wait. */
    void start() {
        if (some) {
            effectExecutor.thread().execute(this::run);
        }
    }

    /** Carries out the waiting effects. */
    synchronized void run() {
        some = false;
        boolean[] more = {true};
        while (more[0]) {
            effectExecutor.together().accept(() -> more[0] = round());
        }
    }

    /** Carries out some effects, and returns whether there may be more that can be carried out now. */
    private boolean round() {
        List<PendingEffect> pending = store.pendingEffects(AT_ONCE);
        List<PendingEffect> done = new ArrayList<>();
        // A later effect of a conversation may undo an earlier one, so it waits for the earlier one.
        Set<ConversationKey> stuck = new HashSet<>();
        for (PendingEffect each : pending) {
            if (!stuck.contains(each.conversation()) && carryOut(each)) {
                done.add(each);
            } else {
                stuck.add(each.conversation());
                some = true;
            }
        }
        store.settleEffects(done);
        return pending.size() == AT_ONCE && !done.isEmpty();
    }

    /** Carries out one effect; if it fails, it stays pending and is retried after the next turn. */
    private boolean carryOut(PendingEffect each) {
        try {
            handlers.getOrDefault(each.effect().name(), List.of())
                    .forEach(handler -> handler.apply(each.conversation(), each.effect()));
            return true;
        } catch (RuntimeException failure) {
            journal.effectFailed(each.effect().name(), failure);
            return false;
        }
    }
}
