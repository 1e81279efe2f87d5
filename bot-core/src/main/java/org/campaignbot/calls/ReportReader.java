package org.campaignbot.calls;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.campaignbot.conversation.JavaStep.Facts;
import org.campaignbot.conversation.JavaStep.Input;
import org.campaignbot.conversation.JavaStep.Result;
import org.campaignbot.conversation.Repair;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.District;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.directory.Seat;
import org.campaignbot.flow.Fold;
import org.campaignbot.flow.Value;

/** Reads typed words about calls into a list of what to do, for the steps {@code call.told} and {@code call.recall}. */
final class ReportReader {

    /** The fact with why calls that were told aren't counted, by {@link ReportedCalls}. */
    static final String OTHERS = "told_others";

    /** The fact with the outcomes of which the person is asked whose they are; held in memory. */
    static final String WHICH = "told_which";

    /** Before a seat in the list of what to do: its report is taken back. */
    static final String BACK = "-";

    /** The fact with what {@link #BESIDE} says of a call as a whole, if that's known. */
    static final String BESIDE_AS = "beside_as";

    /** The fact with words that told of a call before it was known where the person lives; held in memory. */
    static final String BESIDE = Repair.BESIDE;

    /** What a text as a whole may be that tells of no call of the writer's. */
    private static final Set<String> NO_REPORT = Set.of(OutcomeWords.NONE, "undo", TypedReport.OTHERS_CALLED);

    private final Supplier<Directory> directory;

    ReportReader(Supplier<Directory> directory) {
        this.directory = directory;
    }

