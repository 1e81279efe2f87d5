package org.campaignbot.settings;

import org.jspecify.annotations.Nullable;

/**
 * Something that organizers can set.
 *
 * @param key its name, such as {@code action-call.status}
 * @param kind the values that it takes
 * @param fromPack the default from the pack, or null if there is none
 * @param about what it is for, in words for organizers
 */
public record Setting(String key, Kind kind, @Nullable String fromPack, String about) {

    /** The record it belongs to, or empty for the organization's own settings. */
    public String record() {
        return record(key);
    }

    /** The record of a key; empty if it has none. */
    static String record(String key) {
        return key.substring(0, Math.max(0, key.indexOf('.')));
    }

    /** The field of that record, with the language of its words if they are a translation. */
    public String field() {
        return key.substring(key.indexOf('.') + 1);
    }
}
