package campaignbot.reception;

import campaignbot.conversation.ConversationKey;
import campaignbot.conversation.EffectHandler;
import campaignbot.conversation.Engine;
import campaignbot.conversation.Event;
import campaignbot.conversation.State;
import campaignbot.conversation.Stimulus;
import campaignbot.conversation.Turn;
import campaignbot.delivery.Outgoing;
import campaignbot.delivery.Sender;
import campaignbot.flow.Flow;
import campaignbot.flow.Step;
import campaignbot.message.Message;
import campaignbot.people.Address;
import campaignbot.reception.ConversationStore.Commit;
import campaignbot.reception.ConversationStore.Saved;
import campaignbot.reception.ConversationStore.Verdict;
import java.time.Instant;
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
import org.jspecify.annotations.Nullable;

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

    private final Supplier<Engine> engine;
    private final String knowledge;
    private final ConversationStore store;
    private final HeldFacts held;
    private final Sender sender;
    private final PendingEffects effects;
    private final InstantSource clock;
    private final RandomGenerator seeds;
    private final Journal journal;
    private final Gate gate;
    private final MetQuestions met;
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
        this.engine = engine;
        this.knowledge = knowledge;
        this.store = store;
        this.held = held;
        this.sender = sender;
        this.effects = new PendingEffects(store, handlers, journal, aftermath);
        this.clock = clock;
        this.seeds = seeds;
        this.journal = journal;
        this.gate = gate;
        this.met = new MetQuestions(clock);
    }

    /**
     * Takes updates, those of one conversation in their order.
     *
     * <p>One thread at a time writes: it takes along whatever arrived meanwhile, so commits come in groups, and the others find
     * theirs done.
     *
     * @throws RuntimeException where the store failed; nothing of these updates has happened and they may be sent again
     */
    public void receive(List<Update> updates) {
        arrivals.bring(updates);
    }

    /** Finishes what an earlier process, or one that has died since, committed and did not carry out or send. */
    public void resume() {
        effects.run();
        sender.drain();
    }

    private void take(List<Update> updates) {
        List<Update> waiting = updates;
        for (int tries = 0; !waiting.isEmpty(); tries++) {
            if (tries == TRIES) {
                throw new IllegalStateException("a turn was overtaken " + TRIES + " times");
            }
            List<Update> left = takeFirstOfEach(waiting);
            tries = left.size() < waiting.size() ? 0 : tries;
            waiting = left;
        }
    }

    /** Takes the first update of each conversation and returns those that are left. */
    private List<Update> takeFirstOfEach(List<Update> updates) {
        Map<ConversationKey, Update> first = new LinkedHashMap<>();
        List<Update> rest = new ArrayList<>();
        for (Update update : updates) {
            if (first.putIfAbsent(update.conversation(), update) != null) {
                rest.add(update);
            }
        }
        Map<ConversationKey, Saved> saved = store.load(first.keySet());
        List<Entering> entering = new ArrayList<>();
        for (Update arrived : first.values()) {
            Gate.Passage passage = gate.pass(arrived);
            Update update = arrived.with(passage.event());
            Saved known = saved.getOrDefault(update.conversation(), new Saved(State.fresh(), 0));
            if (met.counts(update, known.state())) {
                entering.add(new Entering(arrived, passage, update, known, seeds.nextLong()));
            }
        }
        // Turns are pure and those of different conversations do not know of each other.
        List<Taken> takenTurns = (entering.size() < MANY ? entering.stream() : entering.parallelStream())
                .map(each -> take(each.update, each.known, each.seed))
                .toList();
        List<Update> round = new ArrayList<>();
        List<Taken> turns = new ArrayList<>();
        List<Commit> batch = new ArrayList<>();
        Set<ConversationKey> answeredPrivately = new HashSet<>();
        for (int i = 0; i < entering.size(); i++) {
            Update arrived = entering.get(i).arrived;
            Taken taken = takenTurns.get(i);
            if (isForPrivate(taken)) {
                ConversationKey there =
                        Objects.requireNonNull(taken.update.origin().privately());
                if (first.containsKey(there) || !answeredPrivately.add(there)) {
                    rest.add(arrived);
                    continue;
                }
                taken = inPrivate(taken, there);
            }
            if (entering.get(i).passage.hushed()) {
                taken = hushed(taken);
            }
            if (taken == null) {
                continue;
            }
            round.add(arrived);
            turns.add(taken);
            batch.add(commit(taken));
        }
        List<Verdict> verdicts = store.commit(batch);
        List<Update> overtaken = new ArrayList<>();
        List<Outgoing> committed = new ArrayList<>();
        for (int i = 0; i < round.size(); i++) {
            switch (verdicts.get(i)) {
                case COMMITTED -> {
                    Taken taken = turns.get(i);
                    met.note(taken.update, taken.before.state());
                    hold(taken);
                    journal.turnTaken(taken.stimulus, taken.turn);
                    committed.addAll(batch.get(i).outgoing());
                    if (!taken.turn.effects().isEmpty()) {
                        effects.committed();
                    }
                }
                case OVERTAKEN -> overtaken.add(round.get(i));
                case REPEATED -> {}
            }
        }
        sender.committed(committed);
        effects.start();
        overtaken.addAll(rest);
        return overtaken;
    }

    /** What cannot be held is asked again; the turn is committed, so its messages must leave and its update is never taken again. */
    private void hold(Taken taken) {
        try {
            held.hold(taken.update.conversation(), taken.turn.next().held());
        } catch (RuntimeException failure) {
            journal.notHeld(failure);
        }
    }

    /** An update that is about to have its turn. */
    private record Entering(Update arrived, Gate.Passage passage, Update update, Saved known, long seed) {}

    private Taken take(Update update, Saved known, long seed) {
        State state = known.state().holding(held.of(update.conversation()));
        Instant now = clock.instant();
        Origin origin = update.origin();
        Stimulus stimulus = new Stimulus(
                update.event(),
                now,
                seed,
                update.locale(),
                origin.group(),
                origin.privately() != null,
                origin.deepLinks(),
                origin.standing(),
                knowledge);
        Engine present = engine.get();
        try {
            return new Taken(update, known, stimulus, present.take(state, stimulus), List.of());
        } catch (RuntimeException failure) {
            journal.turnFailed(state, stimulus, failure);
            return new Taken(update, known, stimulus, present.apologize(state, stimulus), List.of());
        }
    }

    /** As much of a turn as there is for whoever is hushed: help, and in silence what ends the bot's knowledge of them. */
    private static @Nullable Taken hushed(Taken taken) {
        List<Turn.Note> notes = taken.turn.notes();
        if (notes.contains(Turn.Note.URGENT)) {
            return taken;
        }
        boolean ends = notes.contains(Turn.Note.STOPPED) || taken.stimulus.event() instanceof Event.Left;
        return ends ? taken.inSilence() : null;
    }

    /** Whether a turn in a group goes on in a private chat: it was kept out of the group, or is help that must not get lost there. */
    private static boolean isForPrivate(Taken taken) {
        return taken.update.origin().privately() != null
                && (taken.turn.notes().contains(Turn.Note.KEPT_PRIVATE)
                        || taken.turn.notes().contains(Turn.Note.URGENT));
    }

    /** The turn in the private chat, and what is said in the group besides. */
    private Taken inPrivate(Taken inGroup, ConversationKey privately) {
        Update there = inGroup.update.inPrivate(privately);
        Saved known = store.load(List.of(privately)).getOrDefault(privately, new Saved(State.fresh(), 0));
        Taken taken = take(there, known, seeds.nextLong());
        List<Outgoing> aside = new ArrayList<>();
        for (Message message : inGroup.turn.messages()) {
            aside.add(new Outgoing(
                    outgoingId(there, "aside-" + aside.size()),
                    inGroup.update.conversation().address(),
                    inGroup.update.conversation().person(),
                    lane(inGroup.turn),
                    message));
        }
        return new Taken(there, known, taken.stimulus, taken.turn, aside);
    }

    /**
     * A turn that was taken.
     *
     * @param update what it answers
     * @param before the state that it began with, and its version
     * @param aside what is said in another chat because of it
     */
    private record Taken(Update update, Saved before, Stimulus stimulus, Turn turn, List<Outgoing> aside) {
        Taken inSilence() {
            return new Taken(update, before, stimulus, turn.inSilence(), List.of());
        }
    }

    private Commit commit(Taken taken) {
        Update update = taken.update;
        Turn turn = taken.turn;
        String replaces = replaced(update);
        List<Outgoing> outgoing = new ArrayList<>(taken.aside);
        for (int i = 0; i < turn.messages().size(); i++) {
            Message message = turn.messages().get(i);
            boolean takesPlace = replaces != null && i == 0 && isInSlotOf(update.event(), message);
            outgoing.add(new Outgoing(
                    outgoingId(update, Integer.toString(i)),
                    update.conversation().address(),
                    update.conversation().person(),
                    lane(turn),
                    message,
                    takesPlace ? replaces : null,
                    i == 0 && isToErase(update, turn) ? update.origin().message() : null));
        }
        return new Commit(
                update.conversation(), taken.before.version(), update.id(), turn.next(), outgoing, turn.effects());
    }

    private static String outgoingId(Update update, String which) {
        Address address = update.conversation().address();
        return address.channel() + "/" + address.account() + "/" + update.id() + "/" + which;
    }

    private static Outgoing.Lane lane(Turn turn) {
        return turn.notes().contains(Turn.Note.URGENT) ? Outgoing.Lane.URGENT : Outgoing.Lane.REPLY;
    }

    /** Whether the message that held it need not stay in the chat: it told where somebody lives, or a code. */
    private static boolean isToErase(Update update, Turn turn) {
        return turn.notes().contains(Turn.Note.PLACE_GIVEN) || update.event() instanceof Event.Redeemed;
    }

    private static @Nullable String replaced(Update update) {
        return update.event() instanceof Event.Pressed ? update.origin().pressedOn() : null;
    }

    /** Whether a message belongs into the slot of the message whose button was pressed. */
    private boolean isInSlotOf(Event event, Message message) {
        if (message.slot() == null || !(event instanceof Event.Pressed pressed) || !pressed.isInSlot()) {
            return false;
        }
        Flow flow = engine.get().pack().flow(pressed.flow());
        Step step = flow == null ? null : flow.steps().get(pressed.step());
        return step != null && message.slot().equals(step.slot());
    }

    /** Is told of what happens, to count it or to show it; nothing a person said may be kept from it. */
    public interface Journal {
        /** Notes a turn that was committed. */
        default void turnTaken(Stimulus stimulus, Turn turn) {}

        /** Notes a turn that failed, in any thread: its flow, step, kind of stimulus and stack are of use, what was said is not. */
        void turnFailed(State state, Stimulus stimulus, RuntimeException failure);

        /** Notes that what people told for the moment could not be held: they will be asked again. */
        default void notHeld(RuntimeException failure) {}

        /** Notes an effect that failed and will be tried again. */
        void effectFailed(String effect, RuntimeException failure);
    }
}
