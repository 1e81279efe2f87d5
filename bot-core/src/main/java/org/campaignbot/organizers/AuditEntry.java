package org.campaignbot.organizers;

import java.time.Instant;

/**
 * One entry of the audit trail about organizers.
 *
 * @param at when
 * @param by the name of the organizer who did it, or {@link Organizers#OPERATOR}
 * @param act what was done
 * @param whom the name of the person it was done to, as it was then
 */
public record AuditEntry(Instant at, String by, Act act, String whom) {

    /** What can be done. */
    public enum Act {
        /** A code was made for them. */
        INVITED,
        /** They redeemed it. */
        JOINED,
        /** They signed in at one more place. */
        SIGNED_IN,
        /** They signed in to the console on the web. */
        ENTERED_CONSOLE,
        /** They have another name. */
        RENAMED,
        /** They no longer have a role. */
        REMOVED,
        /** A token was made with which a program acts for them. */
        TOKEN_MADE,
        /** A token of theirs was revoked. */
        TOKEN_REVOKED
    }
}
