package campaignbot.alert.sending;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far an alert has come with its recipients.
 *
 * @param lookedAt the ref of the last subscription that was looked at, empty at the beginning
 * @param enlisted when all had been looked at, or null before
 * @param canary when the few who get it first were chosen, or null
 * @param judged when it was judged what became of those, or null
 * @param settled when each recipient was in a final state, or null
 */
public record AlertRun(
        String lookedAt,
        @Nullable Instant enlisted,
        @Nullable Instant canary,
        @Nullable Instant judged,
        @Nullable Instant settled) {

    /** Before anybody was looked at. */
    public static final AlertRun NOT_BEGUN = new AlertRun("", null, null, null, null);
}
