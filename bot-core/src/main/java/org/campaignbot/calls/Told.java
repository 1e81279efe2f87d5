package org.campaignbot.calls;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.Seat;
import org.campaignbot.directory.Spoken;
import org.campaignbot.flow.Clauses;
import org.campaignbot.flow.Fold;
import org.jspecify.annotations.Nullable;

/**
 * What a typed text says of whose calls, clause by clause: "a gallego le dejé recado y con kelly sí platiqué" tells of two.
 *
 * <p>Each clause is weighed alone, without the names in it. A clause without a name goes on about the one before. What the text as a
 * whole means isn't looked at, as it can mean only one thing.
 */
final class Told {

    /** What is said of a call that wasn't made, or that is to be taken back. */
    static final String NONE = "none";

    /** Somebody whose calls aren't counted: the holder of a seat that we don't know. */
    static final String UNKNOWN_SEAT = "seat";

    /** Somebody whose calls aren't counted here: the person's House member. */
    static final String HOUSE = "house";

    /** Somebody whose calls aren't counted here: another state's senator. */
    static final String ELSEWHERE = "elsewhere";

    /** The steps that reports in words lead to, and what came of a call there. */
    private static final Map<String, String> OUTCOMES = Map.ofEntries(
            Map.entry("told-spoke", "spoke"),
            Map.entry("told-both-spoke", "spoke"),
            Map.entry("told-said-for", "spoke-for"),
            Map.entry("told-said-against", "spoke-against"),
            Map.entry("told-said-undecided", "spoke-undecided"),
            Map.entry("told-voicemail", "message"),
            Map.entry("told-both-voicemail", "message"),
            Map.entry("told-no-answer", "no-answer"),
            Map.entry("told-busy", "busy"),
            Map.entry("told-mailbox-full", CallReport.MAILBOX_FULL),
            Map.entry("told-wrong-number", "wrong"),
            Map.entry("told-cut-off", "cut-off"),
            Map.entry("told-hung-up", NONE),
            Map.entry("told-not-yet", NONE),
            Map.entry("told-undo", NONE));

    private final String typed;
    private final List<Seat> sitting;
    private final Function<String, @Nullable String> meanings;
    private final Map<Seat, List<String>> said = new LinkedHashMap<>();
    private final Set<Seat> changed = new LinkedHashSet<>();
    private final Set<Seat> denied = new LinkedHashSet<>();
    private final Set<String> others = new LinkedHashSet<>();
    private final List<String> unnamed = new ArrayList<>();
    private final Set<Seat> moved = new LinkedHashSet<>();
    private @Nullable String movedAway;
    private boolean isOneAndOther;
    private boolean isHalfTold;
    private boolean goesOn;
    private boolean retracts;

    private Told(String typed, List<Seat> sitting, Function<String, @Nullable String> meanings) {
        this.typed = typed;
        this.sitting = sitting;
        this.meanings = meanings;
    }

    /**
     * Reads a text.
     *
     * @param round whose calls it may be about
     * @param recent whose call was reported last
     * @param meanings which step of the flow some words mean
     * @param others whether words name a senator who is none of the person's, and why their call isn't counted
     */
    static Told of(
            String typed,
            CallRound round,
            Optional<Seat> recent,
            Function<String, @Nullable String> meanings,
            Function<String, Optional<String>> others) {
        Told told = new Told(typed, round.sitting(), meanings);
        told.read(round, recent, others);
        return told;
    }

