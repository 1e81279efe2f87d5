package org.campaignbot.settings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The settings as of one version.
 *
 * @param number its number; each change adds one
 * @param values the values that organizers set, by key; anything else comes from the pack
 */
public record Version(long number, SortedMap<String, String> values) {

    /** The version before any change. */
    public static final Version FIRST = new Version(0, new TreeMap<>());

    public Version {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** The value of a key, or null if organizers set none. */
    public @Nullable String value(String key) {
        return values.get(key);
    }

    /** The keys set under a name: that key itself, or all keys of a record, such as {@code action-call}. */
    public List<String> keysOf(String name) {
        return values.keySet().stream()
                .filter(key -> key.equals(name) || key.startsWith(name + "."))
                .toList();
    }

    /** The version after a change; this version if it has no effect. */
    public Version after(Change change) {
        SortedMap<String, String> next = new TreeMap<>(values);
        change.values()
                .forEach((key, value) -> value.ifPresentOrElse(set -> next.put(key, set), () -> next.remove(key)));
        return next.equals(values) ? this : new Version(number + 1, next);
    }

    /** What a change does to this version, key by key; unchanged keys are left out. */
    public List<Edit> edits(Change change) {
        Version next = after(change);
        List<Edit> edits = new ArrayList<>();
        for (Map.Entry<String, ?> entry : change.values().entrySet()) {
            String key = entry.getKey();
            if (!Objects.equals(value(key), next.value(key))) {
                edits.add(new Edit(next.number(), change.at(), change.who(), key, value(key), next.value(key)));
            }
        }
        return edits;
    }
}
