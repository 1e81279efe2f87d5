package org.campaignbot.update;

import java.util.List;
import org.campaignbot.conversation.Event;
import org.campaignbot.conversation.Turn;
import org.campaignbot.conversation.TurnInput;
import org.campaignbot.sending.Outgoing;
import org.campaignbot.update.ConversationStore.Saved;
import org.jspecify.annotations.Nullable;

/**
 * A turn that was taken but not committed yet.
 *
 * @param update what it answers
 * @param before the state that it started from, and its version
 * @param aside what is said in another chat because of it
 */
record PendingCommit(Update update, Saved before, TurnInput turnInput, Turn turn, List<Outgoing> aside) {

    /** The part of the turn that a hushed person gets: help, and, without a message, whatever ends the bot's knowledge of them. */
    @Nullable
    PendingCommit hushed() {
        List<Turn.Note> notes = turn.notes();
        if (notes.contains(Turn.Note.URGENT)) {
            return this;
        }
        boolean ends = notes.contains(Turn.Note.STOPPED) || turnInput.event() instanceof Event.Left;
        return ends ? new PendingCommit(update, before, turnInput, turn.inSilence(), List.of()) : null;
    }

    /** Whether it continues in a private chat: it was kept out of the group, or is help that mustn't get lost there. */
    boolean isForPrivate() {
        return update.origin().privately() != null
                && (turn.notes().contains(Turn.Note.KEPT_PRIVATE)
                        || turn.notes().contains(Turn.Note.URGENT));
    }
}
