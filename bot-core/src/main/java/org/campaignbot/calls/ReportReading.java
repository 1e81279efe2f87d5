package org.campaignbot.calls;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.campaignbot.conversation.JavaStep.Facts;
import org.campaignbot.conversation.JavaStep.Input;
import org.campaignbot.conversation.JavaStep.Result;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.Seat;
import org.campaignbot.flow.Fold;
import org.campaignbot.flow.Value;
import org.jspecify.annotations.Nullable;

/** What a typed text does to the reports of a round: each reading of it is tried in turn, and the first that fits counts. */
final class ReportReading {

    /**
     * A typed text about calls.
     *
     * @param all the text without phrases that only seem to speak of another lawmaker
     * @param own the same without the calls that others made
     * @param whole what all of it says of a call, as the flow understood it
     * @param outcome what the writer's own part says of a call
     */
    record Words(String all, String own, String whole, String outcome) {

        static @Nullable Words of(Input input) {
            String all = TypedReport.plain(input.facts().text(Facts.TYPED));
            if (all == null) {
                return null;
            }
            String whole = Objects.requireNonNullElse(input.with().get("outcome"), "");
            String own = whole.equals(OutcomeWords.UNDO) ? all : OthersCalls.own(all);
            // "A girl at Padilla's took it down. my wife called both, too" is one talk.
            String outcome = own.equals(all)
                    ? whole
                    : Objects.requireNonNullElse(OutcomeWords.of(input.facts().meaning(own)), whole);
            return new Words(all, own, whole, outcome);
        }

        /** Whether the text also tells of calls that others made. */
        boolean tellOfOthers() {
            return !own.equals(all);
        }

        /** Whether they only look like a report: about the record of one, about the bot, or what was in the news. */
        boolean reportNothing(Facts facts) {
            String withoutRecord = TypedReport.withoutTheRecord(own);
            boolean isOfTheRecord = !withoutRecord.equals(own) && !OutcomeWords.isOf(facts.meaning(withoutRecord));
            boolean isOfTheBot = whole.equals(CallReport.NO_ANSWER) && TypedReport.isOfTheBotsAnswer(own);
            boolean isOfTheNews = CallReport.hasStand(whole) && TypedReport.isOfTheNews(own);
            return isOfTheRecord || isOfTheBot || isOfTheNews;
        }
    }

    private final Words words;
    private final String typed;
    private final CallRound round;
    private final Input input;
    private final List<CallReport> reports;
    private final Optional<Seat> recent;
    private final List<Seat> named;

    /** What the text tells of each call. */
    private final ReportedCalls own;

    /** The same with the answer that the bot asked for. */
    private final ReportedCalls told;

    /** What came of a call as a whole: of the one that was made, if the text only looks like both. */
    private final String outcome;

    ReportReading(Words words, ReportedCalls own, CallRound round, Input input) {
        this.words = words;
        this.own = own;
        this.round = round;
        this.input = input;
        typed = words.own();
        reports = CallReport.all(input.facts());
        recent = ReportPlan.recent(round, reports);
        named = Directory.spokenOf(typed, round.sitting());
        told = withAnswer(own, asked());
        outcome = own.with(ofOne());
    }

    /**
     * What comes of the text.
     *
     * @param spokenOf the round at the lawmaker whom the text names
     */
    Result result(CallRound spokenOf) {
        return takenBackByName()
                .or(this::rightNumber)
                .or(this::reachedAfterAll)
                .or(this::triedOnceMore)
                .or(this::ofNobodyKnown)
                .or(this::noNewCall)
                .or(this::corrected)
                .or(this::severalCalls)
                .or(this::uncounted)
                .or(this::onlyOne)
                .or(this::talkWithOne)
                .or(this::answerAfterAll)
                .orElseGet(() -> asOnTheCard(spokenOf));
    }

    /** Takes back the call that a text says not to count: "a Murray no la cuentes todavía, mañana la llamo". */
    private Optional<Result> takenBackByName() {
        if (!TypedReport.takesBack(typed)) {
            return Optional.empty();
        }
        return (named.isEmpty()
                        ? recent
                        : named.stream().filter(seat -> named.size() == 1).findFirst())
                .filter(seat -> before(seat).isPresent())
                .map(seat -> result(ReportPlan.back(seat)));
    }

    /** Takes back that a number was wrong, if it's right after all and nobody else's call is told of. */
    private Optional<Result> rightNumber() {
        return recent.filter(seat -> WrongNumber.isDenied(Fold.fold(typed))
                        && namesNobodyBut(seat)
                        && before(seat)
                                .filter(report -> report.outcome().equals(CallReport.WRONG))
                                .isPresent())
                .map(seat -> result(ReportPlan.back(seat)));
    }

    /** Counts anew the call that was just reported, if the office was reached in the end, or called back. */
    private Optional<Result> reachedAfterAll() {
        return recent.filter(seat -> isReachedNow(seat) && namesNobodyBut(seat)).map(seat -> {
            String stand = told.stands().get(seat);
            String spoke = CallReport.isTalk(outcome) ? outcome : CallReport.SPOKE;
            return result(ReportPlan.again(seat, stand == null ? spoke : CallReport.spoke(stand)));
        });
    }

