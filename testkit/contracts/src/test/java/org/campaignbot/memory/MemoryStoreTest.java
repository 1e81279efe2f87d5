package org.campaignbot.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.campaignbot.conversation.Budget;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Effect;
import org.campaignbot.conversation.State;
import org.campaignbot.people.Address;
import org.campaignbot.people.Person;
import org.campaignbot.testkit.ConversationStoreContract;
import org.campaignbot.update.ConversationStore.Commit;
import org.junit.jupiter.api.Test;

class MemoryStoreTest extends ConversationStoreContract {

    @Override
    protected StoreAndOutbox empty() {
        return probedBeforeEachWrite(() -> {});
    }

    @Override
    protected StoreAndOutbox probedBeforeEachWrite(Runnable probe) {
        MemoryStore store = new MemoryStore(probe);
        return new StoreAndOutbox(store, store);
    }

    @Test
    void aForgottenConversationLeavesNeitherStateNorEffects() {
        MemoryStore store = new MemoryStore();
        commit(store, "ana");
        commit(store, "ben");
        store.forget(key("ana"));
        assertThat(store.load(List.of(key("ana"), key("ben")))).containsOnlyKeys(key("ben"));
        assertThat(store.pendingEffects(9))
                .singleElement()
                .satisfies(each -> assertThat(each.conversation()).isEqualTo(key("ben")));
    }

    private static void commit(MemoryStore store, String name) {
        Instant at = Instant.parse("2026-11-24T15:00:00Z");
        State state = new State(1, at, null, List.of(), Map.of("language", "en"), Map.of(), Budget.UNUSED);
        Effect effect = new Effect(1, 0, "count", at, Map.of());
        store.commit(List.of(new Commit(key(name), 0, name, state, List.of(), List.of(effect))));
    }

    private static ConversationKey key(String name) {
        return new ConversationKey(new Address("paper", "a", name, null), new Person("paper", name));
    }
}
