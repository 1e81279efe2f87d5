package org.campaignbot.memory;

import org.campaignbot.testkit.RecipientsContract;

class MemoryRecipientsTest extends RecipientsContract {

    @Override
    protected Store empty() {
        MemorySubscriptions subscriptions = new MemorySubscriptions();
        MemoryStore store = new MemoryStore();
        return new Store(subscriptions, store, new MemoryRecipients(subscriptions, store));
    }
}
