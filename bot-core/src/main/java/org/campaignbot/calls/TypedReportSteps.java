package org.campaignbot.calls;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.campaignbot.lookup.Home;
import org.campaignbot.lookup.SeatRows;
import org.campaignbot.people.Language;

/**
 * The steps after a report in words: several calls in one message, corrections, and what was counted so far.
 *
 * <p>{@code call.told} reads the words into a list of what to do, and the steps after it do one thing each, as each has an effect and
 * a receipt of its own: {@code -NV-S1} takes a report back, {@code NV-S3:message} counts one, {@code skip} and {@code card} go on.
 */
public final class TypedReportSteps {

    private static final String PICK = "told_pick";

    /** The fact with where the office says its lawmaker stands, if that was told with the call. */
    private static final String STAND = "told_stand";

    private final Supplier<Directory> directory;

    private TypedReportSteps(Supplier<Directory> directory) {
        this.directory = directory;
    }

    /** All of them, over the current directory. */
    public static List<JavaStep> all(Supplier<Directory> directory) {
        TypedReportSteps steps = new TypedReportSteps(directory);
        ReportReader reader = new ReportReader(directory);
        String senator = CallSteps.SENATOR + "{" + SeatRows.HELD + "} ";
        return List.of(
                new JavaStep(
                                "call.told",
                                "Reads what somebody typed about a call: one report, or several and corrections, which the list told has.",
                                CallRound.factsAnd(CallReport.FACT, CallReport.ASKED, Facts.TYPED, CallRound.TOLD),
                                Set.of(
                                        "open",
                                        "told",
                                        TypedReport.ANSWER,
                                        TypedReport.UNSAID,
                                        TypedReport.HUNG_UP,
                                        TypedReport.UNSURE,
                                        TypedReport.OTHERS_CALLED,
                                        "delegate",
                                        "over",
                                        "none",
                                        "counted",
                                        "missing"),
                                StepValue.of(
                                        NumberCall.GIVES + " calling card_seat",
                                        ReportReader.BESIDE + " " + ReportReader.BESIDE_AS + " " + CallRound.TOLD + " "
                                                + ReportPlan.OTHERS + "="
                                                + ReportedCalls.UNKNOWN_SEAT + "|" + ReportedCalls.HOUSE + "|"
                                                + ReportedCalls.ELSEWHERE + " "
                                                + ReportPlan.WHICH),
                                NumberCall.or(NumberCall::of, NumberCall::open, reader::told))
                        .with("outcome"),
                new JavaStep(
                        "call.recall",
                        "Reads what was told of calls before it was known where the person lives, as call.told does.",
                        CallRound.factsAnd(Home.PLACE, CallReport.FACT, ReportReader.BESIDE, ReportReader.BESIDE_AS),
                        Set.of("told", "none"),
                        StepValue.of(CallRound.TOLD + " " + ReportPlan.WHICH + " " + ReportReader.BESIDE + " "
                                + ReportReader.BESIDE_AS + " calling card_seat"),
                        reader::recall),
                new JavaStep(
                        "call.sort",
                        "Says what comes first of what was told: calls that aren't counted, a question, or those to count.",
                        Set.of(CallRound.TOLD, ReportPlan.OTHERS, ReportPlan.WHICH),
                        Set.of("others", "which", "same", "kept", "calls"),
                        List.of(),
                        TypedReportSteps::sort),
                new JavaStep(
                        "call.take-back",
                        "Takes back the next report that was told to be wrong, whenever it was made.",
                        CallRound.factsAnd(CallReport.FACT, "ladder", "rung", Facts.TYPED, CallRound.TOLD),
                        Set.of("back", "back-to", "back-wrong", "none"),
                        StepValue.of(
                                senator + "booked reported dialed report called calling card_seat ladder rung",
                                CallRound.TOLD + " told_again=yes|no" + " " + CallReport.BEFORE),
                        steps::takeBack),
                new JavaStep(
                        "call.book",
                        "Records the next of several calls that were told, but not the last.",
                        CallRound.factsAnd(CallReport.FACT, "ladder", "rung", CallRound.TOLD),
                        Set.of("noted", "noted-stand", "only-stand", "none"),
                        StepValue.of(
                                senator + "booked reported? report called calling " + CallRound.TOLD + " " + STAND),
                        steps::book),
                new JavaStep(
                                "call.last",
                                "Says what came of the last call that was told, which is then reported as on its card.",
                                CallRound.factsAnd(CallRound.TOLD, Facts.WAITING_FLOW),
                                Set.of(
                                        CallReport.SPOKE,
                                        CallReport.MESSAGE,
                                        CallReport.NO_ANSWER,
                                        CallReport.BUSY,
                                        CallReport.MAILBOX_FULL,
                                        CallReport.WRONG,
                                        CallReport.CUT_OFF,
                                        CallReport.spoke(Stance.FOR),
                                        CallReport.spoke(Stance.AGAINST),
                                        CallReport.spoke(Stance.UNDECIDED),
                                        ReportPlan.SAID + Stance.FOR,
                                        ReportPlan.SAID + Stance.AGAINST,
                                        ReportPlan.SAID + Stance.UNDECIDED,
                                        "skip",
                                        "card",
                                        "away",
                                        "none"),
                                StepValue.of("card_seat " + CallRound.TOLD),
                                steps::last)
                        .with("flow"),
                new JavaStep(
                        "call.which",
                        "Lists whose calls a report without a name may be about.",
                        CallRound.factsAnd(ReportPlan.WHICH),
                        Set.of("ready", "none"),
                        StepValue.of("told_options[label value] told_first told_second?"),
                        steps::which),
                new JavaStep(
                        "call.picked",
                        "Takes whose call it was that a report without a name told of.",
                        CallRound.factsAnd(CallReport.FACT, ReportPlan.WHICH, PICK),
                        Set.of("told", "none"),
                        StepValue.of(CallRound.TOLD),
                        steps::picked),
                new JavaStep(
                        "call.booked",
                        "Lists what is counted of each lawmaker's call, as far as it's remembered.",
                        CallRound.factsAnd(CallReport.FACT),
                        Set.of("some", "none"),
                        StepValue.of("booked_calls[" + SeatRows.HELD + " outcome] booked_total:count"),
                        steps::booked));
    }

