package org.campaignbot.app.serve;

import java.util.List;
import java.util.function.Consumer;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Event;
import org.campaignbot.people.Address;
import org.campaignbot.people.Language;
import org.campaignbot.sending.ChatChangeListener;
import org.campaignbot.sending.Outgoing;
import org.campaignbot.update.Update;

/**
 * Tells the reception of chats that cannot be written to any more, so that their subscriptions and conversations end at once.
 *
 * <p>What waits for a chat that goes on under another id is rewritten by the sender; what is kept for it is found again by each
 * next send.
 */
final class DepartureListener implements ChatChangeListener {

    private final Counts counts;
    private volatile Consumer<List<Update>> reception = updates -> {};

    DepartureListener(Counts counts) {
        this.counts = counts;
    }

    /** Says whom to tell; the sender is made before the reception, which needs it. */
    void tell(Consumer<List<Update>> intake) {
        reception = intake;
    }

    @Override
    public void gone(Outgoing message) {
        counts.add("chats.gone");
        ConversationKey conversation = new ConversationKey(message.to(), message.person());
        // The person says nothing more here, so their language does not matter.
        reception.accept(List.of(new Update("gone/" + message.id(), conversation, new Event.Left(), Language.ENGLISH)));
    }

    @Override
    public void moved(Address from, Address to) {
        counts.add("chats.moved");
    }
}