    private boolean isReachedNow(Seat seat) {
        Optional<CallReport> before = before(seat);
        boolean isAfterAll = TypedReport.reachedAfterAll(typed)
                && before.filter(report -> !report.isReached()).isPresent();
        boolean isAgain = TypedReport.isOfTheSameOffice(typed)
                && before.filter(report -> !report.outcome().equals(CallReport.SPOKE))
                        .isPresent();
        return isAfterAll || isAgain;
    }

    /** Changes nothing if somebody whom the person reached before was tried once more in vain. */
    private Optional<Result> triedOnceMore() {
        Optional<Seat> tried = named.isEmpty() ? recent : Optional.of(named.get(0));
        boolean isInVain = named.size() <= 1
                && !outcome.equals(ReportPlan.BOTH)
                && !CallReport.isTalk(outcome)
                && !CallReport.isReached(outcome)
                && ReportWords.ONCE_MORE.matcher(Fold.fold(typed)).find()
                && tried.filter(reached(round, reports)::contains).isPresent();
        return isInVain ? Optional.of(result(ReportPlan.KEPT)) : Optional.empty();
    }

    /** Asks whose call it was, if the text doesn't say. */
    private Optional<Result> ofNobodyKnown() {
        String of = words.outcome().equals(ReportPlan.BOTH) && told.isOfOneOfTwo()
                ? Objects.requireNonNullElse(OutcomeWords.of(input.facts().meaning(typed)), CallReport.SPOKE)
                : outcome;
        return told.isOfNobodyKnown() && !told.namesOneCall() && ReportPlan.isOutcome(of)
                ? Optional.of(result(ReportPlan.asking(List.of(of))))
                : Optional.empty();
    }

    /** What comes of words that report no new call, whatever they resemble; empty if they may report one. */
    private Optional<Result> noNewCall() {
        if (!own.stands().isEmpty() && ReportPlan.isOutcome(outcome)) {
            return Optional.empty();
        }
        Optional<Seat> asked = asked();
        // What's still to do is no part of it: "she didn't say, and remind me tomorrow of Kelly".
        String claim = TypedReport.of(ReportSubject.done(typed, round.sitting()), outcome, asked, round.sitting());
        boolean isDenied =
                (claim.equals(TypedReport.HUNG_UP) || claim.equals(OutcomeWords.NONE)) && TypedReport.deniesTalk(typed);
        Optional<Seat> talk = recent.filter(seat -> named.isEmpty() || named.contains(seat))
                .filter(seat -> (isDenied && isTalk(seat))
                        || (words.whole().equals(OutcomeWords.NONE) && TypedReport.deniesCall(typed)));
        if (talk.isPresent()) {
            return Optional.of(result(ReportPlan.back(talk.get())));
        } else if (words.whole().equals(OutcomeWords.UNDO) && reports.isEmpty() && TypedReport.deniesTalk(typed)) {
            return Optional.of(Result.of(TypedReport.UNSURE));
        } else if (claim.equals(outcome)) {
            return Optional.empty();
        } else if (claim.equals(TypedReport.ANSWER) && asked.isPresent() && !outcome.equals(words.whole())) {
            return Optional.of(answer(asked.get()));
        }
        Result result = Result.of(claim);
        return Optional.of(asked.filter(seat -> claim.equals(TypedReport.ANSWER) || claim.equals(TypedReport.UNSAID))
                .map(seat -> result.with(CallRound.CARD, CallRound.card(seat))
                        .with(CallRound.TOLD, text(CallRound.SETTLED + seat.id())))
                .orElse(result));
    }

    /** Counts the open call by what the text says in the end, if that's another outcome than it has as a whole. */
    private Optional<Result> corrected() {
        boolean isOfOpen = round.open().stream().toList().containsAll(named);
        boolean isAnswered = words.outcome().equals(CallReport.NO_ANSWER)
                && isOfOpen
                && ReportWords.ANSWERED.matcher(Fold.fold(typed)).find();
        boolean isCutOff = CallReport.isTalk(words.outcome()) && isOfOpen && HangUp.isOnWriter(typed);
        return OutcomeWords.corrected(typed, round.sitting(), input.facts()::meaning)
                .or(() -> isAnswered ? Optional.of(CallReport.SPOKE) : Optional.empty())
                .or(() -> isCutOff ? Optional.of(CallReport.CUT_OFF) : Optional.empty())
                .filter(better -> !better.equals(words.outcome()))
                .flatMap(better -> round.open().map(seat -> result(ReportPlan.counting(seat, better))));
    }

    /** Counts several calls, or asks about them. */
    private Optional<Result> severalCalls() {
        ReportPlan plan = ReportPlan.of(told, looksLikeBoth() ? CallReport.SPOKE : outcome, round, reports);
        return plan.isEmpty() ? Optional.empty() : Optional.of(result(plan));
    }

