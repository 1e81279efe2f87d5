package org.campaignbot.alert.check;

import java.util.Locale;
import java.util.Map;

/**
 * Something that the check of an alert found.
 *
 * @param kind what it's about
 * @param severity whether it forbids the alert
 * @param where the part of the draft: {@code action}, {@code audience}, {@code start}, {@code expires} or a language code
 * @param about what it names, by names for use in packs; instants as {@code 2026-11-25T18:00:00Z}
 * @param message what is wrong, in English
 * @param fix how to fix it, in English
 */
public record Finding(
        Kind kind, Severity severity, String where, Map<String, String> about, String message, String fix) {

    public Finding {
        about = Map.copyOf(about);
    }

    static Finding error(Kind kind, String where, Map<String, String> about, String message, String fix) {
        return new Finding(kind, Severity.ERROR, where, about, message, fix);
    }

    static Finding warning(Kind kind, String where, Map<String, String> about, String message, String fix) {
        return new Finding(kind, Severity.WARNING, where, about, message, fix);
    }

    /** What a finding does. */
    public enum Severity {
        /** The alert can't be sent like this. */
        ERROR,
        /** Someone should look. */
        WARNING;

        /** The word for it, as {@code error}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether an approver must first say that they read this, because only a person can judge what is meant. */
    public boolean isToAcknowledge() {
        return kind == Kind.ELECTION_NEAR || kind == Kind.INSULT;
    }

    /** What can be found. */
    public enum Kind {
        ACTION_UNKNOWN,
        ACTION_CLOSED,
        RETARGETED_UNSAID,
        OTHER_CHAMBER,
        TOPIC_UNKNOWN,
        LANGUAGE_MISSING,
        LANGUAGE_UNKNOWN,
        BAD_MARKDOWN,
        HIDDEN_LETTER,
        NOT_HTTPS,
        FALLBACK_LINK,
        MISLEADING_LINK,
        NAME_BEFORE_HOST,
        SHORT_LINK,
        UNNAMED_HOST,
        MASS_MENTION,
        UNKNOWN_NUMBER,
        PLAIN_NUMBER,
        TOO_LONG,
        CANDIDATE_OR_PARTY,
        ELECTION_CALL,
        ELECTION_NEAR,
        INSULT,
        PASSED_BILL,
        CAPITALS,
        EXCLAMATIONS,
        SPEAKS_AS_ORGANIZATION,
        SAME_TEXT,
        DAYS_DIFFER,
        UNREADABLE,
        PAST_EXPIRY,
        EXPIRES_BEFORE_START,
        EXPIRY_FAR,
        ENDS_AFTER_DAY,
        AUDIENCE_EMPTY,
        AUDIENCE_LARGE,
        NOBODY_LEFT;

        /** The word for it, as {@code action-closed}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** One line: {@code error en: message — fix}. */
    @Override
    public String toString() {
        return severity.word() + " " + where + ": " + message + " — " + fix;
    }
}
