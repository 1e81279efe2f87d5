package org.campaignbot.calls;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.campaignbot.directory.Seat;
import org.campaignbot.flow.Clauses;
import org.campaignbot.flow.Fold;
import org.jspecify.annotations.Nullable;

/**
 * What a typed text says of whose calls, as {@link ReportedCallsReader} reads it.
 *
 * @param typed the text
 * @param calls whose calls it tells of, each with what came of it; empty text if it doesn't say
 * @param denied those whose call it wasn't: "no era Gallego"
 * @param moved those whose call the last one was instead: "that was Kelly"
 * @param isOnlyWhose whether it says whose the last call was, and nothing of what came of one
 * @param movedAway why the call isn't counted of whom the last one was with instead, as in "that was my rep"; null if the text doesn't
 *     say so
 * @param others whose calls it tells of that aren't counted: {@link #UNKNOWN_SEAT}, {@link #HOUSE}, {@link #ELSEWHERE}
 * @param unnamed what came of the calls where it tells of one and of the other without a name, if it isn't the same: one outcome where
 *     it doesn't say what came of the other call
 * @param stands the stance of each lawmaker that it mentions
 * @param stand where somebody stands whom it doesn't name; null if it doesn't say
 * @param goesOn whether it asks for the next one
 * @param retracts whether it takes back its own words, so that what it means as a whole is worth nothing
 */
record ReportedCalls(
        String typed,
        Map<Seat, String> calls,
        Set<Seat> denied,
        Set<Seat> moved,
        boolean isOnlyWhose,
        @Nullable String movedAway,
        Set<String> others,
        List<String> unnamed,
        Map<Seat, String> stands,
        @Nullable String stand,
        boolean goesOn,
        boolean retracts) {

    ReportedCalls {
        // Not Map.copyOf, which loses the order in which they were told.
        calls = Collections.unmodifiableMap(new LinkedHashMap<>(calls));
        stands = Collections.unmodifiableMap(new LinkedHashMap<>(stands));
    }

    /** Somebody whose calls aren't counted: the holder of a seat that we don't know. */
    static final String UNKNOWN_SEAT = "seat";

    /** Somebody whose calls aren't counted here: the person's House member. */
    static final String HOUSE = "house";

    /** Somebody whose calls aren't counted here: another state's senator. */
    static final String ELSEWHERE = "elsewhere";

    /** The same, with where one of them stands. */
    ReportedCalls with(Seat seat, String where) {
        Map<Seat, String> more = new LinkedHashMap<>(stands);
        more.put(seat, where);
        return new ReportedCalls(
                typed, calls, denied, moved, isOnlyWhose, movedAway, others, unnamed, more, null, goesOn, retracts);
    }

    /** What the text as a whole says came of a call, with where they stand if it says that, too: {@code spoke-for}. */
    String with(String whole) {
        return stand != null && stands.isEmpty() && CallReport.isTalk(whole) ? CallReport.spoke(stand) : whole;
    }

    /** Whether the person doesn't know whose office it was: "I can't remember which one". */
    boolean isOfNobodyKnown() {
        return ReportWords.WHICH_UNKNOWN.matcher(Fold.fold(typed)).find();
    }

    /** Whether it names one lawmaker, and says what came of that call: "llame a Scott y me atendio ... y al otro no, no se quien es". */
    boolean namesOneCall() {
        return calls.values().stream()
                        .filter(outcome -> !outcome.isEmpty() && !outcome.equals(OutcomeWords.NONE))
                        .count()
                == 1;
    }

    /** Whether it tells of one of two: "hablé con una de las dos". */
    boolean isOfOneOfTwo() {
        return ReportWords.ONE_OF_TWO.matcher(Fold.fold(typed)).find();
    }

    /**
     * Whether a text that takes calls back, or says that there were none, is about a call however it went: "no hemos llamado a nadie",
     * "undo all that".
     *
     * @param whole what the text as a whole says
     */
    boolean isOfEvery(String whole, String outcome) {
        String words = Fold.fold(typed);
        boolean isOfAll = ReportWords.NOBODY.matcher(words).find()
                || (!whole.equals(OutcomeWords.NONE)
                        && ReportWords.ALL.matcher(words).find());
        // "I talked to nobody" may come from someone who left a voicemail.
        boolean isOfTalks = ReportWords.TALK.matcher(words).find()
                && !ReportWords.CALL.matcher(words).find()
                && whole.equals(OutcomeWords.NONE);
        return isOfAll && !ReportWords.ELSE.matcher(words).find() && (!isOfTalks || outcome.equals(CallReport.SPOKE));
    }

    /** Whether a text is about every call, so that taking one back leaves nothing to come back. */
    static boolean isOfAll(@Nullable String typed) {
        String words = Fold.fold(typed == null ? "" : typed);
        return ReportWords.NOBODY.matcher(words).find()
                || ReportWords.ALL.matcher(words).find();
    }

    /** Whether it is about every call. */
    boolean isOfAll() {
        return isOfAll(typed);
    }

    /** Whether it says in the end that no message was left, whatever it means as a whole. */
    boolean leftNone() {
        List<String> clauses = Clauses.all(typed).toList();
        return clauses.size() > 1
                && ReportWords.NOT_LEFT
                        .matcher(Fold.fold(clauses.get(clauses.size() - 1)))
                        .find();
    }

    /** Whether the text says again what was told before. */
    boolean echoes() {
        return ReportWords.ECHOES.matcher(Fold.fold(typed)).find();
    }

    /** Whether it says that another call went the same way: "busy, too". */
    boolean isAlso() {
        return ReportWords.ALSO.matcher(Fold.fold(typed)).find();
    }

    /** Whether it says that two calls were mixed up. */
    boolean swaps() {
        return ReportWords.SWAPPED.matcher(Fold.fold(typed)).find();
    }

    /** Whether it begins as a correction does. */
    boolean corrects() {
        return Clauses.all(typed)
                .findFirst()
                .filter(first -> ReportWords.CORRECTS.matcher(Fold.fold(first)).find())
                .isPresent();
    }
}
