package org.campaignbot.update;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.campaignbot.conversation.Engine;
import org.campaignbot.conversation.Event;
import org.campaignbot.conversation.Turn;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Step;
import org.campaignbot.message.Message;
import org.campaignbot.people.Address;
import org.campaignbot.sending.Outgoing;
import org.campaignbot.update.ConversationStore.Commit;
import org.jspecify.annotations.Nullable;

/** Turns a turn into what the store commits: each message with its id, its lane, and what it replaces and erases. */
final class CommitMapper {

    private final Supplier<Engine> engine;

    CommitMapper(Supplier<Engine> engine) {
        this.engine = engine;
    }

    Commit of(PendingCommit pendingCommit) {
        Update update = pendingCommit.update();
        Turn turn = pendingCommit.turn();
        String replaces = replaced(update);
        List<Outgoing> outgoing = new ArrayList<>(pendingCommit.aside());
        for (int i = 0; i < turn.messages().size(); i++) {
            Message message = turn.messages().get(i);
            boolean takesPlace = replaces != null && i == 0 && isInSlotOf(update.event(), message);
            outgoing.add(new Outgoing(
                    id(update, Integer.toString(i)),
                    update.conversation().address(),
                    update.conversation().person(),
                    lane(turn),
                    message,
                    takesPlace ? replaces : null,
                    i == 0 && isToErase(update, turn) ? update.origin().message() : null));
        }
        return new Commit(
                update.conversation(),
                pendingCommit.before().version(),
                update.id(),
                turn.next(),
                outgoing,
                turn.effects());
    }

    /** The id of a message of a turn. */
    static String id(Update update, String which) {
        Address address = update.conversation().address();
        return address.channel() + "/" + address.account() + "/" + update.id() + "/" + which;
    }

    static Outgoing.Lane lane(Turn turn) {
        return turn.notes().contains(Turn.Note.URGENT) ? Outgoing.Lane.URGENT : Outgoing.Lane.REPLY;
    }

    /** Whether the message needn't stay in the chat, because it said where somebody lives or contained a code. */
    private static boolean isToErase(Update update, Turn turn) {
        return turn.notes().contains(Turn.Note.PLACE_GIVEN) || update.event() instanceof Event.Redeemed;
    }

    private static @Nullable String replaced(Update update) {
        return update.event() instanceof Event.Pressed ? update.origin().pressedOn() : null;
    }

    /** Whether a message belongs in the slot of the message whose button was pressed. */
    private boolean isInSlotOf(Event event, Message message) {
        if (message.slot() == null || !(event instanceof Event.Pressed pressed) || !pressed.isInSlot()) {
            return false;
        }
        Flow flow = engine.get().pack().flow(pressed.flow());
        Step step = flow == null ? null : flow.steps().get(pressed.step());
        return step != null && message.slot().equals(step.slot());
    }
}
