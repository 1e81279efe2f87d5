package org.campaignbot.memory;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.update.EffectResults;

/** Answers in this process's memory. */
public final class MemoryEffectResults implements EffectResults {

    private final Map<String, Answer> waiting = new LinkedHashMap<>();

    @Override
    public synchronized void add(Answer answer) {
        waiting.putIfAbsent(answer.id(), answer);
    }

    @Override
    public synchronized List<Answer> waiting(int most) {
        return waiting.values().stream().limit(most).toList();
    }

    @Override
    public synchronized void done(Collection<String> ids) {
        ids.forEach(waiting::remove);
    }

    @Override
    public synchronized void forget(ConversationKey conversation) {
        waiting.values().removeIf(each -> each.conversation().equals(conversation));
    }
}
