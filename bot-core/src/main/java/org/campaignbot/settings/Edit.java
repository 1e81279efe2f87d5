package org.campaignbot.settings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the audit trail.
 *
 * @param version the number of the resulting version
 * @param at when it was made
 * @param who who made it
 * @param key what was changed
 * @param from the value before, or null if it was the pack's
 * @param to the value after, or null if it is the pack's again
 */
public record Edit(
        long version,
        Instant at,
        String who,
        String key,
        @Nullable String from,
        @Nullable String to) {

    /** The record that was changed; empty for the organization's own settings. */
    public String record() {
        return Setting.record(key);
    }
}
