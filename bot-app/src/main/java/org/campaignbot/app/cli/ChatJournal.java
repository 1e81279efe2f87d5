package org.campaignbot.app.cli;

import java.io.PrintStream;
import org.campaignbot.app.config.FailurePlace;
import org.campaignbot.content.chat.ChatRecord;
import org.campaignbot.conversation.State;
import org.campaignbot.conversation.Turn;
import org.campaignbot.conversation.TurnInput;
import org.campaignbot.update.UpdateJournal;
import org.jspecify.annotations.Nullable;

/**
 * Logs what failed and where, and records the chat if requested.
 *
 * <p>It reports a failure's type and place in the code, never the message: a message can contain what somebody typed.
 */
record ChatJournal(@Nullable ChatRecord chatRecord, PrintStream err) implements UpdateJournal {

    @Override
    public void turnTaken(TurnInput turnInput, Turn turn) {
        if (chatRecord != null) {
            chatRecord.turn(turnInput, turn);
        }
    }

    @Override
    public void turnFailed(State state, TurnInput turnInput, RuntimeException failure) {
        State.Asked asked = state.asked();
        String question = asked == null
                ? "no question"
                : asked.place().flow() + "/" + asked.place().step();
        err.println("A turn failed at " + question + ", on "
                + turnInput.event().getClass().getSimpleName() + ": " + FailurePlace.of(failure));
    }

    @Override
    public void effectFailed(String effect, RuntimeException failure) {
        err.println("The effect " + effect + " failed: " + FailurePlace.of(failure));
    }
}