    private static Result sort(Input input) {
        boolean isAsked = !toDo(input.facts(), ReportPlan.WHICH).isEmpty();
        boolean isOfOthers = input.facts().text(ReportPlan.OTHERS) != null;
        List<String> toDo = toDo(input.facts(), CallRound.TOLD);
        boolean isUnchanged = toDo.equals(List.of("same")) || toDo.equals(List.of("kept"));
        return Result.of(isOfOthers ? "others" : isAsked ? "which" : isUnchanged ? toDo.get(0) : "calls");
    }

    private Result takeBack(Input input) {
        Directory tables = directory.get();
        List<String> toDo = toDo(input.facts(), CallRound.TOLD);
        CallRound round = CallRound.of(input, tables);
        Optional<Seat> found = toDo.isEmpty() || round == null || !toDo.get(0).startsWith(ReportPlan.BACK)
                ? Optional.empty()
                : round.sitting(toDo.get(0).substring(ReportPlan.BACK.length()));
        List<CallReport> reports = CallReport.all(input.facts());
        Optional<CallReport> before = found.flatMap(seat -> CallReport.about(seat.id(), reports));
        if (round == null || found.isEmpty() || before.isEmpty()) {
            return Result.of("none");
        }
        Seat seat = found.get();
        CallReport report = before.get();
        List<String> rest = toDo.subList(1, toDo.size());
        Optional<String> again = rest.stream()
                .filter(each -> each.startsWith(seat.id() + ":"))
                .map(each -> each.substring(each.indexOf(':') + 1))
                .findFirst();
        Ladder ladder = Ladder.of(seat, input, tables).backTo(report.number());
        boolean isOnlyThis = again.isEmpty()
                && rest.stream().noneMatch(each -> each.startsWith(ReportPlan.BACK))
                && !ReportedCalls.isOfAll(input.facts().text(Facts.TYPED));
        Optional<CallReport> earlier = report.before(reports).filter(each -> isOnlyThis);
        boolean isWrong = report.outcome().equals(CallReport.WRONG);
        Result result = Result.of(isWrong ? "back-wrong" : earlier.isPresent() ? "back-to" : "back")
                .with(CallSteps.SENATOR, SeatRows.of(seat))
                .with(ReportSteps.BOOKED, text(seat.id()))
                .with(ReportSteps.REPORTED, text(report.outcome()))
                .with(ReportSteps.NUMBER, text(ladder.phone(report.number()).orElse("")))
                .with(
                        CallReport.FACT,
                        earlier.isPresent()
                                ? CallReport.without(report, reports)
                                : CallReport.without(seat.id(), reports))
                .with(CallReport.BEFORE, text(earlier.map(CallReport::outcome).orElse(OutcomeWords.NONE)))
                .with("told_again", Value.Text.yesNo(again.isPresent()))
                .with(CallRound.TOLD, text(rest.isEmpty() ? "card" : String.join(" ", rest)));
        if (again.filter(outcome -> CallReport.isReached(ReportPlan.call(outcome)))
                        .isEmpty()
                && earlier.filter(CallReport::isReached).isEmpty()) {
            result = result.with(CallRound.CALLED, round.without(seat));
        }
        if (rest.isEmpty()) {
            return ladder.keptIn(CallRound.opening(seat, result));
        }
        // Whose card comes next is only known once the rest is done.
        return round.isOpen(seat) ? result.with(CallRound.CALLING, text("")) : result;
    }

