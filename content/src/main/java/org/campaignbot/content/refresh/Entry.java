package org.campaignbot.content.refresh;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A part of an upstream file: keys with values. A missing value, or one of another kind than asked for, reads as empty; the
 * table readers report cells that must not be empty.
 */
record Entry(Map<?, ?> keys) {

    static Entry of(Object value) {
        return new Entry(value instanceof Map<?, ?> map ? map : Map.of());
    }

    /** The text of a key, on one line. */
    String text(String key) {
        return keys.get(key) instanceof String text ? text.strip().replaceAll("\\R|\\p{Cntrl}", " ") : "";
    }

    Entry entry(String key) {
        return of(Objects.requireNonNullElse(keys.get(key), Map.of()));
    }

    List<Entry> entries(String key) {
        return listOf(Objects.requireNonNullElse(keys.get(key), List.of()));
    }

    static List<Entry> listOf(Object value) {
        return value instanceof List<?> list
                ? list.stream().filter(Objects::nonNull).map(Entry::of).toList()
                : List.of();
    }
}
