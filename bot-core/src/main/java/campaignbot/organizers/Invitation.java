package campaignbot.organizers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a one-time code, beside its hash.
 *
 * @param grant what it gives
 * @param until when it stops working
 * @param usedBy the mark of the person who redeemed it, empty where it was burnt; null while it is unused
 */
public record Invitation(
        Grant grant, Instant until, @Nullable String usedBy) {

    /** The mark on a code that others saw. */
    public static final String BURNT = "";

    /** What a code would have given that is burnt at this instant or was before; null where it had been used or was too old. */
    public @Nullable Grant burntAt(Instant at) {
        boolean isLost = usedBy == null || usedBy.equals(BURNT);
        return isLost && at.isBefore(until) ? grant : null;
    }
}
