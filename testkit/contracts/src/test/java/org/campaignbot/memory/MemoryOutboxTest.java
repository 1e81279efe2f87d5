package org.campaignbot.memory;

import org.campaignbot.testkit.ConversationStoreContract.StoreAndOutbox;
import org.campaignbot.testkit.OutboxContract;

class MemoryOutboxTest extends OutboxContract {

    @Override
    protected StoreAndOutbox empty() {
        MemoryStore store = new MemoryStore();
        return new StoreAndOutbox(store, store);
    }
}
