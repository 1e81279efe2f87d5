package campaignbot.alert;

import campaignbot.conversation.ConversationKey;
import campaignbot.people.Person;
import java.util.Optional;

/** Keeps who asked for alerts; nobody is in it who did not say yes to that alone. */
public interface Subscriptions {

    /**
     * Keeps a subscription in place of an earlier one of the conversation. The same one again changes nothing, and one that is
     * older than the kept one is dropped.
     */
    void subscribe(Subscription subscription);

    /** Deletes the subscription of a conversation at once; it is no error if there is none. */
    void unsubscribe(ConversationKey conversation);

    /** Names a person no more as the one who set a group's subscription; it goes on. */
    void forgetSetter(Person person);

    /** The subscription of a conversation. */
    Optional<Subscription> of(ConversationKey conversation);

    /** How many there are. */
    long count();
}
