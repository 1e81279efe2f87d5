package campaignbot.reception;

import campaignbot.conversation.ConversationKey;
import campaignbot.conversation.Engine;
import campaignbot.conversation.State;
import campaignbot.conversation.Stimulus;
import campaignbot.delivery.Outgoing;
import campaignbot.message.Message;
import campaignbot.reception.ConversationStore.Saved;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Has the engine take turns, using the stored state and held facts of a conversation; it changes nothing. */
final class TurnTaking {

    private final Supplier<Engine> engine;
    private final String knowledge;
    private final ConversationStore store;
    private final HeldFacts held;
    private final InstantSource clock;
    private final Reception.Journal journal;

    TurnTaking(
            Supplier<Engine> engine,
            String knowledge,
            ConversationStore store,
            HeldFacts held,
            InstantSource clock,
            Reception.Journal journal) {
        this.engine = engine;
        this.knowledge = knowledge;
        this.store = store;
        this.held = held;
        this.clock = clock;
        this.journal = journal;
    }

    /** The same, but without held facts. */
    TurnTaking holdingNothing() {
        HeldFacts nothing = new HeldFacts() {
            @Override
            public Map<String, State.Held> of(ConversationKey conversation) {
                return Map.of();
            }

            @Override
            public void hold(ConversationKey conversation, Map<String, State.Held> facts) {}
        };
        return new TurnTaking(engine, knowledge, store, nothing, clock, journal);
    }

    /** The turn that answers an update, or an apology if it failed. */
    Taken take(Update update, Saved known, long seed) {
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

    /** The turn in the private chat, with what is said in the group. */
    Taken inPrivate(Taken inGroup, ConversationKey privately, long seed) {
        Saved known = store.load(List.of(privately)).getOrDefault(privately, new Saved(State.fresh(), 0));
        return inPrivate(inGroup, privately, known, seed);
    }

    /** The same, starting from this state of the private chat. */
    Taken inPrivate(Taken inGroup, ConversationKey privately, Saved known, long seed) {
        Update there = inGroup.update().inPrivate(privately);
        Taken taken = take(there, known, seed);
        List<Outgoing> aside = new ArrayList<>();
        for (Message message : inGroup.turn().messages()) {
            aside.add(new Outgoing(
                    Commits.id(there, "aside-" + aside.size()),
                    inGroup.update().conversation().address(),
                    inGroup.update().conversation().person(),
                    Commits.lane(inGroup.turn()),
                    message));
        }
        return new Taken(there, known, taken.stimulus(), taken.turn(), aside);
    }
}