    private Result book(Input input) {
        List<String> toDo = toDo(input.facts(), CallRound.TOLD);
        CallRound round = CallRound.of(input, directory.get());
        if (toDo.size() < 2 || round == null) {
            return Result.of("none");
        }
        String told = toDo.get(0).substring(toDo.get(0).indexOf(':') + 1);
        Optional<Seat> found = round.sitting(toDo.get(0).split(":", -1)[0]);
        if (found.isEmpty()) {
            return Result.of("none");
        }
        Seat seat = found.get();
        String outcome = ReportPlan.call(told);
        String stand = ReportPlan.stand(told);
        boolean isOnlyStand = told.startsWith(ReportPlan.SAID);
        Result result = Result.of(isOnlyStand ? "only-stand" : stand == null ? "noted" : "noted-stand")
                .with(CallSteps.SENATOR, SeatRows.of(seat))
                .with(ReportSteps.BOOKED, text(seat.id()))
                .with(CallRound.TOLD, text(String.join(" ", toDo.subList(1, toDo.size()))));
        result = stand == null ? result : result.with(STAND, text(stand));
        if (isOnlyStand) {
            return result;
        }
        CallReport report = new CallReport(
                input.now(), seat.id(), Ladder.of(seat, input, directory.get()).number(), outcome);
        result = result.with(ReportSteps.REPORTED, text(outcome))
                .with(CallReport.FACT, CallReport.with(report, CallReport.all(input.facts())));
        if (!report.isReached()) {
            return result;
        }
        Result reached = result.with(CallRound.CALLED, round.with(seat));
        return round.isOpen(seat) ? reached.with(CallRound.CALLING, text("")) : reached;
    }

    /** {@code flow} names the flow of the cards; where another flow asks something, no card comes up. */
    private Result last(Input input) {
        List<String> toDo = toDo(input.facts(), CallRound.TOLD);
        if (toDo.isEmpty()) {
            return Result.of("none");
        }
        String waiting = input.facts().text(Facts.WAITING_FLOW);
        if (toDo.get(0).equals("card")
                && waiting != null
                && !waiting.equals(input.with().get("flow"))) {
            return Result.of("away");
        }
        String[] told = toDo.get(0).split(":", -1);
        CallRound round = CallRound.of(input, directory.get());
        if (told.length < 2 || round == null) {
            // What the flow has no step for, such as a third correction, counts for nobody.
            return Result.of(Set.of("card", "skip").contains(told[0]) ? told[0] : "none");
        }
        return round.sitting(told[0])
                // What they said is asked below the receipt, unless it was told.
                .map(seat -> Result.of(told[1])
                        .with(CallRound.CARD, CallRound.card(seat))
                        .with(CallRound.TOLD, text(CallRound.SETTLED + seat.id())))
                .orElse(Result.of("none"));
    }

