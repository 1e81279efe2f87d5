package org.campaignbot.calls;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.campaignbot.conversation.JavaStep.Result;
import org.campaignbot.directory.Seat;
import org.campaignbot.flow.Value;
import org.jspecify.annotations.Nullable;

/**
 * What to do about a text that one report on one call doesn't cover: which calls to take back, which to count, and what to ask.
 *
 * <p>A call that was counted otherwise is taken back first, so that it's never counted twice. What isn't said of a certain lawmaker is
 * asked, and counts for nobody until then.
 *
 * @param takenBack whose call no longer counts as it did
 * @param counted what came of whose call; those who were reached come first, since more is asked after the
 *     others, and a wrong number last, since only the last one's number is passed on
 * @param others whose calls aren't counted, by {@link ReportedCalls}
 * @param asked the outcomes of which the person has to say whose they were: one, or one of each of two
 * @param next whether to go on to the next call: {@code skip} leaves the open one, {@code card} shows it
 */
record ReportPlan(
        List<Seat> takenBack, Map<Seat, String> counted, Set<String> others, List<String> asked, String next) {

    /** The fact with why calls that were told aren't counted, by {@link ReportedCalls}. */
    static final String OTHERS = "told_others";

    /** The fact with the outcomes of which the person is asked whose they are; held in memory. */
    static final String WHICH = "told_which";

    /** Before a seat in the list of what to do: its report is taken back. */
    static final String BACK = "-";

    /** Before where an office's lawmaker stands, if the talk itself was told before. */
    static final String SAID = "said-";

    private static final String SKIP = "skip";
    private static final String CARD = "card";

    /** What a text means as a whole if it takes the last report back, or says that there was no call. */
    private static final Set<String> NO_CALL = Set.of(OutcomeWords.UNDO, OutcomeWords.NONE);

    /** What a text means as a whole if it tells of both calls. */
    static final String BOTH = "both";

    /** What may come of a call. */
    private static final Set<String> OUTCOMES = Set.of(
            CallReport.SPOKE,
            CallReport.MESSAGE,
            CallReport.BUSY,
            CallReport.NO_ANSWER,
            CallReport.MAILBOX_FULL,
            CallReport.CUT_OFF);

    /** What was told is counted like that already. */
    static final ReportPlan SAME = new ReportPlan(List.of(), Map.of(), Set.of(), List.of(), "same");

    /** Nothing is done, though the text began to ask for it. */
    static final ReportPlan KEPT = new ReportPlan(List.of(), Map.of(), Set.of(), List.of(), "kept");

    private static final ReportPlan NOTHING = new ReportPlan(List.of(), Map.of(), Set.of(), List.of(), "");

    /** Only takes back what was reported last of a lawmaker's call. */
    static ReportPlan back(Seat seat) {
        return new ReportPlan(List.of(seat), Map.of(), Set.of(), List.of(), "");
    }

    /** Counts a call in another way than it was reported before. */
    static ReportPlan again(Seat seat, String outcome) {
        return new ReportPlan(List.of(seat), Map.of(seat, outcome), Set.of(), List.of(), "");
    }

    /** Only counts one call. */
    static ReportPlan counting(Seat seat, String outcome) {
        return new ReportPlan(List.of(), Map.of(seat, outcome), Set.of(), List.of(), "");
    }

    /** Whether the text tells of one call at most, and corrects nothing. */
    boolean isEmpty() {
        return equals(NOTHING);
    }

    /**
     * Finds out what to do.
     *
     * @param whole what the text as a whole says came of a call; {@link #BOTH} for both calls, {@code undo} to take the last one back
     */
    static ReportPlan of(ReportedCalls told, String whole, CallRound round, List<CallReport> reports) {
        Map<Seat, String> calls = calls(told, reports);
        Optional<Seat> recent = recent(round, reports);
        Optional<ReportPlan> swap = told.swaps() ? swapped(round, reports) : Optional.empty();
        if (swap.isPresent()) {
            return swap.get();
        }
        Optional<ReportPlan> move = move(told, calls, recent, reports);
        if (move.isPresent()) {
            return move.get();
        } else if (told.retracts() && calls.isEmpty() && told.denied().isEmpty()) {
            // What's left after "no jk" tells of no call, and what stood before it counts for nothing.
            return KEPT;
        } else if (calls.isEmpty() && told.others().isEmpty() && told.denied().isEmpty()) {
            return unnamed(told, whole, round, recent, reports);
        } else if (NO_CALL.contains(whole)
                && told.isOnlyWhose()
                && recent.filter(told.moved()::contains).isPresent()) {
            // It was about them already: "no, that was Moreno, not Husted" takes nothing back.
            return SAME;
        }
        if (calls.size() == 1 && (isOutcome(whole) || NO_CALL.contains(whole))) {
            // The only one who is named: what the whole text says is about them, if their clause says nothing.
            calls.replaceAll((seat, said) -> said.isEmpty() ? isOutcome(whole) ? whole : OutcomeWords.NONE : said);
        }
        // "Called moody and left a message" is about nobody's two calls.
        boolean isOutcomeOfOthers = isOutcome(whole) || (whole.equals(BOTH) && !told.isOfAll());
        boolean isOfOthers = !told.others().isEmpty() && (isOutcomeOfOthers || !calls.isEmpty());
        boolean isSeveral = calls.size() > 1
                || isOfOthers
                || !isOutcome(whole)
                || whole.equals(CallReport.WRONG)
                || !told.denied().isEmpty();
        List<Seat> back = new ArrayList<>();
        Map<Seat, String> counted = new LinkedHashMap<>();
        told.denied().stream()
                .filter(seat ->
                        !calls.containsKey(seat) && report(seat, reports).isPresent())
                .forEach(back::add);
        calls.forEach((seat, outcome) -> {
            Optional<CallReport> before = report(seat, reports);
            boolean isSaid = !outcome.isEmpty();
            boolean isOther = isSaid
                    && before.filter(report -> !report.outcome().equals(call(outcome)))
                            .isPresent();
            if (outcome.equals(OutcomeWords.NONE)) {
                before.ifPresent(report -> back.add(seat));
            } else if (isOther && (isSeveral || told.corrects() || before.get().isReached())) {
                back.add(seat);
                counted.put(seat, outcome);
            } else if ((before.isEmpty() && isSaid) || outcome.startsWith(SAID)) {
                counted.put(seat, outcome);
            }
        });
        if (told.goesOn()
                && back.isEmpty()
                && counted.size() == 1
                && round.left().size() > 1
                && round.open().filter(counted::containsKey).isPresent()
                && counted.values().stream().noneMatch(outcome -> CallReport.isReached(call(outcome)))) {
            // "Risch's mailbox is full. Who's next" wants no other way to reach Risch.
            return new ReportPlan(List.of(), counted, Set.of(), List.of(), SKIP);
        }
        if (back.isEmpty() && !isOfOthers && counted.size() < 2) {
            boolean isToldAgain = counted.isEmpty()
                    && (calls.size() > 1 || told.corrects() || !isOutcome(whole))
                    && calls.values().stream().anyMatch(ReportPlan::isOutcome);
            // A report on one may be less than the whole: "the number was fine, left a voicemail for Masto".
            // And no number may be blamed for what a clause without a name says.
            boolean isOtherThanAll = whole.equals(CallReport.WRONG) && !counted.containsValue(whole);
            // "He'd pass it on. then warnock had a full mailbox" tells of no talk with Warnock's office.
            boolean isNotReached = CallReport.isReached(call(whole))
                    && counted.values().stream().noneMatch(outcome -> CallReport.isReached(call(outcome)));
            boolean isMore = counted.size() == 1
                    && (calls.size() > 1
                            || isNotReached
                            || counted.values().stream().anyMatch(each -> each.startsWith(SAID))
                            || (!told.stands().isEmpty() && !counted.containsValue(whole))
                            || (!whole.equals(BOTH) && (!isOutcome(whole) || isOtherThanAll)));
            if (!isMore) {
                return isToldAgain ? SAME : NOTHING;
            }
        }
        return new ReportPlan(back, inOrder(counted), isOfOthers ? told.others() : Set.of(), List.of(), "");
    }

    /** Whose calls a text tells of, with where they stand if it says so: {@link #SAID} of a talk that was told before. */
    private static Map<Seat, String> calls(ReportedCalls told, List<CallReport> reports) {
        Map<Seat, String> calls = new LinkedHashMap<>(told.calls());
        told.stands().forEach((seat, stand) -> {
            String outcome = calls.getOrDefault(seat, "");
            // An office that says where its senator stands was reached, even if it hung up then.
            if (outcome.isEmpty() || outcome.equals(CallReport.CUT_OFF) || CallReport.isTalk(outcome)) {
                boolean isTold = report(seat, reports)
                        .filter(report -> report.outcome().equals(CallReport.SPOKE))
                        .isPresent();
                calls.put(seat, isTold ? SAID + stand : CallReport.spoke(stand));
            }
        });
        return calls;
    }

    /** The plan for what was told before it was known whose calls a person makes: each is counted where it's clear whose it was. */
    static ReportPlan recalled(ReportedCalls told, String whole, CallRound round, List<CallReport> reports) {
        Map<Seat, String> calls = calls(told, reports);
        calls.values().removeIf(outcome -> !isOutcome(outcome) || outcome.equals(CallReport.WRONG));
        boolean isPlain = isOutcome(whole) && !whole.equals(CallReport.WRONG) && OUTCOMES.contains(call(whole));
        List<Seat> sitting = round.sitting();
        if (calls.isEmpty() && isPlain && sitting.size() == 1) {
            calls.put(sitting.get(0), whole);
        }
        if (calls.isEmpty()) {
            List<String> unnamed = told.unnamed();
            return !unnamed.isEmpty() && sitting.size() == 2
                    ? asking(unnamed)
                    : isPlain && told.others().isEmpty() ? asking(List.of(whole)) : NOTHING;
        }
        Map<Seat, String> counted = new LinkedHashMap<>();
        calls.forEach((seat, outcome) -> {
            if (report(seat, reports).isEmpty()) {
                counted.put(seat, outcome);
            }
        });
        return new ReportPlan(List.of(), inOrder(counted), told.others(), List.of(), "");
    }

    /** The plan after the person said whose the outcomes were: the first one's, and the other's if there are two. */
    static ReportPlan picked(Seat seat, List<String> outcomes, CallRound round, List<CallReport> reports) {
        Map<Seat, String> counted = new LinkedHashMap<>();
        counted.put(seat, outcomes.get(0));
        round.sitting().stream()
                .filter(other -> outcomes.size() > 1 && !other.equals(seat))
                .findFirst()
                .ifPresent(other -> counted.put(other, outcomes.get(1)));
        counted.entrySet()
                .removeIf(each -> report(each.getKey(), reports)
                        .filter(report -> report.outcome().equals(call(each.getValue())))
                        .isPresent());
        List<Seat> back = counted.keySet().stream()
                .filter(each -> report(each, reports).isPresent())
                .toList();
        return new ReportPlan(back, inOrder(counted), Set.of(), List.of(), "");
    }

    /** Swaps the outcomes of two reported calls. */
    private static Optional<ReportPlan> swapped(CallRound round, List<CallReport> reports) {
        List<Seat> both = round.sitting().stream()
                .filter(seat -> report(seat, reports).isPresent())
                .toList();
        if (both.size() != 2) {
            return Optional.empty();
        }
        String first = report(both.get(0), reports).orElseThrow().outcome();
        String second = report(both.get(1), reports).orElseThrow().outcome();
        if (first.equals(second)) {
            return Optional.empty();
        }
        Map<Seat, String> counted = new LinkedHashMap<>();
        counted.put(both.get(0), second);
        counted.put(both.get(1), first);
        return Optional.of(new ReportPlan(both, inOrder(counted), Set.of(), List.of(), ""));
    }

    /** The last report was another one's: "that was Kelly", "no era Gallego, era Kelly", "that was my rep". */
    private static Optional<ReportPlan> move(
            ReportedCalls told, Map<Seat, String> calls, Optional<Seat> recent, List<CallReport> reports) {
        String away = told.movedAway();
        if (away != null && told.moved().isEmpty() && calls.values().stream().noneMatch(ReportPlan::isCall)) {
            Stream<Seat> notCalled = calls.entrySet().stream()
                    .filter(each -> each.getValue().equals(OutcomeWords.NONE))
                    .map(Map.Entry::getKey);
            return Stream.concat(told.denied().stream(), notCalled)
                    .filter(seat -> report(seat, reports).isPresent())
                    .findFirst()
                    .or(() -> told.corrects() ? recent : Optional.empty())
                    .map(seat -> new ReportPlan(List.of(seat), Map.of(), Set.of(away), List.of(), ""));
        }
        if (told.moved().size() != 1) {
            return Optional.empty();
        }
        Seat to = told.moved().iterator().next();
        boolean isOfOneCall = calls.entrySet().stream()
                .allMatch(each -> each.getKey().equals(to) || each.getValue().equals(OutcomeWords.NONE));
        if (!isOfOneCall) {
            return Optional.empty();
        }
        Optional<Seat> from = told.denied().stream()
                .filter(seat -> report(seat, reports).isPresent())
                .findFirst()
                .or(() -> told.corrects() ? recent : Optional.empty())
                .filter(seat -> !seat.equals(to));
        return from.flatMap(seat -> {
            String before = report(seat, reports).orElseThrow().outcome();
            String own = calls.getOrDefault(to, "");
            // "Pulled up the wrong number" says why, and not what came of it.
            boolean isSame =
                    Set.of("", OutcomeWords.NONE, CallReport.WRONG, before).contains(own);
            if (isSame && !own.equals(before) && recent.filter(to::equals).isPresent()) {
                // The last report was about them anyway.
                return Optional.of(SAME);
            }
            if (!isSame && told.denied().isEmpty()) {
                return Optional.empty();
            }
            List<Seat> back = new ArrayList<>(List.of(seat));
            report(to, reports).ifPresent(report -> back.add(to));
            return Optional.of(new ReportPlan(back, Map.of(to, isSame ? before : own), Set.of(), List.of(), ""));
        });
    }

    /** What to do about a text without names. */
    private static ReportPlan unnamed(
            ReportedCalls told, String whole, CallRound round, Optional<Seat> recent, List<CallReport> reports) {
        List<Seat> takenBack = NO_CALL.contains(whole) ? takenBack(told, whole, round, reports) : List.of();
        if (!takenBack.isEmpty()) {
            return new ReportPlan(takenBack, Map.of(), Set.of(), List.of(), "");
        } else if (whole.equals(CallReport.MESSAGE)
                && told.leftNone()
                && round.open().isPresent()) {
            return new ReportPlan(List.of(), Map.of(), Set.of(), List.of(), CARD);
        } else if (!told.unnamed().isEmpty() && round.sitting().size() == 2) {
            return asking(told.unnamed());
        } else if (!isOutcome(whole)) {
            return NOTHING;
        }
        if (told.echoes() && recent.isPresent() && isAs(whole, recent.get(), reports)) {
            return SAME;
        }
        if (told.goesOn() && !told.isAlso() && recent.isPresent() && isAs(whole, recent.get(), reports)) {
            // What was told before is told again, of nobody else.
            return new ReportPlan(List.of(), Map.of(), Set.of(), List.of(), round.isOpen(recent.get()) ? SKIP : CARD);
        } else if (told.goesOn() && round.open().isPresent() && !CallReport.isReached(call(whole))) {
            return new ReportPlan(List.of(), Map.of(round.open().get(), whole), Set.of(), List.of(), SKIP);
        }
        List<Seat> otherwise = round.sitting().stream()
                .filter(seat -> CallReport.reaching(seat.id(), reports).isPresent() && !isAs(whole, seat, reports))
                .toList();
        if (!told.corrects() || otherwise.isEmpty()) {
            return NOTHING;
        }
        boolean isClear =
                otherwise.size() == 1 && round.open().map(otherwise::contains).orElse(true);
        return isClear
                ? new ReportPlan(otherwise, Map.of(otherwise.get(0), whole), Set.of(), List.of(), "")
                : asking(List.of(whole));
    }

    /** The calls that no longer count if a text without names says there were none, or takes back a report of several at once. */
    private static List<Seat> takenBack(ReportedCalls told, String whole, CallRound round, List<CallReport> reports) {
        List<CallReport> last = reports.stream()
                .filter(report -> CallReport.about(report.seat(), reports)
                        .filter(report::equals)
                        .isPresent())
                .toList();
        List<CallReport> every = last.stream()
                .filter(report -> told.isOfEvery(whole, report.outcome()))
                .toList();
        List<CallReport> atOnce = reports.isEmpty() || whole.equals(OutcomeWords.NONE)
                ? List.of()
                : reports.stream()
                        .filter(reports.get(reports.size() - 1)::isOfTheSame)
                        .toList();
        List<CallReport> wrong = !every.isEmpty() ? every : atOnce.size() > 1 ? atOnce : List.of();
        // The card of the last one comes up, so the first to call comes last.
        return wrong.stream()
                .flatMap(report -> round.sitting(report.seat()).stream())
                .sorted(Comparator.comparing(round::number).reversed())
                .toList();
    }

    /** Asks whose call it was. */
    static ReportPlan asking(List<String> outcomes) {
        return new ReportPlan(List.of(), Map.of(), Set.of(), outcomes, "");
    }

    /** Whose call was reported last. */
    static Optional<Seat> recent(CallRound round, List<CallReport> reports) {
        return reports.stream().reduce((one, later) -> later).flatMap(report -> round.sitting(report.seat()));
    }

    private static boolean isAs(String outcome, Seat seat, List<CallReport> reports) {
        return report(seat, reports)
                .filter(report -> report.outcome().equals(call(outcome)))
                .isPresent();
    }

    private static Optional<CallReport> report(Seat seat, List<CallReport> reports) {
        return CallReport.about(seat.id(), reports);
    }

    private static boolean isCall(String said) {
        return !said.isEmpty() && !said.equals(OutcomeWords.NONE);
    }

    /** Whether a text as a whole says what came of one call. */
    static boolean isOutcome(String whole) {
        return !whole.isEmpty() && !whole.equals(BOTH) && !NO_CALL.contains(whole);
    }

    /** The outcome of the call itself, without what they said: {@code spoke} of {@code spoke-for}. */
    static String call(String outcome) {
        return CallReport.isTalk(outcome) || outcome.startsWith(SAID) ? CallReport.SPOKE : outcome;
    }

    /** Only what the office said: {@code said-for} of {@code spoke-for}. */
    static String said(String outcome) {
        return SAID + outcome.substring(outcome.indexOf('-') + 1);
    }

    /** Where they stand, of {@code spoke-for} and {@code said-for}; null if only the call is told of. */
    static @Nullable String stand(String outcome) {
        return outcome.equals(call(outcome)) ? null : outcome.substring(outcome.indexOf('-') + 1);
    }

    /** The plan as the facts that the steps after {@code call.told} work off. */
    Result toResult(List<CallReport> reports) {
        List<String> toDo = new ArrayList<>();
        // A number that isn't wrong after all comes first, as only the first step withdraws it.
        takenBack.stream()
                .sorted(Comparator.comparing(seat -> CallReport.about(seat.id(), reports)
                        .filter(report -> report.outcome().equals(CallReport.WRONG))
                        .isEmpty()))
                .forEach(seat -> toDo.add(BACK + seat.id()));
        counted.forEach((seat, outcome) -> toDo.add(seat.id() + ":" + outcome));
        if (!next.isEmpty()) {
            toDo.add(next);
        }
        Result result = Result.of("told")
                .with(CallRound.TOLD, new Value.Text(String.join(" ", toDo)))
                .with(WHICH, new Value.Text(String.join(" ", asked)));
        return others.stream()
                .findFirst()
                .map(other -> result.with(OTHERS, new Value.Text(other)))
                .orElse(result);
    }

    private static Map<Seat, String> inOrder(Map<Seat, String> counted) {
        Map<Seat, String> ordered = new LinkedHashMap<>();
        counted.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Seat, String> each) -> CallReport.WRONG.equals(each.getValue()))
                        .thenComparing(each -> !CallReport.isReached(call(each.getValue()))))
                .forEach(each -> ordered.put(each.getKey(), each.getValue()));
        return ordered;
    }
}
