package org.campaignbot.subscriptions;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.campaignbot.lookup.Home;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/**
 * A subscription without identity: only what audiences are chosen by.
 *
 * @param ref stands for the subscription, the same as long as it exists
 * @param person stands for the person across all their conversations; the keyed hash of {@link org.campaignbot.people.PersonHash}
 * @param channel the platform
 * @param account the bot or workspace that reaches them
 * @param language the language to write in
 * @param zone the time zone that defines their night
 * @param home as in {@link Subscription#home}
 * @param topics what they want alerts about
 * @param heard their last known turn, no earlier than their yes
 * @param asked when they were asked whether to continue, or null if no question is open
 * @param ofGroup whether it belongs to a group
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

    /** After this long without a turn from the person, nothing is sent before they're asked again. */
    public static final Duration STALE = Duration.ofDays(365);

    public Subscriber {
        topics = Set.copyOf(topics);
    }

    /** A person's own subscription. */
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
     * Whether the person was silent so long that they're asked first, and haven't said yes since. Never true for a group: no turn
     * belongs to the group itself, so the time it was last heard means nothing.
     */
    public boolean isStale(Instant now) {
        return !ofGroup && (asked != null || !now.isBefore(heard.plus(STALE)));
    }

    /** The postal code of the person's state, or null if unknown. */
    public @Nullable String state() {
        return home == null ? null : Home.state(home);
    }
}
