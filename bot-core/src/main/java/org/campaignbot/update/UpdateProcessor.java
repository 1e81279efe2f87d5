package org.campaignbot.update;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.EffectHandler;
import org.campaignbot.conversation.Engine;
import org.campaignbot.conversation.State;
import org.campaignbot.sending.Outgoing;
import org.campaignbot.sending.Sender;
import org.campaignbot.update.ConversationStore.Commit;
import org.campaignbot.update.ConversationStore.Saved;
import org.campaignbot.update.ConversationStore.Verdict;

/**
 * Processes updates: the engine takes their turns, batches of turns are committed, and only then are messages sent.
 *
 * <p>When {@link #receive} returns, the updates are committed or had already been answered, so they can be acknowledged to the
 * platform. Thread-safe: the store's versions keep two writers of one conversation from overwriting each other.
 */
public final class UpdateProcessor {

    /** How often a turn is retried when others keep overtaking it; more would mean a store that never agrees. */
    private static final int TRIES = 20;

    /** How many turns make it worth using several processors. */
    private static final int MANY = 4;

    private final TurnExecutor turns;
    private final ConversationStore store;
    private final HeldFacts held;
    private final Sender sender;
    private final PendingEffects effects;
    private final RandomGenerator seeds;
    private final UpdateJournal journal;
    private final UpdateFilter updateFilter;
    private final EditableQuestions met;
    private final UnstoredHelp help;
    private final GroupCommitQueue groupCommitQueue = new GroupCommitQueue(this::take);

    /** A processor that carries out effects in the thread of their turn, before {@link #receive} returns. */
    public UpdateProcessor(
            Supplier<Engine> engine,
            String knowledge,
            ConversationStore store,
            HeldFacts held,
            Sender sender,
            Collection<EffectHandler> handlers,
            InstantSource clock,
            RandomGenerator seeds,
            UpdateJournal journal) {
        this(
                engine,
                knowledge,
                store,
                held,
                sender,
                handlers,
                clock,
                seeds,
                journal,
                EffectExecutor.AT_ONCE,
                UpdateFilter.OPEN);
    }

    /**
     * A processor.
     *
     * @param engine the current engine; it may be replaced between turns
     * @param knowledge the versions of pack and tables, for the record
     * @param seeds supplies the seeds of turns
     * @param journal gets notified of what happens
     * @param effectExecutor how effects are carried out
     * @param updateFilter handles an update before its turn
     */
    public UpdateProcessor(
            Supplier<Engine> engine,
            String knowledge,
            ConversationStore store,
            HeldFacts held,
            Sender sender,
            Collection<EffectHandler> handlers,
            InstantSource clock,
            RandomGenerator seeds,
            UpdateJournal journal,
            EffectExecutor effectExecutor,
            UpdateFilter updateFilter) {
        this.turns = new TurnExecutor(engine, knowledge, store, held, clock, journal);
        this.store = store;
        this.held = held;
        this.sender = sender;
        this.effects = new PendingEffects(store, handlers, journal, effectExecutor);
        this.seeds = seeds;
        this.journal = journal;
        this.updateFilter = updateFilter;
        this.met = new EditableQuestions(clock);
        this.help = new UnstoredHelp(turns, store, met, sender, clock, seeds, journal);
    }

    /**
     * Processes updates, in order within each conversation.
     *
     * <p>One thread at a time writes. It also takes whatever arrived meanwhile, so commits come in groups and the other threads
     * find their updates done.
     *
     * @throws RuntimeException if the store failed; nothing of these updates has happened, and they may be sent again. Only the
     *     card for a cry for help may have been sent: it needs no store, and may arrive twice
     */
    public void receive(List<Update> updates) {
        groupCommitQueue.bring(updates);
    }

    /** Finishes what an earlier or dead process committed but didn't carry out or send. */
    public void resume() {
        effects.run();
        // To call it every second must cost an idle bot nothing more.
        sender.drainUnlessPolled();
    }

    /** Frees expired facts from memory, which nothing else does in a quiet bot; call it about once a second. */
    public void dropExpired() {
        held.dropExpired();
        met.dropExpired();
    }

    private void take(List<Update> updates) {
        List<Update> waiting = updates;
        for (int tries = 0; !waiting.isEmpty(); tries++) {
            if (tries == TRIES) {
                throw new IllegalStateException("gave up on a turn after " + TRIES + " conflicting changes");
            }
            List<Update> left = takeOrHelp(waiting);
            tries = left.size() < waiting.size() ? 0 : tries;
            waiting = left;
        }
    }

    private List<Update> takeOrHelp(List<Update> updates) {
        try {
            return takeFirstOfEach(updates);
        } catch (RuntimeException failure) {
            help.answer(updates);
            throw failure;
        }
    }

