package org.campaignbot.alert;

import java.time.Instant;
import java.util.HashMap;
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
 * @param unread what was typed for a part that can't be read, by {@link #AUDIENCE}, {@link #START} or {@link #END}; the part itself has
 *     some value that stands for it, and the check forbids the alert
 */
public record Draft(
        String action,
        String topic,
        Map<Language, String> words,
        Audience audience,
        @Nullable Instant at,
        Instant expires,
        Map<String, String> unread) {

    /** The parts that can be saved before they can be read. */
    public static final String AUDIENCE = "audience";

    public static final String START = "start";
    public static final String END = "end";

    public Draft {
        words = Map.copyOf(words);
        // An alert that was stored by an earlier version has none.
        unread = unread == null ? Map.of() : Map.copyOf(unread);
    }

    /** A draft whose parts can all be read. */
    public Draft(
            String action,
            String topic,
            Map<Language, String> words,
            Audience audience,
            @Nullable Instant at,
            Instant expires) {
        this(action, topic, words, audience, at, expires, Map.of());
    }

    /** The same draft with another start time. */
    Draft startingAt(Instant start) {
        return new Draft(action, topic, words, audience, start, expires, without(START));
    }

    /** The same draft with another topic and audience. */
    public Draft to(String otherTopic, Audience others) {
        return new Draft(action, otherTopic, words, others, at, expires, without(AUDIENCE));
    }

    private Map<String, String> without(String part) {
        Map<String, String> rest = new HashMap<>(unread);
        rest.remove(part);
        return rest;
    }
}