    /**
     * Reads the typed words. {@code outcome} is what they say of a call as a whole, {@code both} if of both calls, {@code undo} to take
     * the last report back, {@code others-called} if somebody else's call is told. What they tell of a single call comes out as for a card: {@code open}, {@code none}, {@code counted} and
     * so on. What the office said, told after the call, is an {@code answer}, or {@code unsaid} if they didn't say. It's {@code hung-up} if
     * the person put the phone down before a word was said, {@code others-called} if only somebody else called, and {@code unsure} if the words
     * report nothing after all.
     */
    Result told(Input input) {
        Directory tables = directory.get();
        CallRound round = CallRound.of(input, tables);
        String all = TypedReport.plain(input.facts().text(Facts.TYPED));
        String whole = Objects.requireNonNullElse(input.with().get("outcome"), "");
        String typed = all == null || whole.equals("undo") ? all : OthersCalls.own(all);
        // "A girl at Padilla's took it down. my wife called both, too" is one talk.
        String outcome = typed == null || typed.equals(all)
                ? whole
                : Objects.requireNonNullElse(OutcomeWords.of(input.facts().meaning(typed)), whole);
        CallRound spokenOf = CallRound.told(input, tables);
        if (typed != null
                && !typed.equals(all)
                && !OutcomeWords.isOf(input.facts().meaning(typed))
                && (round == null
                        || read(typed, round, Optional.empty(), input).calls().values().stream()
                                .noneMatch(ReportPlan::isOutcome))) {
            return Result.of(TypedReport.OTHERS_CALLED);
        }
        boolean isOnlyOfOthers = typed != null
                && (whole.equals("undo")
                        ? OthersCalls.isNotToCount(typed)
                        : whole.equals(TypedReport.OTHERS_CALLED) && !OthersCalls.isOfWriterToo(typed));
        if (isOnlyOfOthers) {
            return Result.of(TypedReport.OTHERS_CALLED);
        }
        String apart = typed == null ? "" : TypedReport.withoutTheRecord(typed);
        boolean isOfTheRecord = typed != null
                && !apart.equals(typed)
                && !OutcomeWords.isOf(input.facts().meaning(apart));
        boolean isOfTheBot = typed != null && whole.equals("no-answer") && TypedReport.isOfTheBotsAnswer(typed);
        boolean isOfTheNews =
                typed != null && whole.startsWith(CallReport.SPOKE + "-") && TypedReport.isOfTheNews(typed);
        if (isOfTheRecord || isOfTheBot || isOfTheNews) {
            return Result.of(TypedReport.UNSURE);
        } else if (round == null || spokenOf == null) {
            Result missing = Result.of("missing");
            return typed == null || NO_REPORT.contains(outcome)
                    ? missing
                    : missing.with(BESIDE, new Value.Text(typed, true)).with(BESIDE_AS, text(outcome));
        } else if (round.delegate().isPresent()) {
            return Result.of("delegate");
        } else if (typed == null || round.isOver()) {
            return CallSteps.about(spokenOf, input);
        }
        List<CallReport> reports = CallReport.all(input.facts());
        Optional<Seat> recent = ReportPlan.recent(round, reports);
        Optional<Seat> uncounted = uncountedByName(typed, round, recent, reports);
        if (uncounted.isPresent()) {
            return planned(ReportPlan.back(uncounted.get()), reports);
        }
        ReportedCalls own = read(typed, round, recent, input);
        String as = own.with(ofOne(typed, outcome, round, input));
        ReportedCalls told = withAnswer(own, asked(round, reports, input));
        Optional<Seat> again = recent.filter(seat -> isReachedNow(seat, typed, reports)
                && List.of(seat).containsAll(Directory.spokenOf(typed, round.sitting())));
        if (again.isPresent()) {
            String stand = told.stands().get(again.get());
            String spoke = as.startsWith(CallReport.SPOKE) ? as : CallReport.SPOKE;
            return planned(
                    ReportPlan.again(again.get(), stand == null ? spoke : CallReport.SPOKE + "-" + stand), reports);
        }
        if (isTriedOnceMore(typed, as, round, recent, reports)) {
            return planned(ReportPlan.KEPT, reports);
        }
        String of = outcome.equals(ReportPlan.BOTH) && told.isOfOneOfTwo()
                ? Objects.requireNonNullElse(OutcomeWords.of(input.facts().meaning(typed)), CallReport.SPOKE)
                : as;
        if (told.isOfNobodyKnown() && !told.namesOneCall() && ReportPlan.isOutcome(of)) {
            return planned(ReportPlan.asking(List.of(of)), reports);
        }
        boolean isOfNamed = !own.stands().isEmpty() && ReportPlan.isOutcome(as);
        Optional<Result> less = isOfNamed ? Optional.empty() : claimed(typed, whole, as, round, recent, input);
        if (less.isPresent()) {
            return less.get();
        }
        Optional<String> corrected = OutcomeWords.corrected(typed, round.sitting(), input.facts()::meaning)
                .or(() -> Optional.of(CallReport.SPOKE)
                        .filter(spoke -> outcome.equals("no-answer")
                                && ReportWords.ANSWERED
                                        .matcher(Fold.fold(typed))
                                        .find()
                                && round.open().stream()
                                        .toList()
                                        .containsAll(Directory.spokenOf(typed, round.sitting()))))
                .or(() -> Optional.of("cut-off")
                        .filter(cut -> outcome.startsWith(CallReport.SPOKE)
                                && HangUp.isOnWriter(typed)
                                && round.open().stream()
                                        .toList()
                                        .containsAll(Directory.spokenOf(typed, round.sitting()))))
                .filter(each -> !each.equals(outcome) && round.open().isPresent());
        if (corrected.isPresent()) {
            return planned(ReportPlan.counting(round.open().get(), corrected.get()), reports);
        }
        boolean isOfOne = as.equals(ReportPlan.BOTH) && TypedReport.namesOne(typed, round.sitting());
        ReportPlan plan = ReportPlan.of(told, isOfOne ? CallReport.SPOKE : as, round, reports);
        if (!plan.isEmpty()) {
            return planned(plan, reports);
        } else if (outcome.equals("undo") && isOfUncounted(typed, round, reports)) {
            return uncounted(typed, round, reports);
        } else if (!typed.equals(all)
                || Directory.spokenOf(typed, round.sitting()).size()
                        > told.calls().size()) {
            // Beside the one call that counts others are named: "a lady answered at kellys. gallego again, still the
            // machine".
            Optional<Result> one = onlyOne(told, reports);
            if (one.isPresent()) {
                return one.get();
            }
        }
        if (isOfOne) {
            // "Con Bennet hablé con una muchacha" only looks like two talks.
            return told.calls().entrySet().stream()
                    .filter(call -> CallReport.isReached(call.getValue()))
                    .findFirst()
                    .map(call -> planned(ReportPlan.counting(call.getKey(), call.getValue()), reports))
                    .orElseGet(() -> Result.of(TypedReport.UNSURE));
        }
        Optional<Seat> spoken = round.open().isEmpty() && outcome.startsWith(CallReport.SPOKE + "-")
                ? CallReport.lastSpoke(reports).flatMap(report -> round.sitting(report.seat()))
                : Optional.empty();
        if (spoken.isPresent()) {
            return answer(spoken.get(), whole, as, reports);
        }
        Result about = CallSteps.about(spokenOf, input);
        return about.outcome().equals("open") && !as.equals(whole)
                ? planned(ReportPlan.counting(spokenOf.next().orElseThrow(), as), reports)
                : about;
    }

