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
 * @param author the id of the organizer who began it
 * @param writer the id of the organizer who wrote it as it stands, the author or another
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
        String writer,
        @Nullable String approver,
        @Nullable Stage pausedIn,
        @Nullable String why,
        @Nullable Instant began,
        @Nullable Instant ended,
        Instant created,
        long version) {

    /** Whether a message of it may leave at that instant: to the second, nothing does from its expiry on. */
    public boolean maySend(Instant now) {
        return stage.isSending() && now.isBefore(draft.expires());
    }

    /** The alert under another number of its last change. */
    public Alert version(long number) {
        return new Alert(
                id, kind, about, draft, stage, author, writer, approver, pausedIn, why, began, ended, created, number);
    }

    Alert written(Draft other, String by) {
        return new Alert(
                id, kind, about, other, Stage.DRAFT, author, by, null, null, null, null, null, created, version);
    }

    Alert scheduled(Instant at) {
        return new Alert(
                id,
                kind,
                about,
                draft.startingAt(at),
                Stage.SCHEDULED,
                author,
                writer,
                approver,
                null,
                null,
                null,
                null,
                created,
                version);
    }

    /** In another stage that is neither a pause nor an end. */
    Alert in(Stage next) {
        return new Alert(
                id, kind, about, draft, next, author, writer, approver, null, null, began, null, created, version);
    }

    /** Back in a stage before its approval. */
    Alert unapproved(Stage next, @Nullable String because) {
        return new Alert(
                id, kind, about, draft, next, author, writer, null, null, because, null, null, created, version);
    }

    Alert approvedBy(String organizer) {
        return new Alert(
                id,
                kind,
                about,
                draft,
                Stage.APPROVED,
                author,
                writer,
                organizer,
                null,
                null,
                null,
                null,
                created,
                version);
    }

    Alert begun(Stage next, Instant now) {
        return new Alert(
                id, kind, about, draft, next, author, writer, approver, null, null, now, null, created, version);
    }

    Alert paused(@Nullable String because) {
        Stage interrupted = stage;
        return new Alert(
                id,
                kind,
                about,
                draft,
                Stage.PAUSED,
                author,
                writer,
                approver,
                interrupted,
                because,
                began,
                null,
                created,
                version);
    }

    Alert over(Stage end, @Nullable String because, Instant now) {
        return new Alert(
                id, kind, about, draft, end, author, writer, approver, null, because, began, now, created, version);
    }

    /** What an alert is to an earlier one. */
    public enum Kind {
        /** It stands for itself. */
        NEW,
        /** It corrects an earlier one, for all who got that. */
        CORRECTION,
        /** It tells how it went, for all who got the earlier one. */
        FOLLOW_UP;

        /** The word for it on the command line and in packs, as {@code follow-up}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** How far an alert has come. */
    public enum Stage {
        /** It may be changed. */
        DRAFT,
        /** The check found nothing that forbids it, as it stands. */
        CHECKED,
        /** A second organizer approved it as it stands, or its author where there is no second one. */
        APPROVED,
        /** It waits for its time. */
        SCHEDULED,
        /** A few get it first. */
        CANARY,
        /** All others get it. */
        SENDING,
        /** Nobody gets it until an organizer resumes it. */
        PAUSED,
        /** Each recipient is in a final state; those of whom nobody knows whether they got it may be sent it again. */
        DONE,
        /** An organizer ended it. */
        STOPPED,
        /** Its time was over before each had it. */
        EXPIRED;

        /** Whether it came to its end. */
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
