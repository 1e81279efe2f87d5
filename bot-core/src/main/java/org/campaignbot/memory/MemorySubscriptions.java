package org.campaignbot.memory;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.people.Person;
import org.campaignbot.people.PersonHash;
import org.campaignbot.subscriptions.Cohort;
import org.campaignbot.subscriptions.Subscriber;
import org.campaignbot.subscriptions.Subscription;
import org.campaignbot.subscriptions.Subscriptions;

/** Subscriptions in this process's memory; they are lost when it ends. */
public final class MemorySubscriptions implements Subscriptions {

    private static final int KEY_BYTES = 32;

    private final PersonHash persons;
    private final NavigableMap<String, Subscription> subscriptions = new TreeMap<>();
    private final Map<String, Instant> asked = new HashMap<>();

    /** Subscriptions that hash persons with their own key. */
    public MemorySubscriptions() {
        this(new PersonHash(randomKey()));
    }

    private static byte[] randomKey() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }

    /** Subscriptions that use this hash for persons. */
    public MemorySubscriptions(PersonHash persons) {
        this.persons = persons;
    }

    String ref(ConversationKey conversation) {
        // The hash takes one name, so the parts of a conversation's key are joined into one.
        return persons.of(new Person("subscription", conversation.toString()));
    }

    @Override
    public synchronized void subscribe(Subscription subscription) {
        String ref = ref(subscription.conversation());
        Subscription kept = subscriptions.get(ref);
        if (kept == null || subscription.since().isAfter(kept.since())) {
            subscriptions.put(ref, subscription);
            asked.remove(ref);
        }
    }

    @Override
    public synchronized void unsubscribe(ConversationKey conversation) {
        String ref = ref(conversation);
        subscriptions.remove(ref);
        asked.remove(ref);
    }

    @Override
    public synchronized void forgetSetter(Person person) {
        subscriptions.replaceAll((group, each) -> person.equals(each.setBy()) ? each.withoutSetter() : each);
    }

    @Override
    public synchronized Optional<Subscription> of(ConversationKey conversation) {
        return find(ref(conversation));
    }

    @Override
    public synchronized Optional<Subscription> find(String ref) {
        return Optional.ofNullable(subscriptions.get(ref));
    }

    @Override
    public synchronized long count() {
        return subscriptions.size();
    }

    @Override
    public Map<Cohort, Long> cohorts(Instant now) {
        return page("", Integer.MAX_VALUE).stream()
                .collect(Collectors.groupingBy(each -> Cohort.of(each, now), Collectors.counting()));
    }

    @Override
    public synchronized List<Subscriber> page(String after, int most) {
        return subscriptions.tailMap(after, false).entrySet().stream()
                .limit(most)
                .map(each -> subscriber(each.getKey(), each.getValue()))
                .toList();
    }

    private Subscriber subscriber(String ref, Subscription each) {
        return new Subscriber(
                ref,
                persons.of(each.conversation().person()),
                each.conversation().address().channel(),
                each.conversation().address().account(),
                each.language(),
                each.zone(),
                each.home(),
                each.topics(),
                each.since(),
                asked.get(ref),
                each.ofGroup());
    }

    @Override
    public synchronized boolean asked(String ref, Instant at) {
        return subscriptions.containsKey(ref) && asked.putIfAbsent(ref, at) == null;
    }

    @Override
    public synchronized void notAsked(String ref, Instant at) {
        asked.remove(ref, at);
    }

    @Override
    public synchronized int endUnanswered(Instant askedBefore) {
        List<String> ended = asked.entrySet().stream()
                .filter(each -> each.getValue().isBefore(askedBefore))
                .map(Map.Entry::getKey)
                .toList();
        ended.forEach(ref -> {
            subscriptions.remove(ref);
            asked.remove(ref);
        });
        return ended.size();
    }
}
