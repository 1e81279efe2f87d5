package org.campaignbot.memory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.campaignbot.alert.desk.DeskCard;
import org.campaignbot.alert.desk.DeskCards;
import org.campaignbot.conversation.ConversationKey;

/** The messages in which organizers follow alerts, in this process's memory. */
public final class MemoryDeskCards implements DeskCards {

    private final Map<String, DeskCard> cards = new LinkedHashMap<>();

    @Override
    public synchronized Optional<DeskCard> find(String id) {
        return Optional.ofNullable(cards.get(id));
    }

    @Override
    public synchronized List<DeskCard> all() {
        return List.copyOf(cards.values());
    }

    @Override
    public synchronized boolean save(DeskCard card) {
        DeskCard known = cards.get(card.id());
        if ((known == null ? 0 : known.version()) != card.version()) {
            return false;
        }
        cards.put(card.id(), card.version(card.version() + 1));
        return true;
    }

    @Override
    public synchronized void drop(String id) {
        cards.remove(id);
    }

    @Override
    public synchronized void forget(ConversationKey chat) {
        cards.values().removeIf(each -> each.chat().equals(chat));
    }
}
