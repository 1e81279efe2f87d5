package org.campaignbot.alert;

import java.time.Instant;
import java.util.Locale;

/**
 * One line of an alert's trail; it never mentions a reader.
 *
 * @param at when
 * @param by the name of the organizer who did it, {@link org.campaignbot.organizers.Organizers#OPERATOR} or {@link #BOT}
 * @param act what was done
 * @param about details: the count that was typed, why it was paused, what the check warned of; or empty
 */
public record AlertEntry(Instant at, String by, Act act, String about) {

    /** Stands for the bot itself; no organizer can have this name. */
    public static final String BOT = "bot";

    /** What can be done to an alert. */
    public enum Act {
        DRAFTED,
        CHANGED,
        CHECKED,
        ASKED_FOR_APPROVAL,
        /** A possible approver says they read what the check asked a person to read. */
        ACKNOWLEDGED,
        APPROVED,
        APPROVED_ALONE,
        /** A possible approver gave it back to its writer, and said why. */
        RETURNED,
        SCHEDULED,
        /** It was approved, and somebody made it a draft again before anyone got it. */
        WITHDRAWN,
        CANARY_BEGAN,
        SENDING_BEGAN,
        PAUSED,
        RESUMED,
        STOPPED,
        EXPIRED,
        DONE,
        /** It was sent again to the recipients in state unknown. */
        SENT_AGAIN,
        /** A test of it was sent to the test group, which readers aren't in. */
        TESTED;

        /** The word for it, as {@code approved-alone}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
