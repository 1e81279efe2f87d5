package org.campaignbot.alert.desk;

import java.util.Map;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Event;
import org.campaignbot.flow.Value;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.update.Update;
import org.campaignbot.update.UpdateFilter;

/**
 * Connects organizers and the desk: it shows the alert whose button an organizer pressed, and stores the chat in which someone
 * claims a role, so that the bot can tell them about paused alerts there.
 */
public final class DeskFilter implements UpdateFilter {

    private final UpdateFilter next;
    private final Organizers organizers;
    private final DeskChats chats;

    /** A filter behind the one that redeems role codes. */
    public DeskFilter(UpdateFilter next, Organizers organizers, DeskChats chats) {
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
            Map<String, Value> facts = Map.of(DeskFacts.PAGE, new Value.Text(DeskFacts.SHOW));
            return new Passage(new Event.Invited(DeskFacts.FLOW, pressed.answer(), facts), passage.hushed());
        }
        return passage;
    }

    private void note(ConversationKey chat) {
        organizers.of(chat.person()).ifPresent(organizer -> chats.note(organizer.id(), chat));
    }

    private static boolean isInvitation(Event.Pressed pressed) {
        return pressed.flow().equals(DeskFacts.FLOW) && pressed.step().equals(Event.Pressed.INVITATION);
    }
}
