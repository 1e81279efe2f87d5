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
 * Takes what arrives: turns are taken by the engine, committed in batches, and only then sent.
 *
 * <p>When {@link #receive} returns, the updates are committed or were answered before, so the platform may be told so. Calls
 * may come from any thread; the store's versions keep two writers of one conversation from overwriting each other.
 */
public final class Reception {

    /** Tries of a turn that others keep overtaking; more would mean a store that never agrees. */
    private static final int TRIES = 20;

    /** Turns that are worth the attention of several processors. */
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
     * @param engine the engine of the moment; it may be replaced between turns
     * @param knowledge the versions of pack and tables, for the record
     * @param seeds where the seeds of turns come from
     * @param journal told of what happens
     * @param aftermath how effects are carried out
     * @param gate what looks at an update before its turn
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
     * Takes updates, those of one conversation in their order.
     *
     * <p>One thread at a time writes: it takes along whatever arrived meanwhile, so commits come in groups, and the others find
     * theirs done.
     *
     * @throws RuntimeException where the store failed; nothing of these updates has happened and they may be sent again. Only the
     *     card of a cry for help has left: it needs no store, and may come twice
     */
    public void receive(List<Update> updates) {
        arrivals.bring(updates);
    }

    /** Finishes what an earlier process, or one that has died since, committed and did not carry out or send. */
    public void resume() {
        effects.run();
        sender.drain();
    }

    /** Frees what people told for the moment and is over, which nothing else does in a bot that is quiet; called every second or so. */
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

    /** Takes the first update of each conversation and returns those that are left. */
    private List<Update> takeFirstOfEach(List<Update> updates) {
        Map<ConversationKey, Update> first = new LinkedHashMap<>();
        List<Update> left = new ArrayList<>();
        for (Update update : updates) {
            if (first.putIfAbsent(update.conversation(), update) != null) {
                left.add(update);
            }
        }
        List<Entering> entering = entering(first.values());
        // Turns are pure and those of different conversations do not know of each other.
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

    /** Commits the turns of a round, and lets go what they say; updates that others overtook are left. */
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

    /** The turns that are committed together: no two of one conversation. */
    private final class Round {
        private final Set<ConversationKey> arriving;
        private final List<Update> left;
        private final Set<ConversationKey> answeredPrivately = new HashSet<>();
        private final List<Update> arrived = new ArrayList<>();
        private final List<Taken> turns = new ArrayList<>();

        /**
         * An empty round.
         *
         * @param arriving conversations of which an update is in the round
         * @param left takes what has to wait for the next round
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

    /** What cannot be held is asked again; the turn is committed, so its messages must leave and its update is never taken again. */
    private void hold(Taken taken) {
        try {
            held.hold(taken.update().conversation(), taken.turn().next().held());
        } catch (RuntimeException failure) {
            journal.notHeld(failure);
        }
    }

    /** An update that is about to have its turn. */
    private record Entering(Update arrived, Gate.Passage passage, Update update, Saved known, long seed) {}

    /** Is told of what happens, to count it or to show it; nothing a person said may be kept from it. */
    public interface Journal {
        /** Notes a turn that was committed. */
        default void turnTaken(Stimulus stimulus, Turn turn) {}

        /** Notes a turn that failed, in any thread: its flow, step, kind of stimulus and stack are of use, what was said is not. */
        void turnFailed(State state, Stimulus stimulus, RuntimeException failure);

        /** Notes that what people told for the moment could not be held: they will be asked again. */
        default void notHeld(RuntimeException failure) {}

        /** Notes a cry for help that was answered though its turn could not be stored. */
        default void helpedUnstored() {}

        /** Notes an effect that failed and will be tried again. */
        void effectFailed(String effect, RuntimeException failure);
    }
}
