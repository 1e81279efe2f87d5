package org.campaignbot.subscriptions;

import java.time.Instant;
import java.util.Set;
import org.campaignbot.lookup.Home;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/**
 * What audiences are chosen by, without the persons themselves: a database counts a hundred thousand subscribers as some
 * hundreds of cohorts where people told states, and some thousands where they told districts.
 *
 * @param channel the platform
 * @param account the bot or workspace that reaches them
 * @param language the language to write in
 * @param home as in {@link Subscription#home}
 * @param topics what they want alerts about
 * @param ofGroup whether their subscriptions belong to groups
 * @param isStale whether they must first be asked whether they still want alerts, as in {@link Subscriber#isStale}
 */
public record Cohort(
        String channel,
        String account,
        Language language,
        @Nullable String home,
        Set<String> topics,
        boolean ofGroup,
        boolean isStale) {

    public Cohort {
        topics = Set.copyOf(topics);
    }

    /** The cohort of a subscriber at an instant. */
    public static Cohort of(Subscriber one, Instant now) {
        return new Cohort(
                one.channel(),
                one.account(),
                one.language(),
                one.home(),
                one.topics(),
                one.ofGroup(),
                one.isStale(now));
    }

    /** The postal code of their state, or null if unknown. */
    public @Nullable String state() {
        return home == null ? null : Home.state(home);
    }

    /** Whether an alert about a topic is wanted. */
    public boolean wants(String topic) {
        return topics.contains(Subscription.ALL) || topics.contains(topic);
    }
}
