package campaignbot.app;

import campaignbot.content.chat.ChatRecord;
import campaignbot.conversation.State;
import campaignbot.conversation.Stimulus;
import campaignbot.conversation.Turn;
import campaignbot.reception.Reception;
import java.io.PrintStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Notes what failed and where, and the chat itself where a record of it is wanted.
 *
 * <p>Of a failure it tells the kind and the place in the code, never the message: a message can hold what was typed.
 */
record ChatJournal(@Nullable ChatRecord chatRecord, PrintStream err) implements Reception.Journal {

    private static final String OURS = "campaignbot.";

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
                + stimulus.event().getClass().getSimpleName() + ": " + whereabouts(failure));
    }

    @Override
    public void effectFailed(String effect, RuntimeException failure) {
        err.println("The effect " + effect + " failed: " + whereabouts(failure));
    }

    private static String whereabouts(RuntimeException failure) {
        return failure.getClass().getSimpleName()
                + Stream.of(failure.getStackTrace())
                        .filter(frame -> frame.getClassName().startsWith(OURS))
                        .findFirst()
                        .map(frame -> " in " + frame.getClassName() + "." + frame.getMethodName() + ", line "
                                + frame.getLineNumber())
                        .orElse("");
    }
}
