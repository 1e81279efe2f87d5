package org.campaignbot.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.campaignbot.conversation.JavaStep;
import org.campaignbot.conversation.JavaStep.Facts;
import org.campaignbot.conversation.JavaStep.Input;
import org.campaignbot.conversation.JavaStep.Result;
import org.campaignbot.conversation.StepValue;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.Seat;
import org.campaignbot.flow.Value;
import org.campaignbot.lookup.SeatRows;

/** The steps that record what a person reports about an action, and undo it within half a minute. */
public final class ReportSteps {

    /** The fact with the time of the last report, held in memory. */
    private static final String REPORTED_AT = "reported_at";

    /** The fact with the last reported outcome of a call, such as {@code spoke}; held in memory. */
    private static final String REPORTED = "reported";

    /** The fact with the latest reports, each with its time, seat, number and outcome; held in memory. */
    static final String REPORT = "report";

    /** The fact with the number that was dialed, in digits and hyphens. */
    private static final String NUMBER = "dialed";

    private static final String SPOKE = "spoke";
    private static final String WRONG = "wrong";

    /** The outcomes that say a lawmaker's office heard the person. */
    private static final Set<String> REACHED = Set.of(SPOKE, "message");

    /** How long a report can be undone: long enough to notice a slip of the finger, short enough that totals settle. */
    private static final Duration UNDO_WINDOW = Duration.ofSeconds(30);

    private final Supplier<Directory> directory;

    private ReportSteps(Supplier<Directory> directory) {
        this.directory = directory;
    }

    /** All of them, over the current directory. */
    public static List<JavaStep> all(Supplier<Directory> directory) {
        ReportSteps steps = new ReportSteps(directory);
        return List.of(
                new JavaStep(
                                "call.report",
                                "Records what came of the call on the screen.",
                                Set.of(
                                        "called",
                                        "calling",
                                        "card_seat",
                                        "home",
                                        "ladder",
                                        "party_round",
                                        "report",
                                        "rung"),
                                Set.of("noted", "already", "forgotten", "missing"),
                                StepValue.of("senator{" + SeatRows.HELD
                                        + "} calling card_seat dialed reported report ladder rung"),
                                steps::report)
                        .with("outcome"),
                new JavaStep(
                        "call.undo",
                        "Takes back the last report of a call: for half a minute from the counts, later only on the screen.",
                        Set.of("called", "calling", "card_seat", "home", "ladder", "party_round", "rung", "report"),
                        Set.of("undone", "undone-wrong", "late", "nothing"),
                        StepValue.of("called calling card_seat ladder rung dialed report reported senator{"
                                + SeatRows.HELD + "}"),
                        steps::undo),
                new JavaStep(
                        "call.said",
                        "Says whether we still remember the call that this answer is about.",
                        Set.of("called", "calling", "card_seat", "home", "party_round", "report"),
                        Set.of("known", "unknown"),
                        StepValue.of("senator{" + SeatRows.HELD + "}"),
                        steps::said),
                new JavaStep(
                        "undo.start",
                        "Notes when a report was made, so that it can be taken back for half a minute.",
                        Set.of(),
                        Set.of("started"),
                        StepValue.of("reported_at"),
                        ReportSteps::start),
                new JavaStep(
                        "undo.window",
                        "Says whether the last report can still be taken back.",
                        Set.of("reported_at"),
                        Set.of("open", "over", "nothing"),
                        List.of(),
                        ReportSteps::window));
    }

    /**
     * Records the {@code outcome} that a person reported about the call on the screen, or on the card whose button they pressed. A
     * wrong number that's no longer known comes out as {@code forgotten}: no other number may be blamed for it. So does a press on
     * the card of a seat that nobody is known to hold any more. A press on the
     * old card of a senator whose office heard the person already comes out as {@code already}.
     */
    private Result report(Input input) {
        Directory tables = directory.get();
        CallRound round = CallRound.of(input, tables);
        if (round != null && round.isPressLost()) {
            return Result.of("forgotten").with(CallRound.CARD, new Value.Text(""));
        } else if (round == null || round.next().isEmpty()) {
            return Result.of("missing");
        }
        Seat seat = round.next().get();
        Ladder ladder = Ladder.of(seat, input, tables);
        List<Report> reports = Report.all(input.facts());
        Optional<Report> before = Report.about(seat.id(), reports).filter(report -> REACHED.contains(report.outcome()));
        if (before.isPresent() && !round.isOpen(seat)) {
            return Result.of("already")
                    .with(CallSteps.SENATOR, SeatRows.of(seat))
                    .with(REPORTED, new Value.Text(before.get().outcome()));
        }
        String outcome = Objects.requireNonNull(input.with().get("outcome"), "call.report needs an outcome");
        Optional<String> phone = ladder.phone();
        if (outcome.equals(WRONG) && (ladder.isForgotten() || phone.isEmpty())) {
            return Ladder.left(Result.of("forgotten").with(CallSteps.SENATOR, SeatRows.of(ladder.seat())));
        }
        Result result = Result.of("noted")
                .with(CallSteps.SENATOR, SeatRows.of(ladder.seat()))
                .with(NUMBER, new Value.Text(phone.orElse("")))
                .with(REPORTED, new Value.Text(outcome))
                .with(REPORT, Report.with(new Report(input.now(), seat.id(), ladder.number(), outcome), reports));
        Ladder told = ladder.reported(outcome);
        // A call that got through is over; after any other the talk goes on about the same senator.
        return told.keptIn(
                REACHED.contains(outcome)
                        ? result.with(CallRound.CARD, ladder.card())
                        : CallRound.opening(seat, result));
    }

