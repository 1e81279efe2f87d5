package org.campaignbot.memory;

import org.campaignbot.subscriptions.Subscriptions;
import org.campaignbot.testkit.SubscriptionsContract;

class MemorySubscriptionsTest extends SubscriptionsContract {

    @Override
    protected Subscriptions empty() {
        return new MemorySubscriptions();
    }
}
