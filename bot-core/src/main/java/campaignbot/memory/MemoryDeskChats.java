package campaignbot.memory;

import campaignbot.alert.desk.DeskChats;
import campaignbot.conversation.ConversationKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Organizers' chats in this process's memory. */
public final class MemoryDeskChats implements DeskChats {

    private final Map<ConversationKey, String> organizers = new LinkedHashMap<>();

    @Override
    public synchronized void note(String organizer, ConversationKey chat) {
        organizers.put(chat, organizer);
    }

    @Override
    public synchronized List<ConversationKey> of(String organizer) {
        return organizers.entrySet().stream()
                .filter(each -> each.getValue().equals(organizer))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public synchronized void forget(ConversationKey chat) {
        organizers.remove(chat);
    }
}
