package campaignbot.settings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit trail.
 *
 * @param version the number of the version that it led to
 * @param at when it was made
 * @param who who made it
 * @param key what was changed
 * @param from the value before, or null where the pack's counted
 * @param to the value since, or null where the pack's counts again
 */
public record Edit(
        long version,
        Instant at,
        String who,
        String key,
        @Nullable String from,
        @Nullable String to) {}
