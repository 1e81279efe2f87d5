package campaignbot.tally;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Counts how many people found that a phone number is wrong. */
public interface WrongNumbers {

    /** Reports after which organizers are shown a number. */
    int SHOWN_AFTER = 3;

    /**
     * Counts a number as wrong, once a person and Eastern day.
     *
     * @param reporter the keyed hash of the person, from which nobody can tell who it is; it is kept for 48 hours
     */
    void report(String reporter, String number, Instant at);

    /** Takes back what a person reported of a number in the last 48 hours; it is no error if there is nothing. */
    void withdraw(String reporter, String number, Instant at);

    /** Takes a number off the list and starts its count anew; it is no error if it is not there. */
    void dismiss(String number);

    /** All numbers that were reported, by number. */
    List<Reported> reported();

    /** How often a number was reported, and the Eastern day of the latest report. */
    record Reported(String number, long count, LocalDate latest) {
        /** Whether enough people reported it for organizers to look at it. */
        public boolean isShown() {
            return count >= SHOWN_AFTER;
        }
    }
}