    /** Counts the one call that a text tells of, if it isn't counted yet. */
    private static Optional<Result> onlyOne(ReportedCalls told, List<CallReport> reports) {
        return told.calls().entrySet().stream()
                .filter(call -> told.calls().size() == 1 && ReportPlan.isOutcome(call.getValue()))
                .findFirst()
                .map(call -> CallReport.about(call.getKey().id(), reports).isEmpty()
                        ? ReportPlan.counting(call.getKey(), call.getValue())
                        : ReportPlan.SAME)
                .map(plan -> planned(plan, reports));
    }

    /** The outcome of the one call that was made, if a text only looks like both: "left a message. the other one tomorrow". */
    private static String ofOne(String typed, String outcome, CallRound round, Input input) {
        String done = ReportSubject.done(typed, round.sitting());
        String said = outcome.equals(ReportPlan.BOTH)
                        && !done.equals(typed)
                        && !TypedReport.isOfSeveral(done, round.sitting())
                ? OutcomeWords.of(input.facts().meaning(done))
                : null;
        return Objects.requireNonNullElse(said, outcome);
    }

    /** Whether a text says that somebody was reached in the end whose call was told of before, or who called back. */
    private static boolean isReachedNow(Seat seat, String typed, List<CallReport> reports) {
        Optional<CallReport> before = CallReport.about(seat.id(), reports);
        boolean isAfterAll = TypedReport.reachedAfterAll(typed)
                && before.filter(report -> !report.isReached()).isPresent();
        boolean isAgain = TypedReport.isOfTheSameOffice(typed)
                && before.filter(report -> !report.outcome().equals(CallReport.SPOKE))
                        .isPresent();
        return isAfterAll || isAgain;
    }

    /** What's told of another call may come after the answer that the bot asked for: "he's with us. kelly was busy". */
    private static ReportedCalls withAnswer(ReportedCalls told, Optional<Seat> asked) {
        String stand = told.stand();
        boolean isOfAnother = asked.isPresent()
                && !told.calls().containsKey(asked.get())
                && !told.stands().containsKey(asked.get())
                && !(told.calls().isEmpty() && told.stands().isEmpty());
        return stand != null && isOfAnother ? told.with(asked.get(), stand) : told;
    }

    /** What the office of a talk that was told before said. */
    private static Result answer(Seat seat, String outcome, String as, List<CallReport> reports) {
        return as.equals(outcome)
                ? Result.of(TypedReport.ANSWER).with(CallRound.CARD, CallRound.card(seat))
                : planned(ReportPlan.counting(seat, ReportPlan.said(as)), reports);
    }

    /** Whether a text only takes back calls that were never counted: "I never called Armstrong, don't put down that I did". */
    private static boolean isOfUncounted(String typed, CallRound round, List<CallReport> reports) {
        List<Seat> named = Directory.spokenOf(typed, round.sitting());
        return !named.isEmpty()
                && named.stream()
                        .allMatch(seat -> CallReport.about(seat.id(), reports).isEmpty());
    }

    /** The lawmaker whose call a text says not to count: "a Murray no la cuentes todavía, mañana la llamo". */
    private static Optional<Seat> uncountedByName(
            String typed, CallRound round, Optional<Seat> recent, List<CallReport> reports) {
        if (!TypedReport.takesBack(typed)) {
            return Optional.empty();
        }
        List<Seat> named = Directory.spokenOf(typed, round.sitting());
        return (named.isEmpty()
                        ? recent
                        : named.stream().filter(seat -> named.size() == 1).findFirst())
                .filter(seat -> CallReport.about(seat.id(), reports).isPresent());
    }

    /** Keeps what is counted. If nothing is, the named senator's card comes up: "that's McCormick, I said Fetterman". */
    private static Result uncounted(String typed, CallRound round, List<CallReport> reports) {
        if (!reports.isEmpty()) {
            return planned(ReportPlan.KEPT, reports);
        }
        return Directory.spokenOf(typed, round.sitting()).stream()
                .filter(seat -> !round.isOpen(seat))
                .findFirst()
                .map(seat -> CallRound.opening(seat, Result.of("told").with(CallRound.TOLD, text("card"))))
                .orElse(Result.of("none"));
    }

    private ReportedCalls read(String typed, CallRound round, Optional<Seat> recent, Input input) {
        Directory tables = directory.get();
        String state = round.sitting().stream().map(Seat::state).findFirst().orElse("");
        LocalDate today = EasternTime.dateAt(input.now());
        List<District> districts = CallTarget.district(input.facts(), tables, today)
                .map(List::of)
                .orElseGet(() -> tables.districts(state));
        return ReportedCallsReader.read(
                typed,
                round,
                recent,
                reached(round, CallReport.all(input.facts())),
                input.facts()::meaning,
                clause -> others(clause, state, tables, today)
                        .or(() -> Optional.of(ReportedCalls.HOUSE)
                                .filter(house -> !round.target().hasHouse()
                                        && !tables.houseMembers(clause, districts, today)
                                                .isEmpty())));
    }

