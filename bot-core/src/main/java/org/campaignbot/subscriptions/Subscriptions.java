package org.campaignbot.subscriptions;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.people.Person;

/** Stores who asked for alerts; it contains only people who explicitly agreed. */
public interface Subscriptions {

    /**
     * Saves a subscription and replaces the conversation's earlier one. Saving the same one again changes nothing, and one older
     * than the stored one is dropped.
     */
    void subscribe(Subscription subscription);

    /** Deletes the subscription of a conversation at once; it's no error if there is none. */
    void unsubscribe(ConversationKey conversation);

    /** Removes a person's name from the group subscriptions they set up; the subscriptions continue. */
    void forgetSetter(Person person);

    /** The subscription of a conversation. */
    Optional<Subscription> of(ConversationKey conversation);

    /** How many there are. */
    long count();

    /**
     * A page of all subscriptions, ordered by ref and without identities; one added or deleted meanwhile may be missing or not.
     *
     * @param after the ref to continue after, empty at the start
     */
    List<Subscriber> page(String after, int most);

    /** How many there are of each cohort now, counted where they are stored. */
    Map<Cohort, Long> cohorts(Instant now);

    /** The subscription with this ref. */
    Optional<Subscription> find(String ref);

    /**
     * Records that the person was asked whether to continue a subscription; a later yes clears that.
     *
     * @return false if it was recorded before, or there is no such subscription
     */
    boolean asked(String ref, Instant at);

    /** Undoes the record of a question at an instant, because it wasn't sent; it's no error if there is none. */
    void notAsked(String ref, Instant at);

    /** Deletes the subscriptions of people who were asked before an instant and haven't said yes since; returns how many. */
    int endUnanswered(Instant askedBefore);
}
