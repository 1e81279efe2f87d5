package org.campaignbot.app.watch;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The health of a job or a platform.
 *
 * @param name its name, from a fixed list in the code
 * @param since when it entered this status
 * @param last when it last succeeded, or null if it never has
 * @param fix what to do, as sentences; empty if there is nothing to do
 */
public record ComponentHealth(
        String name, Status status, Instant since, @Nullable Instant last, String fix) {

    public enum Status {
        /** Healthy. */
        OK,
        /** Overdue, or missed once. */
        LATE,
        /** Failed the last time. */
        FAILED;

        /** The status in lower case. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
