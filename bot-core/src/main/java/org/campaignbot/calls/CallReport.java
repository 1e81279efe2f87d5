package org.campaignbot.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.campaignbot.conversation.JavaStep.Facts;
import org.campaignbot.flow.Value;

/**
 * A person's report about a call.
 *
 * @param at when it was reported
 * @param seat the seat it was about, such as {@code NY-S1}
 * @param number the number that was on the screen, as the ladder names it
 * @param outcome what came of the call, such as {@code spoke}
 */
public record CallReport(Instant at, String seat, String number, String outcome) {

    /** The fact with the latest reports, each with its time, seat, number and outcome; held in memory. */
    static final String FACT = "report";

    /** The fact with the seat whose office's answer is being asked for: where they stand. Empty once it's told. */
    static final String ASKED = "stance_of";

    /** The fact with what was reported of a call before the report that was just taken back. */
    static final String BEFORE = "told_before";

    /** The outcome of a call in which somebody at the office talked with the person. */
    public static final String SPOKE = "spoke";

    /** The outcome of a call that ended with a message on voicemail. */
    public static final String MESSAGE = "message";

    static final String NO_ANSWER = "no-answer";
    static final String BUSY = "busy";
    static final String MAILBOX_FULL = "mailbox-full";
    static final String WRONG = "wrong";
    static final String CUT_OFF = "cut-off";

    /** A talk in which the office also said where the lawmaker stands, by {@link Stance}; kept as {@link #SPOKE}. */
    private static final String SPOKE_OF = SPOKE + "-";

    /** The outcomes that say a lawmaker's office heard the person. */
    private static final Set<String> REACHED = Set.of(SPOKE, MESSAGE);

    /** How long a report can be undone: long enough to notice a slip of the finger, short enough that totals settle. */
    private static final Duration UNDO_WINDOW = Duration.ofSeconds(30);

    private static final String BETWEEN = ";";

    /** How many are remembered: more senators than anyone calls in half an hour. */
    private static final int MOST = 10;

    /** The reports that are remembered, the latest last. */
    static List<CallReport> all(Facts facts) {
        String text = facts.textOrEmpty(FACT);
        return Stream.of(text.split(BETWEEN))
                .map(each -> each.split(" "))
                .filter(parts -> parts.length == 4)
                .map(parts -> new CallReport(Instant.parse(parts[0]), parts[1], parts[2], parts[3]))
                .toList();
    }

    static Optional<CallReport> about(String seat, List<CallReport> reports) {
        return reports.stream().filter(report -> report.seat.equals(seat)).reduce((one, later) -> later);
    }

    /** What was reported of the same lawmaker's call before. */
    Optional<CallReport> before(List<CallReport> reports) {
        return about(
                seat, reports.stream().filter(report -> !report.equals(this)).toList());
    }

    /** The last report about a seat, if it says that the office heard the person. */
    static Optional<CallReport> reaching(String seat, List<CallReport> reports) {
        return about(seat, reports).filter(CallReport::isReached);
    }

    /** Whether one message told of both and said the same of them: "I talked to both". */
    boolean isOfTheSame(CallReport other) {
        return at.equals(other.at) && outcome.equals(other.outcome);
    }

    /** The last call in which somebody was spoken to. */
    static Optional<CallReport> lastSpoke(List<CallReport> reports) {
        return reports.stream().filter(report -> report.outcome.equals(SPOKE)).reduce((one, later) -> later);
    }

    /** The reports with one more, which keeps those before it, as a correction may bring one back. A number may be that of an office near the person. */
    static Value with(CallReport last, List<CallReport> reports) {
        List<CallReport> more = new ArrayList<>(reports);
        more.add(last);
        return written(more.subList(Math.max(0, more.size() - MOST), more.size()));
    }

    /** The reports without one, so that what was reported of that call before stands again. */
    static Value without(CallReport undone, List<CallReport> reports) {
        return written(reports.stream().filter(report -> !report.equals(undone)).toList());
    }

    /** The reports without any about a seat or a number. */
    static Value without(String seat, List<CallReport> reports) {
        return written(
                reports.stream().filter(report -> !report.seat.equals(seat)).toList());
    }

    private static Value written(List<CallReport> reports) {
        return new Value.Text(reports.stream().map(CallReport::toString).collect(Collectors.joining(BETWEEN)), true);
    }

    /** The outcome of a talk in which the office said where the lawmaker stands. */
    static String spoke(String stand) {
        return SPOKE_OF + stand;
    }

    /** Whether an outcome is a talk, whatever the office said. */
    static boolean isTalk(String outcome) {
        return outcome.startsWith(SPOKE);
    }

    /** Whether an outcome also says where the lawmaker stands. */
    static boolean hasStand(String outcome) {
        return outcome.startsWith(SPOKE_OF);
    }

    /** Whether an outcome says that the person was heard. */
    static boolean isReached(String outcome) {
        return REACHED.contains(outcome);
    }

    /** Whether the person was heard. */
    boolean isReached() {
        return isReached(outcome);
    }

    /** What an undo of it comes out as. */
    String undone(Instant now) {
        return !isFresh(at, now) ? "late" : outcome.equals(WRONG) ? "undone-wrong" : "undone";
    }

    /** Whether something reported then can still be undone. */
    static boolean isFresh(Instant reported, Instant now) {
        return !now.isAfter(reported.plus(UNDO_WINDOW));
    }

    @Override
    public String toString() {
        return String.join(" ", at.toString(), seat, number, outcome);
    }
}
