package org.campaignbot.alert.audience;

import java.util.Locale;
import java.util.Map;

/**
 * Something wrong in the line of an audience.
 *
 * @param position where it stands, in characters from 1
 * @param kind what it is, by its word in packs
 * @param about what it names: {@code typed}, and {@code near} or {@code known} if that helps to fix it
 * @param message what is wrong, in English
 * @param fix how to fix it, in English
 */
public record AudienceProblem(int position, Kind kind, Map<String, String> about, String message, String fix) {

    public AudienceProblem {
        about = Map.copyOf(about);
    }

    /** What can be wrong. */
    public enum Kind {
        SEVERAL_AT_ONCE,
        NO_VALUE,
        NO_SUCH_CRITERION,
        NOTHING_NAMED,
        NOBODY_CHOSEN,
        OPEN_QUOTE,
        NO_STATE,
        NO_DISTRICT,
        WHICH_STATE,
        ONE_CHAMBER,
        NO_LAWMAKER,
        SEVERAL_LAWMAKERS,
        NO_COMMITTEE,
        ONE_EARLIER,
        NO_ALERT,
        NO_PART,
        NOT_KNOWN,
        NOT_UNDERSTOOD,
        EITHER_OR,
        ONE_SEATS_PARTY;

        /** The word for it, as {@code no-state}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** One line: {@code at 7: message — fix}. */
    @Override
    public String toString() {
        return "at " + position + ": " + message + " — " + fix;
    }
}
