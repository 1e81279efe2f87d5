package org.campaignbot.alert.sending;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The progress of an alert through its recipients.
 *
 * @param lookedAt the ref of the last subscription that was checked, empty at the beginning
 * @param enlisted when all had been checked, or null before
 * @param canary when the canary recipients were chosen, or null
 * @param judged when the canary's results were judged, or null
 * @param settled when each recipient was in a final state, or null
 */
public record AlertRun(
        String lookedAt,
        @Nullable Instant enlisted,
        @Nullable Instant canary,
        @Nullable Instant judged,
        @Nullable Instant settled) {

    /** The state before any subscription is checked. */
    public static final AlertRun NOT_BEGUN = new AlertRun("", null, null, null, null);
}