    /** Takes the first update of each conversation and returns the rest. */
    private List<Update> takeFirstOfEach(List<Update> updates) {
        Map<ConversationKey, Update> first = new LinkedHashMap<>();
        List<Update> left = new ArrayList<>();
        for (Update update : updates) {
            if (first.putIfAbsent(update.conversation(), update) != null) {
                left.add(update);
            }
        }
        List<Entering> entering = entering(first.values());
        // Turns are pure, and those of different conversations are independent.
        List<PendingCommit> pendingCommit = (entering.size() < MANY ? entering.stream() : entering.parallelStream())
                .map(each -> turns.take(each.update, each.known, each.seed))
                .toList();
        Round round = new Round(first.keySet(), left);
        for (int i = 0; i < entering.size(); i++) {
            round.add(entering.get(i), pendingCommit.get(i));
        }
        commit(round, left);
        return left;
    }

    private List<Entering> entering(Collection<Update> updates) {
        Map<ConversationKey, Saved> saved =
                store.load(updates.stream().map(Update::conversation).toList());
        List<Entering> entering = new ArrayList<>();
        for (Update arrived : updates) {
            UpdateFilter.Passage passage = updateFilter.pass(arrived);
            Update update = arrived.with(passage.event());
            Saved known = saved.getOrDefault(update.conversation(), new Saved(State.fresh(), 0));
            if (met.counts(update, known.state())) {
                entering.add(new Entering(arrived, passage, update, known, seeds.nextLong()));
            }
        }
        return entering;
    }

    /** Commits the turns of a round and releases their messages; overtaken updates are added to {@code left}. */
    private void commit(Round round, List<Update> left) {
        List<Commit> batch = round.turns.stream().map(PendingCommit::commit).toList();
        List<Verdict> verdicts = commit(batch);
        List<Update> overtaken = new ArrayList<>();
        List<Outgoing> committed = new ArrayList<>();
        boolean hasEffects = false;
        for (int i = 0; i < batch.size(); i++) {
            switch (verdicts.get(i)) {
                case COMMITTED -> {
                    PendingCommit pendingCommit = round.turns.get(i);
                    met.note(pendingCommit.update(), pendingCommit.before().state());
                    hold(pendingCommit);
                    journal.turnTaken(pendingCommit.turnInput(), pendingCommit.turn());
                    committed.addAll(batch.get(i).outgoing());
                    hasEffects |= !pendingCommit.turn().effects().isEmpty();
                }
                case OVERTAKEN -> overtaken.add(round.arrived.get(i));
                case REPEATED -> {}
            }
        }
        sender.committed(committed);
        if (hasEffects) {
            effects.committed();
        }
        effects.start();
        left.addAll(0, overtaken);
    }

    private List<Verdict> commit(List<Commit> batch) {
        long begun = System.nanoTime();
        List<Verdict> verdicts;
        try {
            verdicts = store.commit(batch);
        } catch (RuntimeException failure) {
            journal.notCommitted();
            throw failure;
        }
        journal.committed(Duration.ofNanos(System.nanoTime() - begun));
        return verdicts;
    }

    /** The turns that are committed together, at most one per conversation. */
    private final class Round {
        private final Set<ConversationKey> arriving;
        private final List<Update> left;
        private final Set<ConversationKey> answeredPrivately = new HashSet<>();
        private final List<Update> arrived = new ArrayList<>();
        private final List<PendingCommit> turns = new ArrayList<>();

        /**
         * An empty round.
         *
         * @param arriving conversations that have an update in the round
         * @param left collects what has to wait for the next round
         */
        Round(Set<ConversationKey> arriving, List<Update> left) {
            this.arriving = arriving;
            this.left = left;
        }

        void add(Entering entering, PendingCommit inItsPlace) {
            PendingCommit pendingCommit = inItsPlace;
            if (pendingCommit.isForPrivate()) {
                ConversationKey there =
                        Objects.requireNonNull(pendingCommit.update().origin().privately());
                if (arriving.contains(there) || !answeredPrivately.add(there)) {
                    left.add(entering.arrived);
                    return;
                }
                pendingCommit = UpdateProcessor.this.turns.inPrivate(pendingCommit, there, seeds.nextLong());
            }
            PendingCommit heard = entering.passage.hushed() ? pendingCommit.hushed() : pendingCommit;
            if (heard != null) {
                arrived.add(entering.arrived);
                turns.add(heard);
            }
        }
    }

    /**
     * Holds the turn's facts. If that fails, the facts will be asked for again: the turn is committed, so its messages must be
     * sent and its update never processed again.
     */
    private void hold(PendingCommit pendingCommit) {
        try {
            held.hold(
                    pendingCommit.update().conversation(),
                    pendingCommit.turn().next().held());
        } catch (RuntimeException failure) {
            journal.notHeld(failure);
        }
    }

    /** An update that is about to get its turn. */
    private record Entering(Update arrived, UpdateFilter.Passage passage, Update update, Saved known, long seed) {}
}
