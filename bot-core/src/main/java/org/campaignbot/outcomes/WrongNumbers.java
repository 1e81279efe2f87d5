package org.campaignbot.outcomes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Counts how many people found a phone number to be wrong. */
public interface WrongNumbers {

    /** How many reports it takes before organizers see a number. */
    int SHOWN_AFTER = 3;

    /**
     * Counts a number as wrong, once per person and Eastern day.
     *
     * @param reporter the keyed hash of the person, which doesn't reveal who it is; it is kept for 48 hours
     */
    void report(String reporter, String number, Instant at);

    /** Takes back a person's report of a number from the last 48 hours; it's no error if there is none. */
    void withdraw(String reporter, String number, Instant at);

    /** Removes a number from the list and restarts its count; it's no error if it isn't there. */
    void dismiss(String number);

    /** All reported numbers, sorted by number. */
    List<Reported> reported();

    /** How often a number was reported, and the Eastern day of the latest report. */
    record Reported(String number, long count, LocalDate latest) {
        /** Whether enough people reported it to show it to organizers. */
        public boolean isShown() {
            return count >= SHOWN_AFTER;
        }
    }
}
