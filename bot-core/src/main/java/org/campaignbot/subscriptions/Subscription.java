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
 * A subscription to alerts in a conversation, a person's or a group's, with everything stored about it.
 *
 * @param conversation where, and for whom
 * @param text the version of the words that the person agreed to
 * @param since when they agreed
 * @param language the language to write in
 * @param zone the time zone that defines the person's night
 * @param home where the person votes, as in the fact {@link Home#HOME}: a district with its map's number if they agreed to
 *     keeping that, else their state; null if only alerts for everyone fit
 * @param topics the topics of the alerts, by the pack's names; {@link #ALL} is every one
 * @param ofGroup whether it belongs to a group, under the conversation that stands for the whole group
 * @param setBy who set it up for a group, and is named in posts there; null if it's a person's own, or they were forgotten
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

    /** The topic that stands for every alert. */
    public static final String ALL = "all";

    /** The fact with the chosen topic. */
    static final String TOPIC = "alert_topic";

    public Subscription {
        topics = Set.copyOf(topics);
        if (topics.isEmpty()) {
            throw new IllegalArgumentException("a subscription needs at least one topic");
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

    /** The same subscription without a name. */
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

    /** The postal code of the person's state, or null if unknown. */
    public @Nullable String state() {
        return home == null ? null : Home.state(home);
    }

    /** The same subscription, agreed to again at a later time. */
    Subscription since(Instant again) {
        return new Subscription(conversation, text, again, language, zone, home, topics, ofGroup, setBy);
    }

    /** Whether an alert about a topic is wanted. */
    public boolean wants(String topic) {
        return topics.contains(ALL) || topics.contains(topic);
    }

    /**
     * The saved facts of a conversation of which only this subscription is kept, as they were when the person said yes, so that
     * people who come back get a true answer. The pack decides how long each may stay.
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
            facts.put(TOPIC, topics.iterator().next());
        }
        return facts;
    }
}
