package campaignbot.reception;

import campaignbot.conversation.State;
import campaignbot.conversation.Stimulus;
import campaignbot.conversation.TinyPack;
import campaignbot.delivery.Sender;
import campaignbot.flow.Pack;
import campaignbot.memory.MemoryHeldFacts;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/** Receptions of a tiny pack that run no effects. */
public final class TinyReception {

    /** Fails the test where a turn fails. */
    static final Reception.Journal STRICT = new Reception.Journal() {
        @Override
        public void turnFailed(State state, Stimulus stimulus, RuntimeException failure) {
            throw failure;
        }

        @Override
        public void effectFailed(String effect, RuntimeException failure) {
            throw failure;
        }
    };

    private TinyReception() {}

    /** A reception in which no turn may fail. */
    public static Reception of(Pack pack, ConversationStore store, Sender sender, InstantSource clock) {
        return of(pack, store, sender, clock, STRICT);
    }

    static Reception of(
            Pack pack, ConversationStore store, Sender sender, InstantSource clock, Reception.Journal journal) {
        return new Reception(
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
