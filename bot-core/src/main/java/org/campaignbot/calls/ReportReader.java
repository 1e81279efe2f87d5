package org.campaignbot.calls;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.campaignbot.calls.ReportReading.Words;
import org.campaignbot.conversation.JavaStep.Input;
import org.campaignbot.conversation.JavaStep.Result;
import org.campaignbot.conversation.RepairFacts;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.District;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.directory.Seat;
import org.campaignbot.flow.Value;
import org.jspecify.annotations.Nullable;

/** Reads typed words about calls into a list of what to do, for the steps {@code call.told} and {@code call.recall}. */
final class ReportReader {

    /** The fact with what {@link #BESIDE} says of a call as a whole, if that's known. */
    static final String BESIDE_AS = "beside_as";

    /** The fact with words that told of a call before it was known where the person lives; held in memory. */
    static final String BESIDE = RepairFacts.BESIDE;

    /** What a text as a whole may be that tells of no call of the writer's. */
    private static final Set<String> NO_REPORT =
            Set.of(OutcomeWords.NONE, OutcomeWords.UNDO, TypedReport.OTHERS_CALLED);

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
        CallRound spokenOf = CallRound.told(input, tables);
        Words words = Words.of(input);
        if (words != null && tellsOnlyOfOthers(words, round, input)) {
            return Result.of(TypedReport.OTHERS_CALLED);
        } else if (words != null && words.reportNothing(input.facts())) {
            return Result.of(TypedReport.UNSURE);
        } else if (round == null || spokenOf == null) {
            return words == null ? Result.of("missing") : keptUntilHomeIsKnown(words);
        } else if (round.delegate().isPresent()) {
            return Result.of("delegate");
        } else if (words == null || round.isOver()) {
            return CallSteps.about(spokenOf, input);
        }
        Optional<Seat> recent = ReportPlan.recent(round, CallReport.all(input.facts()));
        return new ReportReading(words, read(words.own(), round, recent, input), round, input).result(spokenOf);
    }

    /** Whether only somebody else called, so that nothing counts for the writer. */
    private boolean tellsOnlyOfOthers(Words words, @Nullable CallRound round, Input input) {
        String own = words.own();
        boolean isNothingLeft = words.tellOfOthers()
                && !OutcomeWords.isOf(input.facts().meaning(own))
                && (round == null
                        || read(own, round, Optional.empty(), input).calls().values().stream()
                                .noneMatch(ReportPlan::isOutcome));
        return isNothingLeft
                || (words.whole().equals(OutcomeWords.UNDO)
                        ? OthersCalls.isNotToCount(own)
                        : words.whole().equals(TypedReport.OTHERS_CALLED) && !OthersCalls.isOfWriterToo(own));
    }

    /** Asks where the person lives first, and keeps the words until then if they may report a call. */
    private static Result keptUntilHomeIsKnown(Words words) {
        Result missing = Result.of("missing");
        return NO_REPORT.contains(words.outcome())
                ? missing
                : missing.with(BESIDE, new Value.Text(words.own(), true)).with(BESIDE_AS, text(words.outcome()));
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
                ReportReading.reached(round, CallReport.all(input.facts())),
                input.facts()::meaning,
                clause -> others(clause, state, tables, today)
                        .or(() -> Optional.of(ReportedCalls.HOUSE)
                                .filter(house -> !round.target().hasHouse()
                                        && !tables.houseMembers(clause, districts, today)
                                                .isEmpty())));
    }

    /** Without a name, the calls of a person who has several lawmakers are asked about. */
    Result recall(Input input) {
        CallRound round = CallRound.of(input, directory.get());
        String words = input.facts().textOrEmpty(BESIDE);
        String as = input.facts().textOrEmpty(BESIDE_AS);
        if (round == null) {
            return Result.of("none");
        } else if (round.sitting().isEmpty() || (as.isEmpty() && !TypedReport.tellsOfCalls(words))) {
            return forgotten(named(words, round));
        }
        String outcome = as.isEmpty() ? ReportPlan.BOTH : TypedReport.of(words, as, Optional.empty(), round.sitting());
        List<CallReport> reports = CallReport.all(input.facts());
        ReportPlan plan = ReportPlan.recalled(read(words, round, Optional.empty(), input), outcome, round, reports);
        return forgotten(plan.isEmpty() ? named(words, round) : plan.toResult(reports));
    }

    /** Opens the card of a senator who was named before the bot knew the person's state: "just give me Fetterman's number". */
    private static Result named(String words, CallRound round) {
        List<Seat> named = Directory.spokenOf(words, round.sitting());
        return named.size() == 1 ? CallRound.opening(named.get(0), Result.of("none")) : Result.of("none");
    }

    private static Result forgotten(Result result) {
        return result.with(BESIDE, text("")).with(BESIDE_AS, text(""));
    }

    private static Optional<String> others(String clause, String state, Directory tables, LocalDate today) {
        if (tables.isOfFormerSenator(clause, state, today)) {
            return Optional.of(ReportedCalls.UNKNOWN_SEAT);
        }
        return tables.isOfAnotherStatesSenator(clause, state, today)
                ? Optional.of(ReportedCalls.ELSEWHERE)
                : Optional.empty();
    }

    private static Value.Text text(String text) {
        return new Value.Text(text);
    }
}