    private Result which(Input input) {
        CallRound round = CallRound.of(input, directory.get());
        List<String> outcomes = toDo(input.facts(), ReportPlan.WHICH);
        if (round == null || outcomes.isEmpty() || round.sitting().isEmpty()) {
            return Result.of("none");
        }
        List<Value.Row> options = round.sitting().stream()
                .map(seat ->
                        new Value.Row(Map.of("label", text(label(seat, input.language())), "value", text(seat.id()))))
                .toList();
        Result result = Result.of("ready")
                .with("told_options", new Value.Rows(options))
                .with("told_first", text(ReportPlan.call(outcomes.get(0))));
        return outcomes.size() > 1 ? result.with("told_second", text(ReportPlan.call(outcomes.get(1)))) : result;
    }

    /** A name as the cards have it: with a title in English, where the title says nothing of gender. */
    private static String label(Seat seat, Language language) {
        Map<String, Value> fields = SeatRows.of(seat).fields();
        return language.equals(Language.ENGLISH)
                ? field(fields, "title") + " " + field(fields, "last_name")
                : field(fields, "name");
    }

    private static String field(Map<String, Value> fields, String name) {
        return fields.get(name) instanceof Value.Text text
                ? text.text()
                : fields.get(name) instanceof Value.Translated words ? words.in(Language.ENGLISH) : "";
    }

    private Result picked(Input input) {
        CallRound round = CallRound.of(input, directory.get());
        List<String> outcomes = toDo(input.facts(), ReportPlan.WHICH);
        Optional<Seat> seat =
                round == null ? Optional.empty() : round.sitting(input.facts().textOrEmpty(PICK));
        if (round == null || seat.isEmpty() || outcomes.isEmpty()) {
            return Result.of("none");
        }
        List<CallReport> reports = CallReport.all(input.facts());
        Result result = ReportPlan.picked(seat.get(), outcomes, round, reports).toResult(reports);
        return Result.of("told")
                .with(CallRound.TOLD, Objects.requireNonNull(result.facts().get(CallRound.TOLD)));
    }

    private Result booked(Input input) {
        CallRound round = CallRound.of(input, directory.get());
        List<CallReport> reports = CallReport.all(input.facts());
        if (round == null || ReportPlan.recent(round, reports).isEmpty()) {
            return Result.of("none");
        }
        List<Value.Row> rows = round.sitting().stream()
                .flatMap(seat -> outcomes(seat, reports).stream().map(outcome -> {
                    Map<String, Value> fields = new HashMap<>(SeatRows.of(seat).fields());
                    fields.put("outcome", text(outcome));
                    return new Value.Row(fields);
                }))
                .toList();
        long calls = reports.stream()
                .filter(report -> round.sitting(report.seat()).isPresent())
                .count();
        return Result.of("some").with("booked_calls", new Value.Rows(rows)).with("booked_total", new Value.Count((int)
                calls));
    }

    /** What came of each call to a lawmaker, the earliest first. */
    private static List<String> outcomes(Seat seat, List<CallReport> reports) {
        List<String> outcomes = reports.stream()
                .filter(report -> report.seat().equals(seat.id()))
                .map(CallReport::outcome)
                .toList();
        return outcomes.isEmpty() ? List.of(OutcomeWords.NONE) : outcomes;
    }

    private static List<String> toDo(Facts facts, String fact) {
        String text = facts.textOrEmpty(fact);
        return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
    }

    private static Value.Text text(String text) {
        return new Value.Text(text);
    }
}
