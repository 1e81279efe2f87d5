package org.campaignbot.update;

import java.util.ArrayList;
import java.util.List;
import org.campaignbot.conversation.Event;
import org.campaignbot.conversation.Turn;
import org.campaignbot.conversation.TurnInput;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Step;
import org.campaignbot.message.Message;
import org.campaignbot.people.Address;
import org.campaignbot.sending.Outgoing;
import org.campaignbot.update.ConversationStore.Commit;
import org.campaignbot.update.ConversationStore.Saved;
import org.jspecify.annotations.Nullable;

/**
 * A turn that was taken but not committed yet.
 *
 * @param update what it answers
 * @param before the state that it started from, and its version
 * @param pack the pack it was taken with
 * @param aside what is said in another chat because of it
 */
record PendingCommit(Update update, Saved before, TurnInput turnInput, Pack pack, Turn turn, List<Outgoing> aside) {

    /** The part of the turn that a hushed person gets: help, and, without a message, whatever ends the bot's knowledge of them. */
    @Nullable
    PendingCommit hushed() {
        List<Turn.Note> notes = turn.notes();
        if (notes.contains(Turn.Note.URGENT)) {
            return this;
        }
        if (notes.contains(Turn.Note.HELP_OFFERED)) {
            return helpAlone();
        }
        boolean ends = notes.contains(Turn.Note.STOPPED) || turnInput.event() instanceof Event.Left;
        return ends ? new PendingCommit(update, before, turnInput, pack, turn.inSilence(), List.of()) : null;
    }

    /** The same with nothing but the line that offers help. */
    PendingCommit helpAlone() {
        return new PendingCommit(update, before, turnInput, pack, turn.helpAlone(before.state()), List.of());
    }

    /** Whether it continues in a private chat: it was kept out of the group, or is help that mustn't get lost there. */
    boolean isForPrivate() {
        return update.origin().privately() != null
                && (turn.notes().contains(Turn.Note.KEPT_PRIVATE)
                        || turn.notes().contains(Turn.Note.URGENT));
    }

    /** What the store commits: each message with its id, its lane, and what it replaces and erases. */
    Commit commit() {
        String replaces =
                update.event() instanceof Event.Pressed ? update.origin().pressedOn() : null;
        List<Outgoing> outgoing = new ArrayList<>(aside);
        for (int i = 0; i < turn.messages().size(); i++) {
            Message message = turn.messages().get(i);
            boolean takesPlace = replaces != null && i == 0 && isInSlotOf(update.event(), message);
            outgoing.add(new Outgoing(
                    id(update, Integer.toString(i)),
                    update.conversation().address(),
                    update.conversation().person(),
                    lane(),
                    message,
                    takesPlace ? replaces : null,
                    i == 0 && isToErase() ? update.origin().message() : null));
        }
        return new Commit(update.conversation(), before.version(), update.id(), turn.next(), outgoing, turn.effects());
    }

    /** The id of a message of a turn. */
    static String id(Update update, String which) {
        Address address = update.conversation().address();
        return address.channel() + "/" + address.account() + "/" + update.id() + "/" + which;
    }

    Outgoing.Lane lane() {
        return turn.notes().contains(Turn.Note.URGENT) ? Outgoing.Lane.URGENT : Outgoing.Lane.REPLY;
    }

    /** Whether the message needn't stay in the chat, because it said where somebody lives or contained a code. */
    private boolean isToErase() {
        return turn.notes().contains(Turn.Note.PLACE_GIVEN) || update.event() instanceof Event.Redeemed;
    }

    /** Whether a message belongs in the slot of the message whose button was pressed. */
    private boolean isInSlotOf(Event event, Message message) {
        if (message.slot() == null || !(event instanceof Event.Pressed pressed) || !pressed.isInSlot()) {
            return false;
        }
        Flow flow = pack.flow(pressed.flow());
        Step step = flow == null ? null : flow.steps().get(pressed.step());
        return step != null && message.slot().equals(step.slot());
    }
}