    /**
     * What came of a call as somebody corrects themselves in the same breath: "left a message. no wait, it was a person". Empty if a text
     * names somebody or corrects nothing.
     */
    static Optional<String> corrected(String typed, List<Seat> sitting, Function<String, @Nullable String> meanings) {
        if (!Directory.spokenOf(typed, sitting).isEmpty()) {
            return Optional.empty();
        }
        List<String> clauses =
                Clauses.all(typed).map(clause -> Fold.fold(clause)).toList();
        Told told = new Told(typed, sitting, meanings);
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
                            : told.outcome(correction);
                })
                .filter(outcome -> outcome != null && !outcome.equals(NONE))
                .findFirst();
    }

    private void read(CallRound round, Optional<Seat> recent, Function<String, Optional<String>> otherNames) {
        List<String> clauses = Clauses.all(typed).toList();
        String whole = Fold.fold(typed);
        isOneAndOther = sitting.size() > 1
                && Directory.spokenOf(typed, sitting).isEmpty()
                && ReportWords.ONE.matcher(whole).find()
                && ReportWords.THE_OTHER.matcher(whole).find();
        List<Seat> about = List.of();
        boolean isAboutOthers = false;
        boolean isPair = false;
        boolean isNamedNext = false;
        String before = null;
        String leading = null;
        String otherUntold = null;
        List<Seat> bare = new ArrayList<>();
        for (int i = 0; i < clauses.size(); i++) {
            String each = clauses.get(i);
            Matcher retracting = ReportWords.RETRACTS.matcher(Fold.fold(each));
            boolean isJest = ReportWords.IN_JEST.matcher(Fold.fold(each)).find();
            boolean isRetracting = isJest || (!each.equals(clauses.get(0)) && retracting.find());
            String clause = isJest
                    ? ""
                    : isRetracting ? Fold.fold(each).substring(retracting.end()).strip() : each;
            if (isRetracting) {
                forget();
                about = List.of();
                isAboutOthers = false;
                isPair = false;
                before = null;
                leading = null;
                otherUntold = null;
                bare.clear();
            }
            Spoken spoken = Directory.spoken(clause, sitting);
            String words = spoken.text();
            if (ReportWords.GOES_ON.matcher(Fold.fold(clause)).find()) {
                goesOn = true;
                continue;
            }
            int deniedBefore = denied.size();
            List<Seat> named = named(spoken);
            boolean isInstead = denied.size() > deniedBefore && named.size() == 1;
            Optional<String> other = spoken.named().isEmpty()
                    ? otherNames.apply(clause).or(() -> house(clause, round))
                    : Optional.empty();
            boolean isOfOthers = other.isPresent();
            if (isOfOthers && ReportWords.WAS_ANOTHER.matcher(Fold.fold(clause)).find()) {
                movedAway = other.get();
            }
            boolean isWhose = ReportWords.WAS.matcher(words).find()
                    && !ReportWords.CHANGE.matcher(words).find();
            // "No, that was Moreno" says whose a call was, which alone takes nothing back.
            String outcome = isWhose && NONE.equals(outcome(words)) ? null : outcome(words);
            if (ReportWords.isAhead(clause) && (outcome == null || outcome.equals(NONE))) {
                if (named.size() == 1
                        && i + 1 < clauses.size()
                        && ReportWords.isAtOnce(typed, each, clauses.get(i + 1))) {
                    about = named;
                }
                continue;
            }
            if (NONE.equals(outcome)
                    && named.size() > 1
                    && !ReportWords.JOINED.matcher(words).find()) {
                named = changed(spoken, named);
            }
            if (isOfOthers && outcome != null) {
                others.add(other.get());
            } else if (isOfOthers) {
                otherUntold = other.get();
            } else if (named.isEmpty() && spoken.named().isEmpty() && !isOneAndOther) {
                named = pointed(clause, round, recent, about);
            }
            if (!named.isEmpty() || isOfOthers) {
                about = named;
                isAboutOthers = isOfOthers;
                boolean isFirst = said.isEmpty();
                boolean isAlso = !isBare(words)
                        && ReportWords.ALSO.matcher(Fold.fold(clause)).find();
                // "Left the dude a message. also called fetterman" tells of the card's call first.
                if (isFirst
                        && before != null
                        && (outcome == null
                                ? isAlso && CallReport.isReached(before)
                                : isAnother(before, outcome, clause))) {
                    leading = before;
                }
                for (Seat seat : named) {
                    List<String> outcomes = listed(seat);
                    if (outcome != null) {
                        outcomes.add(outcome);
                    } else if (before != null && leading == null && (isFirst || isBare(words))) {
                        outcomes.add(before);
                    } else if (isBare(words)) {
                        bare.add(seat);
                    }
                }
                if (outcome != null) {
                    // "It was Durbin's. I haven't called the other" takes back no call of Durbin's.
                    bare.stream()
                            .filter(seat -> !outcome.equals(NONE) || !moved.contains(seat))
                            .forEach(seat -> listed(seat).add(outcome));
                    bare.clear();
                }
                if (ReportWords.CHANGE.matcher(words).find()) {
                    changed.addAll(named);
                }
                boolean isOfNoCall = outcome == null || outcome.equals(NONE);
                if (ReportWords.WAS.matcher(words).find()
                        || (isOfNoCall && isInstead)
                        || (isBare(words) && isNamedNext)) {
                    moved.addAll(named);
                }
            } else if (isOneAndOther) {
                // "I got both of them" is about none of the two.
                boolean isOfThePair = ReportWords.ONE.matcher(words).find()
                        || ReportWords.THE_OTHER.matcher(words).find();
                isPair |= isOfThePair;
                isHalfTold |= isOfThePair && outcome == null;
                if (isPair && outcome != null) {
                    unnamed.add(outcome);
                }
            } else if (isAboutOthers && outcome != null && otherUntold != null) {
                others.add(otherUntold);
            } else if (!isAboutOthers && outcome != null) {
                about.forEach(seat -> listed(seat).add(outcome));
            }
            if (ReportWords.NOT_LEFT.matcher(Fold.fold(clause)).find()) {
                // "Me mandó al buzón pero no dejé nada" is no message.
                about.stream().filter(said::containsKey).forEach(seat -> {
                    listed(seat).removeIf("message"::equals);
                    listed(seat).add(NONE);
                });
            }
            before = outcome == null ? before : outcome;
            isNamedNext = spoken.named().isEmpty()
                    && ReportWords.WAS_OPEN.matcher(Fold.fold(clause)).find();
        }
        if (said.size() == 1
                && sitting.size() == 2
                && ReportWords.NOT_THE_OTHER.matcher(whole).find()) {
            sitting.stream().filter(seat -> !said.containsKey(seat)).forEach(denied::add);
            said.forEach((seat, outcomes) -> {
                if (outcomes.isEmpty()) {
                    moved.add(seat);
                }
            });
        }
        if (otherUntold != null && said.isEmpty()) {
            // What the text as a whole says may be about them.
            others.add(otherUntold);
        }
        if (leading != null
                && round.open().isPresent()
                && !said.containsKey(round.open().get())) {
            listed(round.open().get()).add(leading);
        }
    }

    private void forget() {
        said.clear();
        changed.clear();
        denied.clear();
        others.clear();
        unnamed.clear();
        moved.clear();
        movedAway = null;
        isHalfTold = false;
        goesOn = false;
        retracts = true;
    }

    /**
     * Whether what a clause with a name tells of is another call than the one before it, which was on the open card: "talked to a guy.
     * also left a voicemail for kelly".
     */
    private static boolean isAnother(String before, String outcome, String clause) {
        // "Didn't say" may be about the call that was told before.
        return CallReport.isReached(before)
                && !outcome.equals(NONE)
                && (!before.equals(outcome)
                        || ReportWords.ALSO.matcher(Fold.fold(clause)).find());
    }

    /** Of several in a clause that takes something back, the one whom it's said of: "undo booker i only called kim". */
    private static List<Seat> changed(Spoken spoken, List<Seat> named) {
        List<Seat> changed = new ArrayList<>();
        int from = 0;
        for (Seat seat : spoken.named()) {
            int at = spoken.text().indexOf(Spoken.NAME, from);
            if (named.contains(seat)
                    && ReportWords.CHANGE
                            .matcher(spoken.text().substring(from, at))
                            .find()) {
                changed.add(seat);
            }
            from = at + 1;
        }
        return changed;
    }

    private List<String> listed(Seat seat) {
        return said.computeIfAbsent(seat, each -> new ArrayList<>());
    }

    /** Those whom a clause names and doesn't deny. */
    private List<Seat> named(Spoken spoken) {
        List<Seat> named = new ArrayList<>();
        int from = 0;
        for (Seat seat : spoken.named()) {
            int at = spoken.text().indexOf(Spoken.NAME, from);
            if (ReportWords.DENIED.matcher(spoken.text().substring(0, at)).find()) {
                denied.add(seat);
            } else {
                named.add(seat);
            }
            from = at + 1;
        }
        return named;
    }

    private static Optional<String> house(String clause, CallRound round) {
        boolean isOfHouse = !round.target().hasHouse()
                && ReportWords.OF_THE_HOUSE.matcher(Fold.fold(clause)).find();
        return isOfHouse ? Optional.of(HOUSE) : Optional.empty();
    }

    /** The lawmaker a clause means by "the first one", "the other" or "this one" instead of a name. */
    private List<Seat> pointed(String clause, CallRound round, Optional<Seat> recent, List<Seat> about) {
        if (ReportWords.THIS.matcher(Fold.fold(clause) + " ").find() && sitting.size() == 2) {
            Seat seat = round.open().or(() -> recent).orElse(sitting.get(1));
            return List.of(about.contains(seat) ? sitting.get(1 - sitting.indexOf(seat)) : seat);
        }
        // After "I left Booker a message" the other one is whoever isn't Booker, whosever card is open.
        String words = Fold.fold(clause);
        boolean isOther = sitting.size() == 2
                && ReportWords.THE_OTHER.matcher(words).find()
                && !ReportWords.NOT_THE_OTHER.matcher(words).find();
        return round.pointed(clause).stream()
                .map(seat -> isOther && about.equals(List.of(seat)) ? sitting.get(1 - sitting.indexOf(seat)) : seat)
                .toList();
    }

    /** What a clause says came of a call; null if nothing. */
    private @Nullable String outcome(String words) {
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
        return step == null ? null : OUTCOMES.get(step);
    }

    private static boolean isBare(String words) {
        String rest = ReportWords.NAME.matcher(words).replaceAll("").strip();
        return rest.split("\\s+", -1).length < 2
                || ReportWords.ONLY_DONE.matcher(rest).find()
                || ReportWords.ONLY_ALSO.matcher(rest).find();
    }

    /** Whose calls the text tells of, each with what came of it; empty text if it doesn't say. */
    Map<Seat, String> calls() {
        Map<Seat, String> calls = new LinkedHashMap<>();
        said.forEach((seat, outcomes) -> calls.put(seat, last(outcomes)));
        changed.forEach(seat -> calls.computeIfPresent(seat, (each, outcome) -> outcome.isEmpty() ? NONE : outcome));
        return calls;
    }

    /**
     * Of several things that came of a call, the message in the end, or else the first: they hung up, and that was it. "Went to voicemail
     * and the mailbox was full" left none.
     */
    private static String last(List<String> outcomes) {
        Stream<String> real = outcomes.stream().filter(outcome -> !outcome.equals(NONE));
        List<String> told = real.toList();
        if (told.isEmpty()) {
            return outcomes.isEmpty() ? "" : NONE;
        }
        if (told.lastIndexOf(CallReport.MAILBOX_FULL) > told.lastIndexOf("message") && !told.contains("spoke")) {
            return CallReport.MAILBOX_FULL;
        }
        boolean isMessageInTheEnd = told.contains("message") && !told.contains("spoke");
        return isMessageInTheEnd ? "message" : told.contains("cut-off") ? "cut-off" : told.get(0);
    }

    /** Whether the text says again what was told before. */
    boolean echoes() {
        return ReportWords.ECHOES.matcher(Fold.fold(typed)).find();
    }

    /** Those whose call it wasn't: "no era Gallego". */
    Set<Seat> denied() {
        return Set.copyOf(denied);
    }

    /** Whether it says whose the last call was, and nothing of what came of one. */
    boolean isOnlyWhose() {
        return !moved.isEmpty()
                && said.keySet().equals(moved)
                && said.values().stream().allMatch(List::isEmpty);
    }

    /** Those whose call the last one was instead: "that was Kelly". */
    Set<Seat> moved() {
        return Set.copyOf(moved);
    }

    /** Why the call isn't counted of whom the last one was with instead, as in "that was my rep"; null if the text doesn't say so. */
    @Nullable
    String movedAway() {
        return movedAway;
    }

    /** Others whose calls are told of and aren't counted: {@link #UNKNOWN_SEAT}, {@link #HOUSE}. */
    Set<String> others() {
        return Set.copyOf(others);
    }

    /**
     * What came of the calls where the text tells of one and of the other without a name, if it isn't the same: one outcome where it
     * doesn't say what came of the other call.
     */
    List<String> unnamed() {
        List<String> outcomes = unnamed.stream()
                .filter(outcome -> !outcome.equals(NONE))
                .distinct()
                .toList();
        return outcomes.size() == 2 || (outcomes.size() == 1 && isHalfTold) ? outcomes : List.of();
    }

    /** Whether it takes back its own words, so that what it means as a whole is worth nothing. */
    boolean retracts() {
        return retracts;
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
                || (!whole.equals(NONE) && ReportWords.ALL.matcher(words).find());
        // "I talked to nobody" may come from someone who left a voicemail.
        boolean isOfTalks = ReportWords.TALK.matcher(words).find()
                && !ReportWords.CALL.matcher(words).find()
                && whole.equals(NONE);
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

    /** Whether a step of the flow says what came of a call. */
    static boolean isOutcome(@Nullable String step) {
        return step != null && OUTCOMES.containsKey(step);
    }

    /** Whether it asks for the next one. */
    boolean goesOn() {
        return goesOn;
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
