package campaignbot.memory;

import campaignbot.alert.Subscription;
import campaignbot.alert.Subscriptions;
import campaignbot.conversation.ConversationKey;
import campaignbot.people.Person;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Subscriptions in this process's memory; they are lost when it ends. */
public final class MemorySubscriptions implements Subscriptions {

    private final Map<ConversationKey, Subscription> subscriptions = new HashMap<>();

    @Override
    public synchronized void subscribe(Subscription subscription) {
        subscriptions.merge(
                subscription.conversation(),
                subscription,
                (kept, other) -> other.since().isAfter(kept.since()) ? other : kept);
    }

    @Override
    public synchronized void unsubscribe(ConversationKey conversation) {
        subscriptions.remove(conversation);
    }

    @Override
    public synchronized void forgetSetter(Person person) {
        subscriptions.replaceAll((group, each) -> person.equals(each.setBy()) ? each.withoutSetter() : each);
    }

    @Override
    public synchronized Optional<Subscription> of(ConversationKey conversation) {
        return Optional.ofNullable(subscriptions.get(conversation));
    }

    @Override
    public synchronized long count() {
        return subscriptions.size();
    }
}
