package org.campaignbot.outcomes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Stores the counts of outcomes. */
public interface Tally {

    /**
     * Counts an outcome of a person's action at a seat; the latest of a day replaces the earlier one.
     *
     * @param doer the keyed hash of the person, which doesn't reveal who it is
     */
    void count(String doer, Deed deed, String outcome, Instant at);

    /** Takes back what a person's action at a seat counted that day; it's no error if it counted nothing. */
    void takeBack(String doer, Deed deed, Instant at);

    /** All counts above zero, by action, state, day and outcome. */
    List<Total> totals();

    /** What was done: an action at a seat such as {@code NY-S1}, which includes the state. */
    record Deed(String action, String seat) {
        /** The state of the seat, or empty if the seat names none. */
        public String state() {
            return seat.length() > 2 && seat.charAt(2) == '-' ? seat.substring(0, 2) : "";
        }
    }

    /** How many had an outcome; the day is Eastern. */
    record Total(String action, String state, LocalDate day, String outcome, long count) {}
}
