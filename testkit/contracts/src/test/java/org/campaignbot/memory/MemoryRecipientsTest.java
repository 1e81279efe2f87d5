package org.campaignbot.memory;

import org.campaignbot.testkit.RecipientsContract;

class MemoryRecipientsTest extends RecipientsContract {

    @Override
    protected Store empty() {
        MemorySubscriptions subscriptions = new MemorySubscriptions();
        return new Store(subscriptions, new MemoryRecipients(subscriptions));
    }
}
