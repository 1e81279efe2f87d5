package campaignbot.action;

import campaignbot.conversation.JavaStep;
import campaignbot.flow.Value;
import java.time.Instant;
import java.util.Optional;

/**
 * What a person told last about a call, and when: for half a minute it can be taken back.
 *
 * @param at when it was told
 * @param seat the seat it was told about, as {@code NY-S1}
 * @param number the number that was on the screen, as the ladder names it
 */
record Report(Instant at, String seat, String number) {

    /** What was told, as {@code spoke}; held in memory. */
    static final String REPORTED = "reported";

    /** When, about which seat, and at which number; held in memory. */
    static final String REPORT = "report";

    /** The last report; empty where none is remembered. */
    static Optional<Report> of(JavaStep.Facts facts) {
        String text = facts.text(REPORT);
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        String[] parts = text.split(" ", 3);
        return Optional.of(new Report(Instant.parse(parts[0]), parts[1], parts[2]));
    }

    /** Whether it can be taken back at a moment. */
    boolean isFresh(Instant now) {
        return !now.isAfter(at.plus(UndoWindow.LENGTH));
    }

    /** The result with this as the last report; the number may be that of an office near to the person. */
    JavaStep.Result keptIn(JavaStep.Result result, String outcome) {
        return result.with(REPORTED, new Value.Text(outcome))
                .with(REPORT, new Value.Text(at + " " + seat + " " + number, true));
    }
}