    /**
     * Keeps what is counted if the text only takes back calls that never were: "I never called Armstrong, don't put down that I did". If
     * nothing is counted, the named senator's card comes up: "that's McCormick, I said Fetterman".
     */
    private Optional<Result> uncounted() {
        boolean isOfUncounted = words.outcome().equals(OutcomeWords.UNDO)
                && !named.isEmpty()
                && named.stream().allMatch(seat -> before(seat).isEmpty());
        if (!isOfUncounted) {
            return Optional.empty();
        } else if (!reports.isEmpty()) {
            return Optional.of(result(ReportPlan.KEPT));
        }
        return Optional.of(named.stream()
                .filter(seat -> !round.isOpen(seat))
                .findFirst()
                .map(seat -> CallRound.opening(seat, Result.of("told").with(CallRound.TOLD, text("card"))))
                .orElse(Result.of("none")));
    }

    /**
     * Counts the one call that a text tells of beside others that don't count, if it isn't counted yet: "a lady answered at kellys. gallego
     * again, still the machine".
     */
    private Optional<Result> onlyOne() {
        boolean isBesideOthers =
                words.tellOfOthers() || named.size() > told.calls().size();
        return told.calls().entrySet().stream()
                .filter(call -> isBesideOthers && told.calls().size() == 1 && ReportPlan.isOutcome(call.getValue()))
                .findFirst()
                .map(call -> before(call.getKey()).isEmpty()
                        ? ReportPlan.counting(call.getKey(), call.getValue())
                        : ReportPlan.SAME)
                .map(this::result);
    }

    /** Counts one talk if the text only looks like two: "con Bennet hablé con una muchacha". */
    private Optional<Result> talkWithOne() {
        return looksLikeBoth()
                ? Optional.of(told.calls().entrySet().stream()
                        .filter(call -> CallReport.isReached(call.getValue()))
                        .findFirst()
                        .map(call -> result(ReportPlan.counting(call.getKey(), call.getValue())))
                        .orElseGet(() -> Result.of(TypedReport.UNSURE)))
                : Optional.empty();
    }

    private boolean looksLikeBoth() {
        return outcome.equals(ReportPlan.BOTH) && TypedReport.namesOne(typed, round.sitting());
    }

    /** Adds what the office said to the last talk, if no call is open. */
    private Optional<Result> answerAfterAll() {
        return round.open().isEmpty() && CallReport.hasStand(words.outcome())
                ? CallReport.lastSpoke(reports)
                        .flatMap(report -> round.sitting(report.seat()))
                        .map(this::answer)
                : Optional.empty();
    }

    private Result asOnTheCard(CallRound spokenOf) {
        Result about = CallSteps.about(spokenOf, input);
        return about.outcome().equals("open") && !outcome.equals(words.whole())
                ? result(ReportPlan.counting(spokenOf.next().orElseThrow(), outcome))
                : about;
    }

    /** The outcome of the one call that was made, if a text only looks like both: "left a message. the other one tomorrow". */
    private String ofOne() {
        String done = ReportSubject.done(typed, round.sitting());
        String said = words.outcome().equals(ReportPlan.BOTH)
                        && !done.equals(typed)
                        && !TypedReport.isOfSeveral(done, round.sitting())
                ? OutcomeWords.of(input.facts().meaning(done))
                : null;
        return Objects.requireNonNullElse(said, words.outcome());
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
    private Result answer(Seat seat) {
        return outcome.equals(words.whole())
                ? Result.of(TypedReport.ANSWER).with(CallRound.CARD, CallRound.card(seat))
                : result(ReportPlan.counting(seat, ReportPlan.said(outcome)));
    }

    /** Whose office's answer the bot asks for, or else that of the last talk: "she didn't say", told later, is about that all the same. */
    private Optional<Seat> asked() {
        return Optional.ofNullable(input.facts().text(CallReport.ASKED))
                .flatMap(round::sitting)
                .filter(this::isTalk)
                .or(() -> CallReport.lastSpoke(reports)
                        .flatMap(report -> round.sitting(report.seat()))
                        .filter(this::isTalk));
    }

    private boolean isTalk(Seat seat) {
        return before(seat)
                .filter(report -> report.outcome().equals(CallReport.SPOKE))
                .isPresent();
    }

    /** What was reported last of a lawmaker's call. */
    private Optional<CallReport> before(Seat seat) {
        return CallReport.about(seat.id(), reports);
    }

    private boolean namesNobodyBut(Seat seat) {
        return List.of(seat).containsAll(named);
    }

    /** The lawmakers whose offices heard the person. */
    static Set<Seat> reached(CallRound round, List<CallReport> reports) {
        return round.sitting().stream()
                .filter(seat -> CallReport.reaching(seat.id(), reports).isPresent())
                .collect(Collectors.toSet());
    }

    private Result result(ReportPlan plan) {
        return plan.toResult(reports);
    }

    private static Value.Text text(String text) {
        return new Value.Text(text);
    }
}
