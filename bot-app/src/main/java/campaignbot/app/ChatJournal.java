package campaignbot.app;

import campaignbot.app.installation.Whereabouts;
import campaignbot.content.chat.ChatRecord;
import campaignbot.conversation.State;
import campaignbot.conversation.Stimulus;
import campaignbot.conversation.Turn;
import campaignbot.reception.Reception;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/**
 * Notes what failed and where, and the chat itself where a record of it is wanted.
 *
 * <p>Of a failure it tells the kind and the place in the code, never the message: a message can hold what was typed.
 */
record ChatJournal(@Nullable ChatRecord chatRecord, PrintStream err) implements Reception.Journal {

    @Override
    public void turnTaken(Stimulus stimulus, Turn turn) {
        if (chatRecord != null) {
            chatRecord.turn(stimulus, turn);
        }
    }

    @Override
    public void turnFailed(State state, Stimulus stimulus, RuntimeException failure) {
        State.Asked asked = state.asked();
        String question = asked == null
                ? "no question"
                : asked.place().flow() + "/" + asked.place().step();
        err.println("A turn failed at " + question + ", on "
                + stimulus.event().getClass().getSimpleName() + ": " + Whereabouts.of(failure));
    }

    @Override
    public void effectFailed(String effect, RuntimeException failure) {
        err.println("The effect " + effect + " failed: " + Whereabouts.of(failure));
    }
}
