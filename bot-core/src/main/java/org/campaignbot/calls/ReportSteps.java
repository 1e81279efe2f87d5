package org.campaignbot.calls;

import java.time.Duration;
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
    private static final String REPORTED = "reported";

    /** The fact with the time, seat and number of the last report; held in memory. */
    static final String REPORT = "report";

    /** The fact with the number that was dialed, in digits and hyphens. */
    private static final String NUMBER = "dialed";

    private static final String WRONG = "wrong";

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
                                Set.of("called", "calling", "home", "ladder", "party_round", "rung"),
                                Set.of("noted", "forgotten", "missing"),
                                StepValue.of("senator{" + SeatRows.HELD + "} dialed reported report ladder rung"),
                                steps::report)
                        .with("outcome"),
                new JavaStep(
                        "call.undo",
                        "Takes back the last report of a call: for half a minute from the counts, later only on the screen.",
                        Set.of("called", "calling", "home", "ladder", "party_round", "rung", "report", "reported"),
                        Set.of("undone", "undone-wrong", "late", "nothing"),
                        StepValue.of("called calling ladder rung dialed senator{" + SeatRows.HELD + "}"),
                        steps::undo),
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
     * Records the {@code outcome} that a person reported about the call on the screen. A wrong number that's no longer known
     * comes out as {@code forgotten}: no other number may be blamed for it.
     */
    private Result report(Input input) {
        Optional<Ladder> found = CallRound.ladder(input, directory.get());
        if (found.isEmpty()) {
            return Result.of("missing");
        }
        Ladder ladder = found.get();
        String outcome = Objects.requireNonNull(input.with().get("outcome"), "call.report needs an outcome");
        Optional<String> phone = ladder.phone();
        if (outcome.equals(WRONG) && (ladder.isForgotten() || phone.isEmpty())) {
            return Ladder.left(Result.of("forgotten").with(CallSteps.SENATOR, SeatRows.of(ladder.seat())));
        }
        Result result = Result.of("noted")
                .with(CallSteps.SENATOR, SeatRows.of(ladder.seat()))
                .with(NUMBER, new Value.Text(phone.orElse("")));
        Report report = new Report(input.now(), ladder.seat().id(), ladder.number());
        return ladder.reported(outcome).keptIn(report.keptIn(result, outcome));
    }

    /**
     * Undoes the last report of a call within half a minute, and later brings up the call again. A later report on the same day
     * replaces the earlier one in the counts, so a mistake can be fixed at any time.
     */
    private Result undo(Input input) {
        Directory tables = directory.get();
        CallRound round = CallRound.of(input, tables);
        Optional<Report> last = Report.of(input.facts());
        Optional<Seat> told = round == null ? Optional.empty() : last.flatMap(report -> round.sitting(report.seat()));
        if (round == null || told.isEmpty() || last.isEmpty()) {
            return Result.of("nothing");
        }
        Seat seat = told.get();
        String outcome = !isFresh(last.get().at(), input.now())
                ? "late"
                : WRONG.equals(input.facts().text(REPORTED)) ? "undone-wrong" : "undone";
        Ladder ladder = Ladder.of(seat, input, tables).backTo(last.get().number());
        Result result = Result.of(outcome)
                .with(CallRound.CALLED, round.without(seat))
                .with(CallRound.CALLING, new Value.Text(seat.id()))
                .with(NUMBER, new Value.Text(ladder.phone(last.get().number()).orElse("")))
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
     * A person's last report about a call.
     *
     * @param at when it was reported
     * @param seat the seat it was about, such as {@code NY-S1}
     * @param number the number that was on the screen, as the ladder names it
     */
    private record Report(Instant at, String seat, String number) {

        /** The last report; empty if none is remembered. */
        static Optional<Report> of(Facts facts) {
            String text = facts.text(REPORT);
            if (text == null || text.isEmpty()) {
                return Optional.empty();
            }
            String[] parts = text.split(" ", 3);
            return Optional.of(new Report(Instant.parse(parts[0]), parts[1], parts[2]));
        }

        /** Adds this as the last report; the number may be that of an office near the person. */
        Result keptIn(Result result, String outcome) {
            return result.with(REPORTED, new Value.Text(outcome))
                    .with(REPORT, new Value.Text(at + " " + seat + " " + number, true));
        }
    }
}