    /** Whether a text only tells that somebody whom the person reached before was tried once more in vain, which changes nothing. */
    private static boolean isTriedOnceMore(
            String typed, String as, CallRound round, Optional<Seat> recent, List<CallReport> reports) {
        List<Seat> named = Directory.spokenOf(typed, round.sitting());
        Optional<Seat> tried = named.isEmpty() ? recent : Optional.of(named.get(0));
        return named.size() <= 1
                && !as.equals(ReportPlan.BOTH)
                && !as.startsWith(CallReport.SPOKE)
                && !CallReport.isReached(as)
                && ReportWords.ONCE_MORE.matcher(Fold.fold(typed)).find()
                && tried.filter(reached(round, reports)::contains).isPresent();
    }

    private static Set<Seat> reached(CallRound round, List<CallReport> reports) {
        return round.sitting().stream()
                .filter(seat -> CallReport.about(seat.id(), reports)
                        .filter(CallReport::isReached)
                        .isPresent())
                .collect(Collectors.toSet());
    }

    /** Without a name, the calls of a person who has several lawmakers are asked about. */
    Result recall(Input input) {
        CallRound round = CallRound.of(input, directory.get());
        String words = Objects.requireNonNullElse(input.facts().text(BESIDE), "");
        String as = Objects.requireNonNullElse(input.facts().text(BESIDE_AS), "");
        if (round == null) {
            return Result.of("none");
        } else if (round.sitting().isEmpty() || (as.isEmpty() && !TypedReport.tellsOfCalls(words))) {
            return forgotten(asked(words, round));
        }
        String outcome = as.isEmpty() ? ReportPlan.BOTH : TypedReport.of(words, as, Optional.empty(), round.sitting());
        List<CallReport> reports = CallReport.all(input.facts());
        ReportPlan plan = ReportPlan.recalled(read(words, round, Optional.empty(), input), outcome, round, reports);
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

    /** Whose office's answer the bot asks for, or else that of the last talk: "she didn't say", told later, is about that all the same. */
    private static Optional<Seat> asked(CallRound round, List<CallReport> reports, Input input) {
        return Optional.ofNullable(input.facts().text(CallReport.ASKED))
                .flatMap(round::sitting)
                .filter(seat -> isTalk(seat, reports))
                .or(() -> CallReport.lastSpoke(reports)
                        .flatMap(report -> round.sitting(report.seat()))
                        .filter(seat -> isTalk(seat, reports)));
    }

    /** What comes of words that report no new call, whatever they resemble; empty if they may report one. */
    private static Optional<Result> claimed(
            String typed, String outcome, String as, CallRound round, Optional<Seat> recent, Input input) {
        List<CallReport> reports = CallReport.all(input.facts());
        Optional<Seat> asked = asked(round, reports, input);
        // What's still to do is no part of it: "she didn't say, and remind me tomorrow of Kelly".
        String claim = TypedReport.of(ReportSubject.done(typed, round.sitting()), as, asked, round.sitting());
        boolean isDenied =
                (claim.equals(TypedReport.HUNG_UP) || claim.equals(OutcomeWords.NONE)) && TypedReport.deniesTalk(typed);
        List<Seat> named = Directory.spokenOf(typed, round.sitting());
        Optional<Seat> talk = recent.filter(seat -> named.isEmpty() || named.contains(seat))
                .filter(seat -> (isDenied && isTalk(seat, reports))
                        || (outcome.equals(OutcomeWords.NONE) && TypedReport.deniesCall(typed)));
        if (talk.isPresent()) {
            return Optional.of(planned(ReportPlan.back(talk.get()), reports));
        } else if (outcome.equals("undo") && reports.isEmpty() && TypedReport.deniesTalk(typed)) {
            return Optional.of(Result.of(TypedReport.UNSURE));
        } else if (claim.equals(as)) {
            return Optional.empty();
        }
        if (claim.equals(TypedReport.ANSWER) && asked.isPresent() && !as.equals(outcome)) {
            return Optional.of(answer(asked.get(), outcome, as, reports));
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
            return Optional.of(ReportedCalls.UNKNOWN_SEAT);
        }
        return tables.isOfAnotherStatesSenator(clause, state, today)
                ? Optional.of(ReportedCalls.ELSEWHERE)
                : Optional.empty();
    }

    static Result planned(ReportPlan plan, List<CallReport> reports) {
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

    private static Value.Text text(String text) {
        return new Value.Text(text);
    }
}
