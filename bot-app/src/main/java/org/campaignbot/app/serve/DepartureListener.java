package org.campaignbot.app.serve;

import java.util.List;
import java.util.function.Consumer;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Event;
import org.campaignbot.people.Address;
import org.campaignbot.people.Language;
import org.campaignbot.platform.Counts;
import org.campaignbot.sending.ChatChangeListener;
import org.campaignbot.sending.Outgoing;
import org.campaignbot.update.Update;

/**
 * Reports chats that can't be written to anymore, so that their subscriptions and conversations end at once.
 *
 * <p>If a chat moves to another id, the sender rewrites the messages that wait for it; stored data is found again by each next
 * send.
 */
final class DepartureListener implements ChatChangeListener {

    private final Counts counts;
    private volatile Consumer<List<Update>> reception = updates -> {};

    DepartureListener(Counts counts) {
        this.counts = counts;
    }

    /** Sets the receiver; the sender is created before the update processor, which needs the sender. */
    void tell(Consumer<List<Update>> intake) {
        reception = intake;
    }

    @Override
    public void gone(Outgoing message) {
        counts.add("chats.gone");
        ConversationKey conversation = new ConversationKey(message.to(), message.person());
        // The person says nothing more here, so the language doesn't matter.
        reception.accept(List.of(new Update("gone/" + message.id(), conversation, new Event.Left(), Language.ENGLISH)));
    }

    @Override
    public void moved(Address from, Address to) {
        counts.add("chats.moved");
    }
}
