package campaignbot.reception;

import campaignbot.conversation.Event;
import campaignbot.conversation.Stimulus;
import campaignbot.conversation.Turn;
import campaignbot.delivery.Outgoing;
import campaignbot.reception.ConversationStore.Saved;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A turn that was taken but not committed yet.
 *
 * @param update what it answers
 * @param before the state that it started from, and its version
 * @param aside what is said in another chat because of it
 */
record Taken(Update update, Saved before, Stimulus stimulus, Turn turn, List<Outgoing> aside) {

    /** The part of the turn that a hushed person gets: help, and, without a message, whatever ends the bot's knowledge of them. */
    @Nullable
    Taken hushed() {
        List<Turn.Note> notes = turn.notes();
        if (notes.contains(Turn.Note.URGENT)) {
            return this;
        }
        boolean ends = notes.contains(Turn.Note.STOPPED) || stimulus.event() instanceof Event.Left;
        return ends ? new Taken(update, before, stimulus, turn.inSilence(), List.of()) : null;
    }

    /** Whether it continues in a private chat: it was kept out of the group, or is help that mustn't get lost there. */
    boolean isForPrivate() {
        return update.origin().privately() != null
                && (turn.notes().contains(Turn.Note.KEPT_PRIVATE)
                        || turn.notes().contains(Turn.Note.URGENT));
    }
}
