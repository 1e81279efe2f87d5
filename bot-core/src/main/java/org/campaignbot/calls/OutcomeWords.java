package org.campaignbot.calls;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.Seat;
import org.campaignbot.flow.Clauses;
import org.campaignbot.flow.Fold;
import org.jspecify.annotations.Nullable;

/** What some words say came of a call: an outcome that {@link CallReport} keeps, or that there was no call. */
final class OutcomeWords {

    /** What is said of a call that wasn't made, or that is to be taken back. */
    static final String NONE = "none";

    /** What a text as a whole means that takes the last report back. */
    static final String UNDO = "undo";

    /** The steps that reports in words lead to, and what came of a call there. */
    private static final Map<String, String> OUTCOMES = Map.ofEntries(
            Map.entry("told-spoke", CallReport.SPOKE),
            Map.entry("told-both-spoke", CallReport.SPOKE),
            Map.entry("told-said-for", CallReport.spoke(Stance.FOR)),
            Map.entry("told-said-against", CallReport.spoke(Stance.AGAINST)),
            Map.entry("told-said-undecided", CallReport.spoke(Stance.UNDECIDED)),
            Map.entry("told-voicemail", CallReport.MESSAGE),
            Map.entry("told-both-voicemail", CallReport.MESSAGE),
            Map.entry("told-no-answer", CallReport.NO_ANSWER),
            Map.entry("told-busy", CallReport.BUSY),
            Map.entry("told-mailbox-full", CallReport.MAILBOX_FULL),
            Map.entry("told-wrong-number", CallReport.WRONG),
            Map.entry("told-cut-off", CallReport.CUT_OFF),
            Map.entry("told-hung-up", NONE),
            Map.entry("told-not-yet", NONE),
            Map.entry("told-undo", NONE));

    private OutcomeWords() {}

    /** Whether a step of the flow says what came of a call. */
    static boolean isOf(@Nullable String step) {
        return step != null && OUTCOMES.containsKey(step);
    }

    /** What came of a call by a step of the flow; null if it says nothing of one. */
    static @Nullable String of(@Nullable String step) {
        return step == null ? null : OUTCOMES.get(step);
    }

    /**
     * What a clause says came of a call; null if nothing.
     *
     * @param words the clause, with {@link org.campaignbot.directory.Spoken#NAME} in place of each name
     * @param meanings which step of the flow some words mean
     */
    static @Nullable String in(String words, Function<String, @Nullable String> meanings) {
        if (ReportWords.NO_SUCH_CALL.matcher(words).find()) {
            return null;
        }
        String nameless = ReportWords.NAME
                .matcher(ReportWords.FILLERS.matcher(words).replaceFirst(""))
                .replaceAll("");
        String rest =
                ReportWords.POINTERS.matcher(nameless).replaceAll("").strip().replaceAll("\\s+", " ");
        // What came of it may stand before: "left it. ossoff and warnock both done".
        boolean isOfBefore =
                (!rest.equals(words) && ReportWords.ONLY_DONE.matcher(rest).find())
                        || ReportWords.ONLY_ALSO.matcher(nameless).find();
        String step = rest.isEmpty() || isOfBefore ? null : meanings.apply(rest);
        boolean isAnswered = "told-no-answer".equals(step)
                && ReportWords.ANSWERED.matcher(rest).find();
        String outcome = isAnswered ? CallReport.SPOKE : of(step);
        return (outcome == null || outcome.equals(NONE))
                        && ReportWords.BOX_FULL.matcher(rest).find()
                ? CallReport.MAILBOX_FULL
                : outcome;
    }

    /**
     * What came of a call as somebody corrects themselves in the same breath: "left a message. no wait, it was a person". Empty if a text
     * names somebody or corrects nothing.
     */
    static Optional<String> corrected(String typed, List<Seat> sitting, Function<String, @Nullable String> meanings) {
        if (!Directory.spokenOf(typed, sitting).isEmpty()) {
            return Optional.empty();
        }
        List<String> clauses = Clauses.all(typed).map(Fold::fold).toList();
        return IntStream.range(1, clauses.size())
                .filter(i -> ReportWords.CORRECTS.matcher(clauses.get(i)).find())
                .mapToObj(i -> {
                    String rest = ReportWords.CORRECTS
                            .matcher(clauses.get(i))
                            .replaceFirst("")
                            .strip();
                    boolean isBare = rest.isEmpty() && i + 1 < clauses.size();
                    String correction = isBare ? clauses.get(i + 1) : rest;
                    return ReportWords.WAS_A_PERSON.matcher(correction).find()
                            ? CallReport.SPOKE
                            : in(correction, meanings);
                })
                .filter(outcome -> outcome != null && !outcome.equals(NONE))
                .findFirst();
    }

    /**
     * Of several things that came of a call, the message in the end, or a talk after tries, or else the first: they hung up, and that was it.
     * "Went to voicemail and the mailbox was full" left none.
     */
    static String last(List<String> outcomes) {
        Stream<String> real = outcomes.stream().filter(outcome -> !outcome.equals(NONE));
        List<String> told = real.toList();
        if (told.isEmpty()) {
            return outcomes.isEmpty() ? "" : NONE;
        }
        if (told.lastIndexOf(CallReport.MAILBOX_FULL) > told.lastIndexOf(CallReport.MESSAGE)
                && !told.contains(CallReport.SPOKE)) {
            return CallReport.MAILBOX_FULL;
        }
        boolean isMessageInTheEnd = told.contains(CallReport.MESSAGE) && !told.contains(CallReport.SPOKE);
        if (isMessageInTheEnd || told.contains(CallReport.CUT_OFF)) {
            return isMessageInTheEnd ? CallReport.MESSAGE : CallReport.CUT_OFF;
        }
        // "Busy at first, tried again and talked to a lady" is a talk.
        return told.stream()
                .filter(outcome -> !CallReport.isReached(told.get(0)) && CallReport.isTalk(outcome))
                .findFirst()
                .orElse(told.get(0));
    }
}
