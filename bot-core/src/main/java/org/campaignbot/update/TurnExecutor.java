package org.campaignbot.update;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Engine;
import org.campaignbot.conversation.State;
import org.campaignbot.conversation.Turn;
import org.campaignbot.conversation.TurnInput;
import org.campaignbot.message.Message;
import org.campaignbot.sending.Outgoing;
import org.campaignbot.update.ConversationStore.Saved;

/** Runs the engine on a conversation's stored state and held facts; it changes nothing. */
final class TurnExecutor {

    private final Supplier<Engine> engine;
    private final String knowledge;
    private final ConversationStore store;
    private final HeldFacts held;
    private final InstantSource clock;
    private final UpdateJournal journal;

    TurnExecutor(
            Supplier<Engine> engine,
            String knowledge,
            ConversationStore store,
            HeldFacts held,
            InstantSource clock,
            UpdateJournal journal) {
        this.engine = engine;
        this.knowledge = knowledge;
        this.store = store;
        this.held = held;
        this.clock = clock;
        this.journal = journal;
    }

    /** The same, but without held facts. */
    TurnExecutor holdingNothing() {
        HeldFacts nothing = new HeldFacts() {
            @Override
            public Map<String, State.Held> of(ConversationKey conversation) {
                return Map.of();
            }

            @Override
            public void hold(ConversationKey conversation, Map<String, State.Held> facts) {}
        };
        return new TurnExecutor(engine, knowledge, store, nothing, clock, journal);
    }

    /** The turn that answers an update, or an apology if it failed. */
    PendingCommit take(Update update, Saved known, long seed) {
        State state = known.state().holding(held.of(update.conversation()));
        Instant now = clock.instant();
        Origin origin = update.origin();
        TurnInput turnInput = new TurnInput(
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
        Turn turn;
        try {
            turn = present.take(state, turnInput);
        } catch (RuntimeException failure) {
            journal.turnFailed(state, turnInput, failure);
            turn = present.apologize(state, turnInput);
        }
        return new PendingCommit(update, known, turnInput, present.pack(), turn, List.of());
    }

    /** The turn in the private chat, with what is said in the group. */
    PendingCommit inPrivate(PendingCommit inGroup, ConversationKey privately, long seed) {
        Saved known = store.load(List.of(privately)).getOrDefault(privately, new Saved(State.fresh(), 0));
        return inPrivate(inGroup, privately, known, seed);
    }

    /** The same, starting from this state of the private chat. */
    PendingCommit inPrivate(PendingCommit inGroup, ConversationKey privately, Saved known, long seed) {
        Update there = inGroup.update().inPrivate(privately);
        PendingCommit pendingCommit = take(there, known, seed);
        List<Outgoing> aside = new ArrayList<>();
        for (Message message : inGroup.turn().messages()) {
            aside.add(new Outgoing(
                    PendingCommit.id(there, "aside-" + aside.size()),
                    inGroup.update().conversation().address(),
                    inGroup.update().conversation().person(),
                    inGroup.lane(),
                    message));
        }
        return new PendingCommit(
                there, known, pendingCommit.turnInput(), pendingCommit.pack(), pendingCommit.turn(), aside);
    }
}
