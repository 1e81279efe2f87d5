package org.campaignbot.memory;

import org.campaignbot.testkit.ConversationStoreContract;

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
}
