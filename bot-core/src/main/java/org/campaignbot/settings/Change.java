package org.campaignbot.settings;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A set of setting changes that is applied as a whole.
 *
 * @param who who makes it, as the system knows them
 * @param at when
 * @param values the new values by key; an empty one goes back to the pack's value
 */
public record Change(String who, Instant at, SortedMap<String, Optional<String>> values) {

    public Change {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** A change that sets some keys. */
    public static Change set(String who, Instant at, Map<String, String> values) {
        SortedMap<String, Optional<String>> all = new TreeMap<>();
        values.forEach((key, value) -> all.put(key, Optional.of(value)));
        return new Change(who, at, all);
    }

    /** A change that resets some keys to the pack's values. */
    public static Change unset(String who, Instant at, Iterable<String> keys) {
        SortedMap<String, Optional<String>> all = new TreeMap<>();
        keys.forEach(key -> all.put(key, Optional.empty()));
        return new Change(who, at, all);
    }
}
