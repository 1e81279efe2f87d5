package org.campaignbot.alert;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An action alert and its current stage.
 *
 * @param id its name in commands, links and buttons: short, lower-case letters and digits
 * @param kind how it relates to an earlier alert
 * @param about the id of the earlier alert, or null for a {@link Kind#NEW} one
 * @param draft what it says and who it's for
 * @param stage its current stage
 * @param author the id of the organizer who started it
 * @param writer the id of the organizer who wrote the current version, the author or another
 * @param approver the id of the organizer who approved the current version, or null if it isn't approved
 * @param pausedIn the stage that a pause interrupted, or null if it isn't paused
 * @param why why the bot paused or stopped it by itself, or null
 * @param began when sending began, or null
 * @param ended when it ended, or null
 * @param created when it was drafted
 * @param version the number of its last saved change, 0 for none
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

    /** Whether its messages may leave at that instant. From the exact second it expires, none may. */
    public boolean maySend(Instant now) {
        return stage.isSending() && now.isBefore(draft.expires());
    }

    /** The same alert with another version number. */
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

    /** The alert in another stage that is neither a pause nor an end. */
    Alert in(Stage next) {
        return new Alert(
                id, kind, about, draft, next, author, writer, approver, null, null, began, null, created, version);
    }

    /** The alert back in a stage before its approval. */
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

    /** How an alert relates to an earlier one. */
    public enum Kind {
        /** It stands alone. */
        NEW,
        /** It corrects an earlier alert, for everyone who got that. */
        CORRECTION,
        /** It reports how an earlier alert went, to everyone who got that. */
        FOLLOW_UP;

        /** The word for it on the command line and in packs, as {@code follow-up}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The stage that an alert has reached. */
    public enum Stage {
        /** It can be changed. */
        DRAFT,
        /** The check found no error in the current version. */
        CHECKED,
        /** A second organizer approved the current version, or its author if there is no second one. */
        APPROVED,
        /** It waits for its start time. */
        SCHEDULED,
        /** The canary, the first few recipients, gets it. */
        CANARY,
        /** Everyone else gets it. */
        SENDING,
        /** Sending has stopped until an organizer resumes it. */
        PAUSED,
        /** Each recipient is in a final state; it can be sent again to those in state unknown. */
        DONE,
        /** An organizer ended it. */
        STOPPED,
        /** It expired before everyone had it. */
        EXPIRED;

        /** Whether it has ended. */
        public boolean isFinal() {
            return this == DONE || this == STOPPED || this == EXPIRED;
        }

        /** Whether its messages may leave in this stage. */
        public boolean isSending() {
            return this == CANARY || this == SENDING;
        }

        /** The word for it on the command line and in packs, as {@code sending}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
