package org.campaignbot.memory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.campaignbot.alert.desk.DeskChats;
import org.campaignbot.conversation.ConversationKey;

/** Organizers' chats in this process's memory. */
public final class MemoryDeskChats implements DeskChats {

    private final Map<ConversationKey, Desk> desks = new LinkedHashMap<>();

    private record Desk(String organizer, boolean alarms, boolean tests) {
        boolean isOf(String other) {
            return organizer.equals(other);
        }
    }

    @Override
    public synchronized void note(String organizer, ConversationKey chat) {
        desks.merge(chat, new Desk(organizer, false, false), (former, now) -> former.isOf(organizer) ? former : now);
    }

    @Override
    public synchronized List<ConversationKey> of(String organizer) {
        return desks.entrySet().stream()
                .filter(each -> each.getValue().isOf(organizer))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public synchronized void setAlarms(String organizer, boolean wanted) {
        desks.replaceAll((chat, desk) -> desk.isOf(organizer) ? new Desk(organizer, wanted, desk.tests) : desk);
    }

    @Override
    public synchronized boolean wantsAlarms(String organizer) {
        return desks.values().stream().anyMatch(desk -> desk.isOf(organizer) && desk.alarms);
    }

    @Override
    public synchronized void setTests(String organizer, ConversationKey chat, boolean wanted) {
        desks.replaceAll((each, desk) -> desk.isOf(organizer) && (!wanted || each.equals(chat))
                ? new Desk(organizer, desk.alarms, wanted)
                : desk);
    }

    @Override
    public synchronized Map<String, List<ConversationKey>> testGroup() {
        return desks.entrySet().stream()
                .filter(each -> each.getValue().tests)
                .collect(Collectors.groupingBy(
                        each -> each.getValue().organizer, Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
    }

    @Override
    public synchronized void forget(ConversationKey chat) {
        desks.remove(chat);
    }
}
