package org.campaignbot.subscriptions;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.campaignbot.lookup.Home;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/**
 * A subscription without whom it is: all that an audience is chosen by.
 *
 * @param ref stands for the subscription, the same as long as there is one
 * @param person stands for the person, whatever conversations they have; the keyed hash of
 *     {@link org.campaignbot.people.PersonHash}
 * @param channel the platform
 * @param account the bot or workspace that reaches them
 * @param language the language to write in
 * @param zone the time zone by which it is night for them
 * @param home as in {@link Subscription#home}
 * @param topics what they want alerts about
 * @param heard the last turn of theirs that is known, at the earliest that of their yes
 * @param asked when they were asked whether it shall go on, or null where that is not open
 * @param ofGroup whether it is a group's
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
        @Nullable Instant asked,
        boolean ofGroup) {

    /** After how long without a turn of the person nothing is sent before they were asked again. */
    public static final Duration STALE = Duration.ofDays(365);

    public Subscriber {
        topics = Set.copyOf(topics);
    }

    /** A person's own. */
    public Subscriber(
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
        this(ref, person, channel, account, language, zone, home, topics, heard, asked, false);
    }

    /**
     * Whether the person was not heard for so long that they are asked first, and have not said yes since. A group never is: no turn is the
     * group's own, so when it was heard says nothing.
     */
    public boolean isStale(Instant now) {
        return !ofGroup && (asked != null || !now.isBefore(heard.plus(STALE)));
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
