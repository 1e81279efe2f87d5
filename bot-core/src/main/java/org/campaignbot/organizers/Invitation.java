package org.campaignbot.organizers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is stored for a one-time code, besides its hash.
 *
 * @param grant what it gives
 * @param until when it stops working
 * @param usedBy the mark of the person who redeemed it, empty if it was burned; null while it is unused
 */
public record Invitation(
        Grant grant, Instant until, @Nullable String usedBy) {

    /** The mark of a code that others saw. */
    public static final String BURNT = "";

    /** The grant of a code that is burned at this instant or was before; null if it had been used or was too old. */
    public @Nullable Grant burnedAt(Instant at) {
        boolean isLost = usedBy == null || usedBy.equals(BURNT);
        return isLost && at.isBefore(until) ? grant : null;
    }
}
