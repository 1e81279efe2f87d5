package campaignbot.reception;

import campaignbot.conversation.ConversationKey;
import campaignbot.conversation.Event;
import campaignbot.people.Language;
import campaignbot.reception.ConversationStore.Unsaid;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks again where a restart took what the bot was about to say, because it was made of the person's own words.
 *
 * <p>The question is committed first, then the lost message is done. After a crash in between it is tried once more, under the
 * same update id, by which the store knows that it was answered: nobody is asked twice.
 */
public final class UnsaidMessages {

    private static final int BATCH = 100;

    private final ConversationStore store;
    private final Reception reception;
    private final Language locale;

    /**
     * The lost messages of a store.
     *
     * @param locale the language for whoever has chosen none
     */
    public UnsaidMessages(ConversationStore store, Reception reception, Language locale) {
        this.store = store;
        this.reception = reception;
        this.locale = locale;
    }

    /**
     * Asks again and returns how many conversations that were; called at start, before {@link Reception#resume}, and every minute
     * after.
     *
     * @throws RuntimeException where the store failed; then it is tried again by the next call
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
            reception.receive(updates);
            store.settleUnsaid(lost);
            asked += updates.size();
            // What came after a lost message in its chat has waited for it.
            reception.resume();
            lost = lost.size() < BATCH ? List.of() : store.unsaid(BATCH);
        }
        return asked;
    }
}
