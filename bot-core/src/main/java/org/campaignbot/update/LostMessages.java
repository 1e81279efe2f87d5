package org.campaignbot.update;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Event;
import org.campaignbot.people.Language;
import org.campaignbot.update.ConversationStore.Unsaid;

/**
 * Asks again when a restart lost a message that contained the person's own words.
 *
 * <p>It commits the question first and then removes the lost message. After a crash in between it tries again under the same
 * update id, which the store recognizes, so nobody is asked twice.
 */
public final class LostMessages {

    private static final int BATCH = 100;

    private final ConversationStore store;
    private final UpdateProcessor updateProcessor;
    private final Language locale;

    /**
     * The lost messages of a store.
     *
     * @param locale the language for people who chose none
     */
    public LostMessages(ConversationStore store, UpdateProcessor updateProcessor, Language locale) {
        this.store = store;
        this.updateProcessor = updateProcessor;
        this.locale = locale;
    }

    /**
     * Asks again and returns how many conversations that was; call it at startup before {@link UpdateProcessor#resume}, and every
     * minute after.
     *
     * @throws RuntimeException if the store failed; the next call tries again
     */
    public int run() {
        int asked = 0;
        List<Unsaid> lost = store.unsaid(BATCH);
        while (!lost.isEmpty()) {
            Map<ConversationKey, Unsaid> last = new LinkedHashMap<>();
            lost.forEach(each -> last.put(each.conversation(), each));
            List<Update> updates = new ArrayList<>();
            last.forEach((conversation, each) ->
                    updates.add(new Update("unsaid/" + each.outgoing(), conversation, new Event.Unsaid(), locale)));
            updateProcessor.receive(updates);
            store.settleUnsaid(lost);
            asked += updates.size();
            // Later messages in the same chats have been waiting for the lost ones.
            updateProcessor.resume();
            lost = lost.size() < BATCH ? List.of() : store.unsaid(BATCH);
        }
        return asked;
    }
}
