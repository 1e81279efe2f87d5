package org.campaignbot.calls;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.campaignbot.conversation.JavaStep;
import org.campaignbot.conversation.JavaStep.Facts;
import org.campaignbot.conversation.JavaStep.Input;
import org.campaignbot.conversation.JavaStep.Result;
import org.campaignbot.conversation.Repair;
import org.campaignbot.conversation.StepValue;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.District;
import org.campaignbot.directory.EasternTime;
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
public final class ToldSteps {

    private static final String OTHERS = "told_others";

    /** The fact with the outcomes of which the person is asked whose they are; held in memory. */
    private static final String WHICH = "told_which";

    private static final String PICK = "told_pick";
    private static final String BACK = "-";

    /** The fact with what {@link #BESIDE} says of a call as a whole, if that's known. */
    private static final String BESIDE_AS = "beside_as";

    /** The fact with words that told of a call before it was known where the person lives; held in memory. */
    private static final String BESIDE = Repair.BESIDE;

    private static final Set<String> OF_A_ROUND = Set.of("called", "calling", "card_seat", "home", "party_round");

    private final Supplier<Directory> directory;

    private ToldSteps(Supplier<Directory> directory) {
        this.directory = directory;
    }

    /** All of them, over the current directory. */
    public static List<JavaStep> all(Supplier<Directory> directory) {
        ToldSteps steps = new ToldSteps(directory);
        String senator = CallSteps.SENATOR + "{" + SeatRows.HELD + "} ";
        return List.of(
                new JavaStep(
                                "call.told",
                                "Reads what somebody typed about a call: one report, or several and corrections, which the list told has.",
                                with(OF_A_ROUND, CallReport.FACT, CallReport.ASKED, Facts.TYPED, CallRound.TOLD),
                                Set.of(
                                        "open",
                                        "told",
                                        "answer",
                                        "unsaid",
                                        "hung-up",
                                        "unsure",
                                        TypedReport.OTHERS_CALLED,
                                        "delegate",
                                        "over",
                                        "none",
                                        "counted",
                                        "missing"),
                                StepValue.of(
                                        NumberCall.GIVES + " calling card_seat",
                                        BESIDE + " " + BESIDE_AS + " " + CallRound.TOLD + " " + OTHERS + "="
                                                + Told.UNKNOWN_SEAT + "|" + Told.HOUSE + "|" + Told.ELSEWHERE + " "
                                                + WHICH),
                                NumberCall.or(NumberCall::of, NumberCall::open, steps::told))
                        .with("outcome"),
                new JavaStep(
                        "call.recall",
                        "Reads what was told of calls before it was known where the person lives, as call.told does.",
                        with(OF_A_ROUND, Home.PLACE, CallReport.FACT, BESIDE, BESIDE_AS),
                        Set.of("told", "none"),
                        StepValue.of(
                                CallRound.TOLD + " " + WHICH + " " + BESIDE + " " + BESIDE_AS + " calling card_seat"),
                        steps::recall),
                new JavaStep(
                        "call.sort",
                        "Says what comes first of what was told: calls that aren't counted, a question, or those to count.",
                        Set.of(CallRound.TOLD, OTHERS, WHICH),
                        Set.of("others", "which", "same", "kept", "calls"),
                        List.of(),
                        ToldSteps::sort),
                new JavaStep(
                        "call.take-back",
                        "Takes back the next report that was told to be wrong, whenever it was made.",
                        with(OF_A_ROUND, CallReport.FACT, "ladder", "rung", Facts.TYPED, CallRound.TOLD),
                        Set.of("back", "back-to", "back-wrong", "none"),
                        StepValue.of(
                                senator + "booked reported dialed report called calling card_seat ladder rung",
                                CallRound.TOLD + " told_again=yes|no" + " " + CallReport.BEFORE),
                        steps::takeBack),
                new JavaStep(
                        "call.book",
                        "Records the next of several calls that were told, but not the last.",
                        with(OF_A_ROUND, CallReport.FACT, "ladder", "rung", CallRound.TOLD),
                        Set.of("noted", "none"),
                        StepValue.of(senator + "booked reported report called calling " + CallRound.TOLD),
                        steps::book),
                new JavaStep(
                                "call.last",
                                "Says what came of the last call that was told, which is then reported as on its card.",
                                with(OF_A_ROUND, CallRound.TOLD, Facts.WAITING_FLOW),
                                Set.of(
                                        "spoke",
                                        "message",
                                        "no-answer",
                                        "busy",
                                        "mailbox-full",
                                        "wrong",
                                        "cut-off",
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
                        with(OF_A_ROUND, WHICH),
                        Set.of("ready", "none"),
                        StepValue.of("told_options[label value] told_first told_second?"),
                        steps::which),
                new JavaStep(
                        "call.picked",
                        "Takes whose call it was that a report without a name told of.",
                        with(OF_A_ROUND, CallReport.FACT, WHICH, PICK),
                        Set.of("told", "none"),
                        StepValue.of(CallRound.TOLD),
                        steps::picked),
                new JavaStep(
                        "call.booked",
                        "Lists what is counted of each lawmaker's call, as far as it's remembered.",
                        with(OF_A_ROUND, CallReport.FACT),
                        Set.of("some", "none"),
                        StepValue.of("booked_calls[" + SeatRows.HELD + " outcome] booked_total:count"),
                        steps::booked));
    }

    private static Set<String> with(Set<String> facts, String... more) {
        return Set.copyOf(Stream.concat(facts.stream(), Stream.of(more)).toList());
    }

    /**
     * Reads the typed words. {@code outcome} is what they say of a call as a whole, {@code both} if of both calls, {@code undo} to take
     * the last report back. What they tell of a single call comes out as for a card: {@code open}, {@code none}, {@code counted} and
     * so on. What the office said, told after the call, is an {@code answer}, or {@code unsaid} if they didn't say. It's {@code hung-up} if
     * the person put the phone down before a word was said, {@code others-called} if only somebody else called, and {@code unsure} if the words
     * report nothing after all.
     */
    private Result told(Input input) {
        Directory tables = directory.get();
        CallRound round = CallRound.of(input, tables);
        String all = input.facts().text(Facts.TYPED);
        String outcome = Objects.requireNonNullElse(input.with().get("outcome"), "");
        String typed = all == null || outcome.equals("undo") ? all : TypedReport.own(all);
        CallRound spokenOf = CallRound.told(input, tables);
        if (typed != null && !typed.equals(all) && !Told.isOutcome(input.facts().meaning(typed))) {
            return Result.of(TypedReport.OTHERS_CALLED);
        } else if (round == null || spokenOf == null) {
            Result missing = Result.of("missing");
            return typed == null || outcome.equals(Told.NONE) || outcome.equals("undo")
                    ? missing
                    : missing.with(BESIDE, new Value.Text(typed, true)).with(BESIDE_AS, text(outcome));
        } else if (round.delegate().isPresent()) {
            return Result.of("delegate");
        } else if (typed == null || round.isOver()) {
            return CallSteps.about(spokenOf, input);
        }
        List<CallReport> reports = CallReport.all(input.facts());
        Optional<Seat> recent = ToldPlan.recent(round, reports);
        Optional<Seat> reached = recent.filter(seat -> TypedReport.reachedAfterAll(typed)
                && CallReport.about(seat.id(), reports)
                        .filter(report -> !report.isReached())
                        .isPresent()
                && List.of(seat).containsAll(Directory.spokenOf(typed, round.sitting())));
        if (reached.isPresent()) {
            String as = outcome.startsWith(CallReport.SPOKE) ? outcome : CallReport.SPOKE;
            return planned(ToldPlan.again(reached.get(), as), reports);
        }
        Optional<Result> less = claimed(typed, outcome, round, recent, input);
        if (less.isPresent()) {
            return less.get();
        }
        Optional<String> corrected = Told.corrected(typed, round.sitting(), input.facts()::meaning)
                .or(() -> Optional.of("cut-off")
                        .filter(cut -> outcome.startsWith(CallReport.SPOKE)
                                && TypedReport.wasHungUpOn(typed)
                                && round.open().stream()
                                        .toList()
                                        .containsAll(Directory.spokenOf(typed, round.sitting()))))
                .filter(each -> !each.equals(outcome) && round.open().isPresent());
        if (corrected.isPresent()) {
            return planned(ToldPlan.counting(round.open().get(), corrected.get()), reports);
        }
        boolean isOfOne = outcome.equals(ToldPlan.BOTH) && TypedReport.namesOne(typed, round.sitting());
        Told told = read(typed, round, recent, input);
        ToldPlan plan = ToldPlan.of(told, isOfOne ? CallReport.SPOKE : outcome, round, reports);
        if (!plan.isEmpty()) {
            return planned(plan, reports);
        } else if (outcome.equals("undo") && isOfUncounted(typed, round, reports)) {
            return uncounted(typed, round, reports);
        } else if (isOfOne) {
            // "Con Bennet hablé con una muchacha" only looks like two talks.
            return told.calls().entrySet().stream()
                    .filter(call -> CallReport.isReached(call.getValue()))
                    .findFirst()
                    .map(call -> planned(ToldPlan.counting(call.getKey(), call.getValue()), reports))
                    .orElseGet(() -> Result.of(TypedReport.UNSURE));
        }
        Optional<Seat> spoken = round.open().isEmpty() && outcome.startsWith(CallReport.SPOKE + "-")
                ? CallReport.lastSpoke(reports).flatMap(report -> round.sitting(report.seat()))
                : Optional.empty();
        return spoken.isPresent()
                ? Result.of("answer").with(CallRound.CARD, CallRound.card(spoken.get()))
                : CallSteps.about(spokenOf, input);
    }

    /** Whether a text only takes back calls that were never counted: "I never called Armstrong, don't put down that I did". */
    private static boolean isOfUncounted(String typed, CallRound round, List<CallReport> reports) {
        List<Seat> named = Directory.spokenOf(typed, round.sitting());
        return !named.isEmpty()
                && named.stream()
                        .allMatch(seat -> CallReport.about(seat.id(), reports).isEmpty());
    }

    /** Keeps what is counted. If nothing is, the named senator's card comes up: "that's McCormick, I said Fetterman". */
    private static Result uncounted(String typed, CallRound round, List<CallReport> reports) {
        if (!reports.isEmpty()) {
            return planned(ToldPlan.KEPT, reports);
        }
        return Directory.spokenOf(typed, round.sitting()).stream()
                .filter(seat -> !round.isOpen(seat))
                .findFirst()
                .map(seat -> CallRound.opening(seat, Result.of("told").with(CallRound.TOLD, text("card"))))
                .orElse(Result.of("none"));
    }

    private Told read(String typed, CallRound round, Optional<Seat> recent, Input input) {
        Directory tables = directory.get();
        String state = round.sitting().stream().map(Seat::state).findFirst().orElse("");
        LocalDate today = EasternTime.dateAt(input.now());
        List<District> districts = CallTarget.district(input.facts(), tables, today)
                .map(List::of)
                .orElseGet(() -> tables.districts(state));
        return Told.of(
                typed,
                round,
                recent,
                input.facts()::meaning,
                clause -> others(clause, state, tables, today)
                        .or(() -> Optional.of(Told.HOUSE)
                                .filter(house -> !round.target().hasHouse()
                                        && !tables.houseMembers(clause, districts, today)
                                                .isEmpty())));
    }

    /** Without a name, the calls of a person who has several lawmakers are asked about. */
    private Result recall(Input input) {
        CallRound round = CallRound.of(input, directory.get());
        String words = Objects.requireNonNullElse(input.facts().text(BESIDE), "");
        String as = Objects.requireNonNullElse(input.facts().text(BESIDE_AS), "");
        if (round == null) {
            return Result.of("none");
        } else if (round.sitting().isEmpty() || (as.isEmpty() && !TypedReport.tellsOfCalls(words))) {
            return forgotten(asked(words, round));
        }
        String outcome = as.isEmpty() ? ToldPlan.BOTH : TypedReport.of(words, as, Optional.empty(), round.sitting());
        List<CallReport> reports = CallReport.all(input.facts());
        ToldPlan plan = ToldPlan.recalled(read(words, round, Optional.empty(), input), outcome, round, reports);
        return forgotten(plan.isEmpty() ? asked(words, round) : planned(plan, reports));
    }

    /** Opens the card of a senator who was named before the bot knew the person's state: "just give me Fetterman's number". */
    private static Result asked(String words, CallRound round) {
        List<Seat> named = Directory.spokenOf(words, round.sitting());
        return named.size() == 1 ? CallRound.opening(named.get(0), Result.of("none")) : Result.of("none");
    }

    private static Result forgotten(Result result) {
        return result.with(BESIDE, text("")).with(BESIDE_AS, text(""));
    }

    /** What comes of words that report no new call, whatever they resemble; empty if they may report one. */
    private static Optional<Result> claimed(
            String typed, String outcome, CallRound round, Optional<Seat> recent, Input input) {
        List<CallReport> reports = CallReport.all(input.facts());
        Optional<Seat> asked = Optional.ofNullable(input.facts().text(CallReport.ASKED))
                .flatMap(round::sitting)
                .filter(seat -> isTalk(seat, reports))
                // "She didn't say", told later, is about the last talk all the same.
                .or(() -> CallReport.lastSpoke(reports)
                        .flatMap(report -> round.sitting(report.seat()))
                        .filter(seat -> isTalk(seat, reports)));
        // What's still to do is no part of it: "she didn't say, and remind me tomorrow of Kelly".
        String claim = TypedReport.of(ToldOf.done(typed), outcome, asked, round.sitting());
        boolean isDenied =
                (claim.equals(TypedReport.HUNG_UP) || claim.equals(Told.NONE)) && TypedReport.deniesTalk(typed);
        List<Seat> named = Directory.spokenOf(typed, round.sitting());
        Optional<Seat> talk = recent.filter(seat -> named.isEmpty() || named.contains(seat))
                .filter(seat -> (isDenied && isTalk(seat, reports))
                        || (outcome.equals(Told.NONE) && TypedReport.deniesCall(typed)));
        if (talk.isPresent()) {
            return Optional.of(planned(ToldPlan.back(talk.get()), reports));
        } else if (outcome.equals("undo") && reports.isEmpty() && TypedReport.deniesTalk(typed)) {
            return Optional.of(Result.of(TypedReport.UNSURE));
        } else if (claim.equals(outcome)) {
            return Optional.empty();
        }
        Result result = Result.of(claim);
        return Optional.of(asked.filter(seat -> claim.equals(TypedReport.ANSWER) || claim.equals(TypedReport.UNSAID))
                .map(seat -> result.with(CallRound.CARD, CallRound.card(seat))
                        .with(CallRound.TOLD, text(CallRound.SETTLED + seat.id())))
                .orElse(result));
    }

    private static boolean isTalk(Seat seat, List<CallReport> reports) {
        return CallReport.about(seat.id(), reports)
                .filter(report -> report.outcome().equals(CallReport.SPOKE))
                .isPresent();
    }

    private static Optional<String> others(String clause, String state, Directory tables, LocalDate today) {
        if (tables.isOfFormerSenator(clause, state, today)) {
            return Optional.of(Told.UNKNOWN_SEAT);
        }
        return tables.isOfAnotherStatesSenator(clause, state, today) ? Optional.of(Told.ELSEWHERE) : Optional.empty();
    }

    private static Result planned(ToldPlan plan, List<CallReport> reports) {
        List<String> toDo = new ArrayList<>();
        // A number that isn't wrong after all comes first, as only the first step withdraws it.
        plan.takenBack().stream()
                .sorted(Comparator.comparing(seat -> CallReport.about(seat.id(), reports)
                        .filter(report -> report.outcome().equals(CallReport.WRONG))
                        .isEmpty()))
                .forEach(seat -> toDo.add(BACK + seat.id()));
        plan.counted().forEach((seat, outcome) -> toDo.add(seat.id() + ":" + outcome));
        if (!plan.next().isEmpty()) {
            toDo.add(plan.next());
        }
        Result result = Result.of("told")
                .with(CallRound.TOLD, text(String.join(" ", toDo)))
                .with(WHICH, text(String.join(" ", plan.asked())));
        return plan.others().stream()
                .findFirst()
                .map(other -> result.with(OTHERS, text(other)))
                .orElse(result);
    }

    private static Result sort(Input input) {
        boolean isAsked = !toDo(input.facts(), WHICH).isEmpty();
        boolean isOfOthers = input.facts().text(OTHERS) != null;
        List<String> toDo = toDo(input.facts(), CallRound.TOLD);
        boolean isUnchanged = toDo.equals(List.of("same")) || toDo.equals(List.of("kept"));
        return Result.of(isOfOthers ? "others" : isAsked ? "which" : isUnchanged ? toDo.get(0) : "calls");
    }

    private Result takeBack(Input input) {
        Directory tables = directory.get();
        List<String> toDo = toDo(input.facts(), CallRound.TOLD);
        CallRound round = CallRound.of(input, tables);
        Optional<Seat> found = toDo.isEmpty() || round == null || !toDo.get(0).startsWith(BACK)
                ? Optional.empty()
                : round.sitting(toDo.get(0).substring(BACK.length()));
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
                && rest.stream().noneMatch(each -> each.startsWith(BACK))
                && !Told.isOfAll(input.facts().text(Facts.TYPED));
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
                .with(CallReport.BEFORE, text(earlier.map(CallReport::outcome).orElse(Told.NONE)))
                .with("told_again", text(again.isPresent() ? "yes" : "no"))
                .with(CallRound.TOLD, text(rest.isEmpty() ? "card" : String.join(" ", rest)));
        if (again.filter(outcome -> CallReport.isReached(ToldPlan.call(outcome)))
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
        String outcome = ToldPlan.call(toDo.get(0).substring(toDo.get(0).indexOf(':') + 1));
        Optional<Seat> found = round.sitting(toDo.get(0).split(":", -1)[0]);
        if (found.isEmpty()) {
            return Result.of("none");
        }
        Seat seat = found.get();
        CallReport report = new CallReport(
                input.now(), seat.id(), Ladder.of(seat, input, directory.get()).number(), outcome);
        Result result = Result.of("noted")
                .with(CallSteps.SENATOR, SeatRows.of(seat))
                .with(ReportSteps.BOOKED, text(seat.id()))
                .with(ReportSteps.REPORTED, text(outcome))
                .with(CallReport.FACT, CallReport.with(report, CallReport.all(input.facts())))
                .with(CallRound.TOLD, text(String.join(" ", toDo.subList(1, toDo.size()))));
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
                // What they said is asked below the receipt.
                .map(seat -> Result.of(ToldPlan.call(told[1]))
                        .with(CallRound.CARD, CallRound.card(seat))
                        .with(CallRound.TOLD, text(CallRound.SETTLED + seat.id())))
                .orElse(Result.of("none"));
    }

    private Result which(Input input) {
        CallRound round = CallRound.of(input, directory.get());
        List<String> outcomes = toDo(input.facts(), WHICH);
        if (round == null || outcomes.isEmpty() || round.sitting().isEmpty()) {
            return Result.of("none");
        }
        List<Value.Row> options = round.sitting().stream()
                .map(seat ->
                        new Value.Row(Map.of("label", text(label(seat, input.language())), "value", text(seat.id()))))
                .toList();
        Result result = Result.of("ready")
                .with("told_options", new Value.Rows(options))
                .with("told_first", text(ToldPlan.call(outcomes.get(0))));
        return outcomes.size() > 1 ? result.with("told_second", text(ToldPlan.call(outcomes.get(1)))) : result;
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
        List<String> outcomes = toDo(input.facts(), WHICH);
        Optional<Seat> seat = round == null
                ? Optional.empty()
                : round.sitting(Objects.requireNonNullElse(input.facts().text(PICK), ""));
        if (round == null || seat.isEmpty() || outcomes.isEmpty()) {
            return Result.of("none");
        }
        List<CallReport> reports = CallReport.all(input.facts());
        Result result = planned(ToldPlan.picked(seat.get(), outcomes, round, reports), reports);
        return Result.of("told")
                .with(CallRound.TOLD, Objects.requireNonNull(result.facts().get(CallRound.TOLD)));
    }

    private Result booked(Input input) {
        CallRound round = CallRound.of(input, directory.get());
        List<CallReport> reports = CallReport.all(input.facts());
        if (round == null || ToldPlan.recent(round, reports).isEmpty()) {
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
        return outcomes.isEmpty() ? List.of(Told.NONE) : outcomes;
    }

    private static List<String> toDo(Facts facts, String fact) {
        String text = Objects.requireNonNullElse(facts.text(fact), "");
        return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
    }

    private static Value.Text text(String text) {
        return new Value.Text(text);
    }
}
