package org.campaignbot.subscriptions;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.lookup.Home;
import org.campaignbot.people.Language;
import org.campaignbot.people.Person;
import org.jspecify.annotations.Nullable;

/**
 * A wish for alerts in a conversation, a person's own or a group's, with all that is kept about it.
 *
 * @param conversation where and whom
 * @param text the version of the words that the person said yes to
 * @param since when that was
 * @param language the language to write in
 * @param zone the time zone by which it is night for the person
 * @param home where the person votes, as the fact {@link Home#HOME} has it: a district with its map's number where they said yes to
 *     keeping that, else their state; null where only alerts for everyone fit
 * @param topics what the alerts may be about, by the names that the pack gives its topics; {@link #ALL} is every one
 * @param ofGroup whether it is a group's, under the conversation that stands for it as a whole
 * @param setBy who set it for a group, whom what is posted there names; null where it is a person's own, or they were forgotten
 */
public record Subscription(
        ConversationKey conversation,
        String text,
        Instant since,
        Language language,
        ZoneId zone,
        @Nullable String home,
        Set<String> topics,
        boolean ofGroup,
        @Nullable Person setBy) {

    /** The saved fact that says whether alerts are on, {@code yes} if they are. */
    static final String ALERTS = "alerts";

    /** The topic of whoever wants every alert. */
    public static final String ALL = "all";

    public Subscription {
        topics = Set.copyOf(topics);
        if (topics.isEmpty()) {
            throw new IllegalArgumentException("a subscription to nothing is none");
        }
    }

    /** A person's own subscription. */
    public Subscription(
            ConversationKey conversation,
            String text,
            Instant since,
            Language language,
            ZoneId zone,
            @Nullable String home,
            Set<String> topics) {
        this(conversation, text, since, language, zone, home, topics, false, null);
    }

    /** The same subscription, which names nobody. */
    public Subscription withoutSetter() {
        return new Subscription(conversation, text, since, language, zone, home, topics, ofGroup, null);
    }

    /** A subscription to every alert. */
    public Subscription(
            ConversationKey conversation,
            String text,
            Instant since,
            Language language,
            ZoneId zone,
            @Nullable String home) {
        this(conversation, text, since, language, zone, home, Set.of(ALL));
    }

    /** The postal code of the person's state, or null where it is not known. */
    public @Nullable String state() {
        return home == null ? null : Home.state(home);
    }

    /** The same wish, said yes to again at a later time. */
    Subscription since(Instant again) {
        return new Subscription(conversation, text, again, language, zone, home, topics, ofGroup, setBy);
    }

    /** Whether an alert about a topic is wanted. */
    public boolean wants(String topic) {
        return topics.contains(ALL) || topics.contains(topic);
    }

    /**
     * The saved facts of a conversation of which nothing but this subscription is kept, as they were when the person said yes,
     * so that whoever comes back is told the truth. How long each may stay is up to the pack.
     */
    public Map<String, String> facts() {
        Map<String, String> facts = new HashMap<>();
        facts.put(ALERTS, "yes");
        facts.put("language", language.code());
        facts.put("zone", zone.getId());
        if (home != null) {
            facts.put(Home.HOME, home);
        }
        if (topics.size() == 1 && !topics.contains(ALL)) {
            facts.put(SubscriptionSteps.TOPIC, topics.iterator().next());
        }
        return facts;
    }
}
