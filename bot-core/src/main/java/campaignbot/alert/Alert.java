package campaignbot.alert;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An action alert and how far it has come.
 *
 * @param id its name in commands, links and buttons: short, of small letters and digits
 * @param kind what it is to an earlier one
 * @param about the id of the earlier alert, or null for a {@link Kind#NEW} one
 * @param draft what it says and to whom
 * @param stage how far it has come
 * @param author the id of the organizer who wrote it, or of {@link campaignbot.organizers.Organizers#OPERATOR}
 * @param approver the id of the organizer who approved it as it stands, or null where nobody has yet
 * @param pausedIn the stage that a pause interrupted, or null where it is not paused
 * @param why why it was paused or stopped without an organizer's word, or null
 * @param began when sending began, or null
 * @param ended when it came to its end, or null
 * @param created when it was drafted
 * @param version the number of its last change that was kept, 0 for none
 */
public record Alert(
        String id,
        Kind kind,
        @Nullable String about,
        Draft draft,
        Stage stage,
        String author,
        @Nullable String approver,
        @Nullable Stage pausedIn,
        @Nullable String why,
        @Nullable Instant began,
        @Nullable Instant ended,
        Instant created,
        long version) {

    /** What an alert is to an earlier one. */
    public enum Kind {
        /** It stands for itself. */
        NEW,
        /** It corrects an earlier one, for all who got that. */
        CORRECTION,
        /** It tells how it went, for all who got the earlier one. */
        FOLLOW_UP
    }

    /** How far an alert has come. */
    public enum Stage {
        /** It may be changed. */
        DRAFT,
        /** The check found nothing that forbids it, as it stands. */
        CHECKED,
        /** A second organizer approved it, as it stands. */
        APPROVED,
        /** It waits for its time. */
        SCHEDULED,
        /** A few get it first. */
        CANARY,
        /** All others get it. */
        SENDING,
        /** Nobody gets it until an organizer resumes it. */
        PAUSED,
        /** Each recipient is in a final state. */
        DONE,
        /** An organizer ended it. */
        STOPPED,
        /** Its time was over before each had it. */
        EXPIRED;

        /** Whether it can change no more. */
        public boolean isFinal() {
            return this == DONE || this == STOPPED || this == EXPIRED;
        }

        /** Whether messages of it leave. */
        public boolean isSending() {
            return this == CANARY || this == SENDING;
        }

        /** The word for it on the command line and in packs, as {@code sending}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
