package org.campaignbot.outcomes;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import org.campaignbot.directory.EasternTime;

/**
 * Stores the counts of outcomes, in two tables that share nothing but action and outcome: by seat and day, and by language,
 * surface and month. {@link OutcomeReport} makes figures of them that may be shown.
 */
public interface Tally {

    /**
     * Counts an outcome of a person's action at a seat; the latest of a day replaces the earlier one.
     *
     * @param doer the keyed hash of the person, which doesn't reveal who it is
     */
    void count(String doer, Deed deed, String outcome, Way way, Instant at);

    /** Takes back what a person's action at a seat counted that day, whatever its outcome; it's no error if it counted nothing. */
    void takeBack(String doer, Deed deed, Instant at);

    /** The counts above zero by seat and day, of the days of a period. */
    List<SeatTotal> bySeat(Period period);

    /** The counts above zero by language, surface and month, of the months of a period; questions aren't among them. */
    List<WayTotal> byWay(Period period);

    /** What was done: an action at a seat such as {@code NY-S1}, which includes the state. */
    record Deed(String action, String seat) {

        private static final String QUESTION = "question:";

        /** Marks the actions that were reported on a web page. */
        private static final String WEB = "web:";

        /** A question that nobody could answer, by the topic nearest to it. */
        public static Deed question(String topic) {
            return new Deed(QUESTION + topic, "");
        }

        /**
         * The same, reported on a web page: there nobody is known, and a script can report as well, so it counts apart from what
         * people say in chat apps.
         */
        public Deed onWeb() {
            return new Deed(WEB + action, seat);
        }

        /** Whether the action was reported on a web page. */
        public boolean isOnWeb() {
            return action.startsWith(WEB);
        }

        /** The action, wherever it was reported. */
        public String plainAction() {
            return isOnWeb() ? action.substring(WEB.length()) : action;
        }

        /** The nearest topic, if this is a question that nobody could answer. */
        public Optional<String> topic() {
            return action.startsWith(QUESTION) ? Optional.of(action.substring(QUESTION.length())) : Optional.empty();
        }

        /** The Eastern day that it counts for; a question counts for the Monday of its week, so its day isn't known. */
        public LocalDate dayAt(Instant at) {
            LocalDate day = EasternTime.dateAt(at);
            return topic().isPresent() ? day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : day;
        }
    }

    /**
     * How somebody told the bot.
     *
     * @param language the code of the language they saw
     * @param surface the chat app, by its adapter's name
     */
    record Way(String language, String surface) {}

    /** How many had an outcome at a seat on an Eastern day. */
    record SeatTotal(String action, String outcome, String seat, LocalDate day, long count) {

        /** The state of the seat, or empty if the seat names none. Counts from before seats were kept have a state as their seat. */
        public String state() {
            return seat.length() == 2 || (seat.length() > 2 && seat.charAt(2) == '-') ? seat.substring(0, 2) : "";
        }
    }

    /** How many had an outcome in a language and on a surface, in an Eastern month; both are empty where they weren't kept. */
    record WayTotal(String action, String outcome, String language, String surface, YearMonth month, long count) {}
}
