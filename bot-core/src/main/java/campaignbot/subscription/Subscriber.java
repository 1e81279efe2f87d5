package campaignbot.subscription;

import campaignbot.lookup.Home;
import campaignbot.people.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A subscription without whom it is: all that an audience is chosen by.
 *
 * @param ref stands for the subscription, the same as long as there is one
 * @param person stands for the person, whatever conversations they have; the keyed hash of
 *     {@link campaignbot.people.PersonHash}
 * @param channel the platform
 * @param account the bot or workspace that reaches them
 * @param language the language to write in
 * @param zone the time zone by which it is night for them
 * @param home as in {@link Subscription#home}
 * @param topics what they want alerts about
 * @param heard the last turn of theirs that is known, at the earliest that of their yes
 * @param asked when they were asked whether it shall go on, or null where that is not open
 */
public record Subscriber(
        String ref,
        String person,
        String channel,
        String account,
        Language language,
        ZoneId zone,
        @Nullable String home,
        Set<String> topics,
        Instant heard,
        @Nullable Instant asked) {
    public Subscriber {
        topics = Set.copyOf(topics);
    }

    /** The postal code of the person's state, or null where it is not known. */
    public @Nullable String state() {
        return home == null ? null : Home.state(home);
    }

    /** Whether an alert about a topic is wanted. */
    public boolean wants(String topic) {
        return topics.contains(Subscription.ALL) || topics.contains(topic);
    }
}
