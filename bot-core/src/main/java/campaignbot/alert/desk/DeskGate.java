package campaignbot.alert.desk;

import campaignbot.conversation.ConversationKey;
import campaignbot.conversation.Event;
import campaignbot.organizers.Organizers;
import campaignbot.reception.Gate;
import campaignbot.reception.Update;
import java.util.Map;

/**
 * Connects organizers and the desk: it shows the alert whose button an organizer pressed, and stores the chat in which someone
 * claims a role, so that they hear of paused alerts without asking.
 */
public final class DeskGate implements Gate {

    private final Gate next;
    private final Organizers organizers;
    private final DeskChats chats;

    /** A gate in front of another one, which redeems role codes. */
    public DeskGate(Gate next, Organizers organizers, DeskChats chats) {
        this.next = next;
        this.organizers = organizers;
        this.chats = chats;
    }

    @Override
    public Passage pass(Update update) {
        Passage passage = next.pass(update);
        if (passage.event() instanceof Event.Redeemed redeemed
                && !redeemed.role().isEmpty()) {
            note(update.conversation());
        } else if (passage.event() instanceof Event.Pressed pressed && isInvitation(pressed)) {
            Map<String, String> facts = Map.of(DeskFacts.PAGE, DeskFacts.SHOW);
            return new Passage(new Event.Invited(AlertDeskHandler.FLOW, pressed.answer(), facts), passage.hushed());
        }
        return passage;
    }

    private void note(ConversationKey chat) {
        organizers.of(chat.person()).ifPresent(organizer -> chats.note(organizer.id(), chat));
    }

    private static boolean isInvitation(Event.Pressed pressed) {
        return pressed.flow().equals(AlertDeskHandler.FLOW) && pressed.step().equals(Event.Pressed.INVITATION);
    }
}
