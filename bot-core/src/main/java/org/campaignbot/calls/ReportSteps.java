package org.campaignbot.calls;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
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
    static final String REPORTED = "reported";

    /** The fact with the number that was dialed, in digits and hyphens. */
    static final String NUMBER = "dialed";

    /** The fact with what the call counts under: a seat, such as {@code NY-S1}, or {@link #NO_SEAT}. */
    static final String BOOKED = "booked";

    /** What counts under no seat. */
    static final String NO_SEAT = "none";

    private static final String WHOSE = "whose";

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
                                CallRound.factsAnd("ladder", "report", "rung", "told", Facts.TYPED),
                                Set.of("noted", "already", "forgotten", "over", "missing"),
                                StepValue.of(
                                        "senator{" + SeatRows.HELD + "} " + NumberCall.GIVES,
                                        "calling card_seat dialed reported booked report ladder rung "
                                                + CallReport.ASKED),
                                NumberCall.or(NumberCall::of, NumberCall::report, steps::report))
                        .with("outcome", WHOSE + "?=next"),
                new JavaStep(
                        "call.undo",
                        "Takes back the last report of a call: for half a minute from the counts, later only on the screen.",
                        CallRound.factsAnd("ladder", "rung", "report"),
                        Set.of("undone", "undone-to", "undone-wrong", "late", "nothing"),
                        StepValue.of(
                                "called calling card_seat ladder rung dialed report reported booked "
                                        + CallReport.BEFORE,
                                "senator{" + SeatRows.HELD + "} " + NumberCall.GIVES),
                        NumberCall.or(NumberCall::told, NumberCall::undo, steps::undo)),
                new JavaStep(
                        "call.said",
                        "Says whether we still remember the call that this answer is about.",
                        CallRound.factsAnd("report"),
                        Set.of("known", "unknown"),
                        StepValue.of(
                                "senator{" + SeatRows.HELD + "} " + NumberCall.GIVES + " booked " + CallReport.ASKED),
                        NumberCall.or(NumberCall::of, NumberCall::said, steps::said)),
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
     * wrong number that's no longer known comes out as {@code forgotten}: no other number may be blamed for it. If the lawmaker of
     * the card no longer holds the seat, it's {@code over}: the report counts for nobody. A press on the old card of a senator whose
     * office heard the person already comes out as {@code already}. {@code whose: next} is for reports of several calls at once: they
     * count one after the other, whatever names are in the words.
     */
    private Result report(Input input) {
        Directory tables = directory.get();
        CallRound round = input.with().containsKey(WHOSE) ? CallRound.of(input, tables) : CallRound.told(input, tables);
        if (round != null && round.isOver()) {
            return round.over("over");
        } else if (round == null || round.next().isEmpty()) {
            return Result.of("missing");
        }
        Seat seat = round.next().get();
        Ladder ladder = Ladder.of(seat, input, tables);
        List<CallReport> reports = CallReport.all(input.facts());
        Optional<CallReport> before = CallReport.reaching(seat.id(), reports);
        if (before.isPresent() && !round.isOpen(seat)) {
            return Result.of("already")
                    .with(CallSteps.SENATOR, SeatRows.of(seat))
                    .with(BOOKED, new Value.Text(seat.id()))
                    .with(REPORTED, new Value.Text(before.get().outcome()));
        }
        String outcome = Objects.requireNonNull(input.with().get("outcome"), "call.report needs an outcome");
        Optional<String> phone = ladder.phone();
        if (outcome.equals(CallReport.WRONG) && (ladder.isForgotten() || phone.isEmpty())) {
            return Ladder.left(Result.of("forgotten").with(CallSteps.SENATOR, SeatRows.of(ladder.seat())));
        }
        Result result = Result.of("noted")
                .with(CallSteps.SENATOR, SeatRows.of(ladder.seat()))
                .with(BOOKED, new Value.Text(seat.id()))
                .with(NUMBER, new Value.Text(phone.orElse("")))
                .with(REPORTED, new Value.Text(outcome))
                .with(CallReport.ASKED, new Value.Text(outcome.equals(CallReport.SPOKE) ? seat.id() : ""))
                .with(
                        CallReport.FACT,
                        CallReport.with(new CallReport(input.now(), seat.id(), ladder.number(), outcome), reports));
        Ladder told = ladder.reported(outcome);
        // A call that got through is over; after any other the talk goes on about the same senator.
        return told.keptIn(
                CallReport.isReached(outcome)
                        ? result.with(CallRound.CARD, ladder.card())
                        : CallRound.opening(seat, result));
    }

    /** Finds the call that somebody tells the office's answer of: the one on the pressed card, if it's remembered. */
    private Result said(Input input) {
        CallRound round = CallRound.of(input, directory.get());
        Optional<Seat> seat = round == null || round.isOver() ? Optional.empty() : round.next();
        boolean known = seat.flatMap(each -> CallReport.about(each.id(), CallReport.all(input.facts())))
                .filter(report -> report.outcome().equals(CallReport.SPOKE))
                .isPresent();
        return known
                ? Result.of("known")
                        .with(CallSteps.SENATOR, SeatRows.of(seat.orElseThrow()))
                        .with(BOOKED, new Value.Text(seat.orElseThrow().id()))
                        .with(CallReport.ASKED, new Value.Text(""))
                : Result.of("unknown");
    }

    /**
     * Undoes the report on the pressed card, or else the last one, within half a minute, and later brings up the call again. A
     * later report on the same day replaces the earlier one in the counts, so a mistake can be fixed at any time.
     */
    private Result undo(Input input) {
        Directory tables = directory.get();
        CallRound round = CallRound.of(input, tables);
        List<CallReport> reports = CallReport.all(input.facts());
        Optional<CallReport> last = round == null
                ? Optional.empty()
                : round.next()
                        .filter(seat -> CallRound.isPressed(seat, input.facts()))
                        .map(seat -> CallReport.about(seat.id(), reports))
                        .orElseGet(() -> reports.stream().reduce((one, later) -> later));
        Optional<Seat> told = round == null ? Optional.empty() : last.flatMap(report -> round.sitting(report.seat()));
        if (round == null || told.isEmpty() || last.isEmpty()) {
            return Result.of("nothing");
        }
        Seat seat = told.get();
        CallReport report = last.get();
        Ladder ladder = Ladder.of(seat, input, tables).backTo(report.number());
        Optional<CallReport> before = report.before(reports);
        String undone = report.undone(input.now());
        boolean isAsBefore = before.isPresent() && undone.equals("undone");
        Result result = CallRound.opening(seat, Result.of(isAsBefore ? "undone-to" : undone))
                .with(CallRound.CALLED, round.without(seat))
                .with(
                        CallReport.BEFORE,
                        new Value.Text(before.map(CallReport::outcome).orElse(OutcomeWords.NONE)))
                .with(REPORTED, new Value.Text(report.outcome()))
                .with(CallReport.FACT, CallReport.without(report, reports))
                .with(NUMBER, new Value.Text(ladder.phone(report.number()).orElse("")))
                .with(CallSteps.SENATOR, SeatRows.of(seat))
                .with(BOOKED, new Value.Text(seat.id()));
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
        return Result.of(CallReport.isFresh(Instant.parse(reported), input.now()) ? "open" : "over");
    }
}
