package campaignbot.memory;

import campaignbot.testkit.ConversationStoreContract.StoreAndOutbox;
import campaignbot.testkit.OutboxContract;

class MemoryOutboxTest extends OutboxContract {

    @Override
    protected StoreAndOutbox empty() {
        MemoryStore store = new MemoryStore();
        return new StoreAndOutbox(store, store);
    }
}
