package campaignbot.memory;

import campaignbot.subscription.Subscriptions;
import campaignbot.testkit.SubscriptionsContract;

class MemorySubscriptionsTest extends SubscriptionsContract {

    @Override
    protected Subscriptions empty() {
        return new MemorySubscriptions();
    }
}
