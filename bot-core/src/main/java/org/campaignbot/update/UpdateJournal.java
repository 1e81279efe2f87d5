package org.campaignbot.update;

import java.time.Duration;
import org.campaignbot.conversation.State;
import org.campaignbot.conversation.Turn;
import org.campaignbot.conversation.TurnInput;

/** Gets notified of what happens, for counting or display; it must not keep anything that a person said. */
public interface UpdateJournal {
    /** A turn was committed. */
    default void turnTaken(TurnInput turnInput, Turn turn) {}

    /** Turns were committed together, which took this long. */
    default void committed(Duration took) {}

    /** A commit failed: its updates may come again. */
    default void notCommitted() {}

    /** A turn failed, in any thread: its flow, step, kind of input and stack are useful, what was said isn't. */
    void turnFailed(State state, TurnInput turnInput, RuntimeException failure);

    /** Facts couldn't be held in memory: they will be asked for again. */
    default void notHeld(RuntimeException failure) {}

    /** A cry for help was answered although its turn couldn't be stored. */
    default void helpedUnstored() {}

    /** An effect failed and will be retried. */
    void effectFailed(String effect, RuntimeException failure);
}
