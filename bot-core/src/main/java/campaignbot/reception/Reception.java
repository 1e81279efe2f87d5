package campaignbot.reception;

import campaignbot.conversation.ConversationKey;
import campaignbot.conversation.EffectHandler;
import campaignbot.conversation.Engine;
import campaignbot.conversation.State;
import campaignbot.conversation.Stimulus;
import campaignbot.conversation.Turn;
import campaignbot.delivery.Outgoing;
import campaignbot.delivery.Sender;
import campaignbot.reception.ConversationStore.Commit;
import campaignbot.reception.ConversationStore.Saved;
import campaignbot.reception.ConversationStore.Verdict;
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

/**
 * Processes updates: the engine takes their turns, batches of turns are committed, and only then are messages sent.
 *
 * <p>When {@link #receive} returns, the updates are committed or had already been answered, so they can be acknowledged to the
 * platform. Thread-safe: the store's versions keep two writers of one conversation from overwriting each other.
 */
public final class Reception {

    /** How often a turn is retried when others keep overtaking it; more would mean a store that never agrees. */
    private static final int TRIES = 20;

    /** How many turns make it worth using several processors. */
    private static final int MANY = 4;

    private final TurnTaking turns;
    private final Commits commits;
    private final ConversationStore store;
    private final HeldFacts held;
    private final Sender sender;
    private final PendingEffects effects;
    private final RandomGenerator seeds;
    private final Journal journal;
    private final Gate gate;
    private final MetQuestions met;
    private final UnstoredHelp help;
    private final Arrivals arrivals = new Arrivals(this::take);

    /** A reception that carries out effects in the thread of their turn, before {@link #receive} returns. */
    public Reception(
            Supplier<Engine> engine,
            String knowledge,
            ConversationStore store,
            HeldFacts held,
            Sender sender,
            Collection<EffectHandler> handlers,
            InstantSource clock,
            RandomGenerator seeds,
            Journal journal) {
        this(engine, knowledge, store, held, sender, handlers, clock, seeds, journal, Aftermath.AT_ONCE, Gate.OPEN);
    }

    /**
     * A reception.
     *
     * @param engine the current engine; it may be replaced between turns
     * @param knowledge the versions of pack and tables, for the record
     * @param seeds supplies the seeds of turns
     * @param journal gets notified of what happens
     * @param aftermath how effects are carried out
     * @param gate handles an update before its turn
     */
    public Reception(
            Supplier<Engine> engine,
            String knowledge,
            ConversationStore store,
            HeldFacts held,
            Sender sender,
            Collection<EffectHandler> handlers,
            InstantSource clock,
            RandomGenerator seeds,
            Journal journal,
            Aftermath aftermath,
            Gate gate) {
        this.turns = new TurnTaking(engine, knowledge, store, held, clock, journal);
        this.commits = new Commits(engine);
        this.store = store;
        this.held = held;
        this.sender = sender;
        this.effects = new PendingEffects(store, handlers, journal, aftermath);
        this.seeds = seeds;
        this.journal = journal;
        this.gate = gate;
        this.met = new MetQuestions(clock);
        this.help = new UnstoredHelp(turns, commits, store, met, sender, clock, seeds, journal);
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
        arrivals.bring(updates);
    }

    /** Finishes what an earlier or dead process committed but didn't carry out or send. */
    public void resume() {
        effects.run();
        sender.drain();
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
                throw new IllegalStateException("a turn was overtaken " + TRIES + " times");
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
        List<Taken> taken = (entering.size() < MANY ? entering.stream() : entering.parallelStream())
                .map(each -> turns.take(each.update, each.known, each.seed))
                .toList();
        Round round = new Round(first.keySet(), left);
        for (int i = 0; i < entering.size(); i++) {
            round.add(entering.get(i), taken.get(i));
        }
        commit(round, left);
        return left;
    }

    private List<Entering> entering(Collection<Update> updates) {
        Map<ConversationKey, Saved> saved =
                store.load(updates.stream().map(Update::conversation).toList());
        List<Entering> entering = new ArrayList<>();
        for (Update arrived : updates) {
            Gate.Passage passage = gate.pass(arrived);
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
        List<Commit> batch = round.turns.stream().map(commits::of).toList();
        List<Verdict> verdicts = store.commit(batch);
        List<Update> overtaken = new ArrayList<>();
        List<Outgoing> committed = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            switch (verdicts.get(i)) {
                case COMMITTED -> {
                    Taken taken = round.turns.get(i);
                    met.note(taken.update(), taken.before().state());
                    hold(taken);
                    journal.turnTaken(taken.stimulus(), taken.turn());
                    committed.addAll(batch.get(i).outgoing());
                    if (!taken.turn().effects().isEmpty()) {
                        effects.committed();
                    }
                }
                case OVERTAKEN -> overtaken.add(round.arrived.get(i));
                case REPEATED -> {}
            }
        }
        sender.committed(committed);
        effects.start();
        left.addAll(0, overtaken);
    }

    /** The turns that are committed together, at most one per conversation. */
    private final class Round {
        private final Set<ConversationKey> arriving;
        private final List<Update> left;
        private final Set<ConversationKey> answeredPrivately = new HashSet<>();
        private final List<Update> arrived = new ArrayList<>();
        private final List<Taken> turns = new ArrayList<>();

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

        void add(Entering entering, Taken inItsPlace) {
            Taken taken = inItsPlace;
            if (taken.isForPrivate()) {
                ConversationKey there =
                        Objects.requireNonNull(taken.update().origin().privately());
                if (arriving.contains(there) || !answeredPrivately.add(there)) {
                    left.add(entering.arrived);
                    return;
                }
                taken = Reception.this.turns.inPrivate(taken, there, seeds.nextLong());
            }
            Taken heard = entering.passage.hushed() ? taken.hushed() : taken;
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
    private void hold(Taken taken) {
        try {
            held.hold(taken.update().conversation(), taken.turn().next().held());
        } catch (RuntimeException failure) {
            journal.notHeld(failure);
        }
    }

    /** An update that is about to get its turn. */
    private record Entering(Update arrived, Gate.Passage passage, Update update, Saved known, long seed) {}

    /** Gets notified of what happens, for counting or display; it must not keep anything that a person said. */
    public interface Journal {
        /** A turn was committed. */
        default void turnTaken(Stimulus stimulus, Turn turn) {}

        /** A turn failed, in any thread: its flow, step, kind of stimulus and stack are useful, what was said isn't. */
        void turnFailed(State state, Stimulus stimulus, RuntimeException failure);

        /** Facts couldn't be held in memory: they will be asked for again. */
        default void notHeld(RuntimeException failure) {}

        /** A cry for help was answered although its turn couldn't be stored. */
        default void helpedUnstored() {}

        /** An effect failed and will be retried. */
        void effectFailed(String effect, RuntimeException failure);
    }
}
