package org.campaignbot.update;

import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import org.campaignbot.conversation.State;
import org.campaignbot.conversation.TinyPack;
import org.campaignbot.conversation.TurnInput;
import org.campaignbot.flow.Pack;
import org.campaignbot.memory.MemoryHeldFacts;
import org.campaignbot.sending.Sender;

/** Update processors of a tiny pack that run no effects. */
public final class TinyProcessor {

    /** Fails the test if a turn fails. */
    static final UpdateJournal STRICT = new UpdateJournal() {
        @Override
        public void turnFailed(State state, TurnInput turnInput, RuntimeException failure) {
            throw failure;
        }

        @Override
        public void effectFailed(String effect, RuntimeException failure) {
            throw failure;
        }
    };

    private TinyProcessor() {}

    /** An update processor in which no turn may fail. */
    public static UpdateProcessor of(Pack pack, ConversationStore store, Sender sender, InstantSource clock) {
        return of(pack, store, sender, clock, STRICT);
    }

    static UpdateProcessor of(
            Pack pack, ConversationStore store, Sender sender, InstantSource clock, UpdateJournal journal) {
        return new UpdateProcessor(
                () -> TinyPack.engine(pack),
                "tea 1",
                store,
                new MemoryHeldFacts(clock),
                sender,
                List.of(),
                clock,
                RandomGenerator.of("L64X128MixRandom"),
                journal);
    }
}
