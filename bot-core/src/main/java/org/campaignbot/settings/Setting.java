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
        int dot = key.indexOf('.');
        return dot < 0 ? "" : key.substring(0, dot);
    }

    /** The field of that record, with the language of its words if they are a translation. */
    public String field() {
        return key.substring(key.indexOf('.') + 1);
    }
}