    /** Finds the call that somebody tells the office's answer of: the one on the pressed card, if it's remembered. */
    private Result said(Input input) {
        CallRound round = CallRound.of(input, directory.get());
        Optional<Seat> seat = round == null || round.isPressLost() ? Optional.empty() : round.next();
        boolean known = seat.flatMap(each -> Report.about(each.id(), Report.all(input.facts())))
                .filter(report -> report.outcome().equals(SPOKE))
                .isPresent();
        return known
                ? Result.of("known").with(CallSteps.SENATOR, SeatRows.of(seat.orElseThrow()))
                : Result.of("unknown");
    }

    /**
     * Undoes the report on the pressed card, or else the last one, within half a minute, and later brings up the call again. A
     * later report on the same day replaces the earlier one in the counts, so a mistake can be fixed at any time.
     */
    private Result undo(Input input) {
        Directory tables = directory.get();
        CallRound round = CallRound.of(input, tables);
        List<Report> reports = Report.all(input.facts());
        Optional<Report> last = round == null
                ? Optional.empty()
                : round.next()
                        .filter(seat -> CallRound.isPressed(seat, input.facts()))
                        .map(seat -> Report.about(seat.id(), reports))
                        .orElseGet(() -> reports.stream().reduce((one, later) -> later));
        Optional<Seat> told = round == null ? Optional.empty() : last.flatMap(report -> round.sitting(report.seat()));
        if (round == null || told.isEmpty() || last.isEmpty()) {
            return Result.of("nothing");
        }
        Seat seat = told.get();
        Report report = last.get();
        String outcome = !isFresh(report.at(), input.now())
                ? "late"
                : WRONG.equals(report.outcome()) ? "undone-wrong" : "undone";
        Ladder ladder = Ladder.of(seat, input, tables).backTo(report.number());
        Result result = CallRound.opening(seat, Result.of(outcome))
                .with(CallRound.CALLED, round.without(seat))
                .with(REPORTED, new Value.Text(report.outcome()))
                .with(REPORT, Report.without(report, reports))
                .with(NUMBER, new Value.Text(ladder.phone(report.number()).orElse("")))
                .with(CallSteps.SENATOR, SeatRows.of(seat));
        return ladder.keptIn(result);
    }

    /** Records that a report starts now, so that it can be undone for a while. */
    private static Result start(Input input) {
        return Result.of("started").with(REPORTED_AT, new Value.Text(input.now().toString()));
    }

    /** Says whether the last report can still be undone; {@code nothing} if none is remembered or it was undone already. */
    private static Result window(Input input) {
        String reported = input.facts().text(REPORTED_AT);
        if (reported == null) {
            return Result.of("nothing");
        }
        return Result.of(isFresh(Instant.parse(reported), input.now()) ? "open" : "over");
    }

    private static boolean isFresh(Instant reported, Instant now) {
        return !now.isAfter(reported.plus(UNDO_WINDOW));
    }

    /**
     * A person's report about a call.
     *
     * @param at when it was reported
     * @param seat the seat it was about, such as {@code NY-S1}
     * @param number the number that was on the screen, as the ladder names it
     * @param outcome what came of the call, such as {@code spoke}
     */
    private record Report(Instant at, String seat, String number, String outcome) {

        private static final String BETWEEN = ";";

        /** How many are remembered: more senators than anyone calls in half an hour. */
        private static final int MOST = 10;

        /** The reports that are remembered, the latest last. */
        static List<Report> all(Facts facts) {
            String text = Objects.requireNonNullElse(facts.text(REPORT), "");
            return Stream.of(text.split(BETWEEN))
                    .map(each -> each.split(" "))
                    .filter(parts -> parts.length == 4)
                    .map(parts -> new Report(Instant.parse(parts[0]), parts[1], parts[2], parts[3]))
                    .toList();
        }

        static Optional<Report> about(String seat, List<Report> reports) {
            return reports.stream().filter(report -> report.seat.equals(seat)).reduce((one, later) -> later);
        }

        /** The reports with one more; a number may be that of an office near the person. */
        static Value with(Report last, List<Report> reports) {
            List<Report> more = new ArrayList<>(reports);
            more.removeIf(report -> report.seat.equals(last.seat));
            more.add(last);
            return written(more.subList(Math.max(0, more.size() - MOST), more.size()));
        }

        static Value without(Report undone, List<Report> reports) {
            return written(
                    reports.stream().filter(report -> !report.equals(undone)).toList());
        }

        private static Value written(List<Report> reports) {
            return new Value.Text(reports.stream().map(Report::toString).collect(Collectors.joining(BETWEEN)), true);
        }

        @Override
        public String toString() {
            return String.join(" ", at.toString(), seat, number, outcome);
        }
    }
}
