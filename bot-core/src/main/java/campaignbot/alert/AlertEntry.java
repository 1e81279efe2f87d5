package campaignbot.alert;

import java.time.Instant;
import java.util.Locale;

/**
 * One line of the trail of an alert; it never tells of a reader.
 *
 * @param at when
 * @param by the name of the organizer who did it, {@link campaignbot.organizers.Organizers#OPERATOR} or {@link #BOT}
 * @param act what was done
 * @param about what there is to know of it: the count that was typed, why it was paused, what the check warned of; or empty
 */
public record AlertEntry(Instant at, String by, Act act, String about) {

    /** Stands for the bot itself, which no organizer can be called. */
    public static final String BOT = "bot";

    /** What can be done. */
    public enum Act {
        DRAFTED,
        CHANGED,
        CHECKED,
        ASKED_FOR_APPROVAL,
        /** Who may approve it read what the check asked a person to read. */
        ACKNOWLEDGED,
        APPROVED,
        APPROVED_ALONE,
        SCHEDULED,
        CANARY_BEGAN,
        SENDING_BEGAN,
        PAUSED,
        RESUMED,
        STOPPED,
        EXPIRED,
        DONE,
        /** Those of whom nobody knows whether they got it were sent it again. */
        SENT_AGAIN;

        /** The word for it, as {@code approved-alone}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
