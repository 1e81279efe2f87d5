package org.campaignbot.alert;

import java.time.Instant;
import java.util.Map;
import org.campaignbot.alert.audience.Audience;
import org.campaignbot.people.Language;
import org.campaignbot.subscriptions.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * What an organizer wants to send.
 *
 * @param action the record of the action that its button opens
 * @param topic what it is about, by a name of the pack's topics, or {@link Subscription#ALL}
 * @param words what it says, in the small Markdown of packs, by language
 * @param audience who it's for
 * @param at when sending begins; null for as soon as someone says so
 * @param expires from when no more messages leave
 */
public record Draft(
        String action,
        String topic,
        Map<Language, String> words,
        Audience audience,
        @Nullable Instant at,
        Instant expires) {
    public Draft {
        words = Map.copyOf(words);
    }

    /** The same draft with another start time. */
    Draft startingAt(Instant start) {
        return new Draft(action, topic, words, audience, start, expires);
    }

    /** The same draft with another topic and audience. */
    public Draft to(String otherTopic, Audience others) {
        return new Draft(action, otherTopic, words, others, at, expires);
    }
}
