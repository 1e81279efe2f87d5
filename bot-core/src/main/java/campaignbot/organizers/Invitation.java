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
}
