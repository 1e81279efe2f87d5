package org.campaignbot.subscriptions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.people.Person;

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

    /**
     * Some of all subscriptions, in the order of their refs, without whom they are; one that comes or goes meanwhile may be among them or not.
     *
     * @param after the ref after which to go on, empty at the beginning
     */
    List<Subscriber> page(String after, int most);

    /** The subscription of a ref. */
    Optional<Subscription> find(String ref);

    /**
     * Notes that the person is asked whether a subscription shall go on; a later yes of theirs takes that away.
     *
     * @return false where that was noted before, or there is no such subscription
     */
    boolean asked(String ref, Instant at);

    /** Takes back that the person was asked at an instant, because the question did not leave; it is no error where that is not noted. */
    void notAsked(String ref, Instant at);

    /** Deletes the subscriptions whose persons were asked before an instant and did not say yes since; returns how many. */
    int endUnanswered(Instant askedBefore);
}
