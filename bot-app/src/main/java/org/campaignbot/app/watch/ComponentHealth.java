package org.campaignbot.app.watch;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a job or a platform stands.
 *
 * @param name which one, of a list that the code closes
 * @param since when it began to stand so
 * @param last when it last went well, or null where it never has
 * @param mend what to do, as sentences; empty where it is well
 */
public record ComponentHealth(
        String name, Status status, Instant since, @Nullable Instant last, String mend) {

    /** How well it is. */
    public enum Status {
        /** It is well. */
        OK,
        /** It should have been done by now, or was missed once. */
        LATE,
        /** It failed the last time. */
        FAILED;

        /** The word for it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
