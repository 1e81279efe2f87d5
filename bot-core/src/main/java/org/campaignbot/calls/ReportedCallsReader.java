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
import java.util.regex.Pattern;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.Seat;
import org.campaignbot.directory.Spoken;
import org.campaignbot.flow.Clauses;
import org.campaignbot.flow.Fold;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a typed text says of whose calls, clause by clause: "a gallego le dejé recado y con kelly sí platiqué" tells of two.
 *
 * <p>Each clause is weighed alone, without the names in it. A clause without a name goes on about the one before. What the text as a
 * whole means isn't looked at, as it can mean only one thing.
 */
final class ReportedCallsReader {

    private static final Pattern EMOJI =
            Pattern.compile("\\s*(?:\\p{So}[\\p{Sk}\\p{M}\\x{200d}\\x{fe0f}]*)+\\s*(?=\\S)");

    /** "First one left a msg second one some lady talked to me" has no comma. */
    private static final Pattern SECOND = Pattern.compile(
            "(?iu)(?<=\\b(?:first|1st|primer[oa]?)\\b[^.,;!?]{3,80})\\s+(?=(?:(?:the|con|el|la|al|a la) )*(?:second|2nd|segund[oa])\\b)");

    private final String typed;
    private final List<String> clauses;
    private final CallRound round;
    private final List<Seat> sitting;
    private final Whose whose;
    private final Function<String, @Nullable String> meanings;
    private final Function<String, Optional<String>> otherNames;
    private final Set<Seat> reached;
    private final boolean isOneAndOther;
    private final boolean isOfMoney;
    private final boolean retracts;

    private final Map<Seat, List<String>> said = new LinkedHashMap<>();
    private final Set<Seat> changed = new LinkedHashSet<>();
    private final Set<Seat> denied = new LinkedHashSet<>();
    private final Set<String> others = new LinkedHashSet<>();
    private final List<String> unnamed = new ArrayList<>();
    private final Set<Seat> moved = new LinkedHashSet<>();

    /** Those who were called once more: reaching nobody this time takes nothing back. */
    private final Set<Seat> again = new LinkedHashSet<>();

    private final Map<Seat, String> stands = new LinkedHashMap<>();
    private @Nullable String stand;
    private @Nullable String movedAway;
    private boolean isHalfTold;
    private boolean goesOn;

    /** The lawmakers that the last clause was about; none if it was about somebody whose calls aren't counted. */
    private List<Seat> about = List.of();

    private boolean isAboutOthers;

    /** Somebody else who was named, and of whose call nothing was said yet. */
    private @Nullable String otherUntold;

    /** Those who were only named, and of whose call nothing was said yet. */
    private final List<Seat> bare = new ArrayList<>();

    /** Seats whose outcome is copied from another clause: "left booker a message, and kim". What's said of themselves takes its place. */
    private final Set<Seat> borrowing = new LinkedHashSet<>();

    /** What the last clause that told of a call said. */
    private @Nullable String before;

    /** What was told of the open card's call, before another was named. */
    private @Nullable String leading;

    private boolean isPair;
    private boolean isNamedNext;

    private ReportedCallsReader(
            String typed,
            CallRound round,
            Optional<Seat> recent,
            Set<Seat> reached,
            Function<String, @Nullable String> meanings,
            Function<String, Optional<String>> otherNames,
            boolean retracts) {
        // An emoji ends what stands before it: "mccormick voicemail done ✅ fetterman box full".
        this.typed = SECOND.matcher(EMOJI.matcher(typed).replaceAll(" . ")).replaceAll(" . ");
        this.clauses = Clauses.all(this.typed).toList();
        this.round = round;
        this.sitting = round.sitting();
        this.whose = new Whose(round, recent);
        this.meanings = meanings;
        this.otherNames = otherNames;
        this.reached = reached;
        this.retracts = retracts;
        String whole = Fold.fold(typed);
        this.isOfMoney = Stance.namesMoney(whole);
        this.isOneAndOther = sitting.size() > 1
                && Directory.spokenOf(typed, sitting).isEmpty()
                && ReportWords.ONE.matcher(whole).find()
                && ReportWords.THE_OTHER.matcher(whole).find();
    }

    /**
     * Reads a text.
     *
     * @param round whose calls it may be about
     * @param recent whose call was reported last
     * @param reached whose office was reached before
     * @param meanings which step of the flow some words mean
     * @param others whether words name a senator who is none of the person's, and why their call isn't counted
     */
    static ReportedCalls read(
            String typed,
            CallRound round,
            Optional<Seat> recent,
            Set<Seat> reached,
            Function<String, @Nullable String> meanings,
            Function<String, Optional<String>> others) {
        ReportedCallsReader reader = new ReportedCallsReader(typed, round, recent, reached, meanings, others, false);
        for (int i = 0; i < reader.clauses.size(); i++) {
            String clause = reader.clauses.get(i);
            String rest = afterRetraction(clause, i == 0);
            if (rest != null) {
                // All before it counts no more.
                reader = new ReportedCallsReader(typed, round, recent, reached, meanings, others, true);
            }
            reader.read(i, rest == null ? clause : rest);
        }
        reader.end();
        return reader.told();
    }

    private void read(int i, String clause) {
        String folded = Fold.fold(clause);
        if (ReportWords.GOES_ON.matcher(folded).find()) {
            goesOn = true;
            return;
        }
        Spoken spoken = Directory.spoken(clause, sitting);
        String words = spoken.text();
        Whose.Named names = Whose.Named.in(spoken);
        List<Seat> named = names.meant();
        boolean isInstead = named.size() == 1 && !denied.containsAll(names.denied());
        denied.addAll(names.denied());
        String other = spoken.named().isEmpty()
                ? otherNames.apply(clause).or(() -> whose.house(folded)).orElse(null)
                : null;
        if (other != null && (ReportWords.WONDERS.matcher(folded).find() || ReportWords.isAsked(typed, clauses, i))) {
            return;
        } else if (other != null && ReportWords.WAS_ANOTHER.matcher(folded).find()) {
            movedAway = other;
        }
        String outcome = outcome(words);
        if (ReportWords.isNextUp(typed, clauses, i, spoken)) {
            // "Busy. Trying Bennet now" says nothing of Bennet's line, unless it goes on.
            about = named;
            goesOn = i + 1 == clauses.size();
            return;
        }
        boolean isAsked = ReportWords.isAsked(typed, clauses, i)
                || ReportWords.ASKS_WHO.matcher(folded).find();
        if (!named.isEmpty() && isOfNoCall(outcome) && isAsked) {
            // "Who's the other one, Warnock?" tells nothing of Warnock.
            goesOn = i + 1 == clauses.size();
            return;
        }
        if (ReportWords.isAhead(clause) && isOfNoCall(outcome)) {
            if (named.size() == 1
                    && i + 1 < clauses.size()
                    && ReportWords.isAtOnce(typed, clauses.get(i), clauses.get(i + 1))) {
                about = named;
            }
            return;
        }
        if (OutcomeWords.NONE.equals(outcome)
                && named.size() > 1
                && !ReportWords.JOINED.matcher(words).find()) {
            named = Whose.changed(spoken, named);
        }
        if (other != null && outcome != null) {
            others.add(other);
        } else if (other != null) {
            otherUntold = other;
        } else if (named.isEmpty() && spoken.named().isEmpty() && !isOneAndOther) {
            named = whose.pointed(clause, about);
        }
        if (!named.isEmpty() || other != null) {
            about = named;
            isAboutOthers = other != null;
            if (ReportWords.ONCE_MORE.matcher(folded).find()) {
                again.addAll(named);
            }
            tellOf(named, words, outcome, ReportWords.ALSO.matcher(folded).find());
            if (ReportWords.CHANGE.matcher(words).find()) {
                changed.addAll(named);
            }
            if (ReportWords.WAS.matcher(words).find()
                    || (isOfNoCall(outcome) && isInstead)
                    || (isBare(words) && isNamedNext)) {
                moved.addAll(named);
            }
        } else if (isOneAndOther) {
            tellOfThePair(words, outcome);
        } else if (isAboutOthers && outcome != null && otherUntold != null) {
            others.add(otherUntold);
        } else if (!isAboutOthers && outcome != null) {
            about.forEach(seat -> say(seat, outcome));
        }
        tellStand(spoken, named, folded);
        if (ReportWords.NOT_LEFT.matcher(folded).find()) {
            // "Me mandó al buzón pero no dejé nada" is no message.
            about.stream().filter(said::containsKey).forEach(seat -> {
                listed(seat).removeIf(CallReport.MESSAGE::equals);
                listed(seat).add(OutcomeWords.NONE);
            });
        }
        before = outcome == null ? before : outcome;
        isNamedNext =
                spoken.named().isEmpty() && ReportWords.WAS_OPEN.matcher(folded).find();
    }

    /**
     * What's left of a clause that takes back all before it: nothing of "jk", and "I talked to Kim" of "no wait, I talked to Kim"; null if
     * it takes nothing back.
     */
    private static @Nullable String afterRetraction(String clause, boolean isFirst) {
        String folded = Fold.fold(clause);
        if (ReportWords.IN_JEST.matcher(folded).find()) {
            return "";
        }
        Matcher retracting = ReportWords.RETRACTS.matcher(folded);
        return !isFirst && retracting.find()
                ? folded.substring(retracting.end()).strip()
                : null;
    }

    /** Takes what a clause says of those whom it names; what was said before may be about them, or about the open card's call. */
    private void tellOf(List<Seat> named, String words, @Nullable String outcome, boolean isAlso) {
        boolean isFirst = said.isEmpty();
        // "Left the dude a message. also called fetterman" tells of the card's call first.
        if (isFirst
                && before != null
                && CallReport.isReached(before)
                && (outcome == null ? isAlso && !isBare(words) : isAnother(before, outcome, isAlso))) {
            leading = before;
        }
        for (Seat seat : named) {
            List<String> outcomes = listed(seat);
            if (outcome != null) {
                say(seat, outcome);
            } else if (before != null && leading == null && (isFirst || isBare(words))) {
                if (outcomes.isEmpty() && !isFirst) {
                    borrowing.add(seat);
                }
                outcomes.add(before);
            } else if (isBare(words)) {
                bare.add(seat);
            }
        }
        if (outcome != null) {
            // "It was Durbin's. I haven't called the other" takes back no call of Durbin's.
            bare.stream()
                    .filter(seat -> !outcome.equals(OutcomeWords.NONE) || !moved.contains(seat))
                    .forEach(seat -> {
                        // "Called gallego and kelly, talked to gallego's and left kelly a voicemail" comes to Kelly's
                        // own later.
                        if (listed(seat).isEmpty() && !named.contains(seat)) {
                            borrowing.add(seat);
                        }
                        listed(seat).add(outcome);
                    });
            bare.clear();
        }
    }

    /**
     * Whether what a clause with a name tells of is another call than the one before it, which was on the open card: "talked to a guy.
     * also left a voicemail for kelly". "Didn't say" may be about the call that was told before.
     */
    private static boolean isAnother(String before, String outcome, boolean isAlso) {
        return !outcome.equals(OutcomeWords.NONE) && (!before.equals(outcome) || isAlso);
    }

    /** Takes what a clause says of one or the other of two; "I got both of them" is about none of the two. */
    private void tellOfThePair(String words, @Nullable String outcome) {
        boolean isOfThePair = ReportWords.ONE.matcher(words).find()
                || ReportWords.THE_OTHER.matcher(words).find();
        isPair |= isOfThePair;
        isHalfTold |= isOfThePair && outcome == null;
        if (isPair && outcome != null) {
            unnamed.add(outcome);
        }
    }

    /** Takes where a clause says that they stand. What's read in the news is no answer of an office. */
    private void tellStand(Spoken spoken, List<Seat> named, String folded) {
        if (isAboutOthers
                || ReportWords.IN_THE_NEWS.matcher(folded).find()
                || ReportWords.I_SAID.matcher(folded).find()) {
            return;
        }
        if (spoken.named().size() > 1
                && !ReportWords.JOINED.matcher(spoken.text()).find()) {
            List<String> parts = List.of(spoken.text().split(Spoken.NAME, -1));
            for (int i = 0; i < spoken.named().size(); i++) {
                String own = Stance.in(parts.get(i + 1), isOfMoney);
                if (own != null && named.contains(spoken.named().get(i))) {
                    stands.put(spoken.named().get(i), own);
                }
            }
            return;
        }
        String told = Stance.in(spoken.text(), isOfMoney);
        List<Seat> whose = ReportWords.BOTH.matcher(folded).find() ? sitting : about;
        if (told == null || isOneAndOther) {
            return;
        }
        if (whose.isEmpty()) {
            stand = told;
        }
        for (Seat seat : whose) {
            stands.put(seat, told);
            if (borrowing.remove(seat)) {
                listed(seat).clear();
            }
        }
    }

    private void end() {
        if (said.size() == 1
                && sitting.size() == 2
                && ReportWords.NOT_THE_OTHER.matcher(Fold.fold(typed)).find()) {
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

    private ReportedCalls told() {
        Map<Seat, String> calls = new LinkedHashMap<>();
        said.forEach((seat, outcomes) -> calls.put(seat, OutcomeWords.last(outcomes)));
        changed.forEach(seat ->
                calls.computeIfPresent(seat, (each, outcome) -> outcome.isEmpty() ? OutcomeWords.NONE : outcome));
        calls.entrySet()
                .removeIf(call -> again.contains(call.getKey())
                        && reached.contains(call.getKey())
                        && !CallReport.isTalk(call.getValue())
                        && !CallReport.isReached(call.getValue()));
        boolean isOnlyWhose = !moved.isEmpty()
                && said.keySet().equals(moved)
                && said.values().stream().allMatch(List::isEmpty);
        List<String> apart = unnamed.stream()
                .filter(outcome -> !outcome.equals(OutcomeWords.NONE))
                .distinct()
                .toList();
        return new ReportedCalls(
                typed,
                calls,
                Set.copyOf(denied),
                Set.copyOf(moved),
                isOnlyWhose,
                movedAway,
                Set.copyOf(others),
                apart.size() == 2 || (apart.size() == 1 && isHalfTold) ? apart : List.of(),
                stands,
                stand,
                goesOn,
                retracts);
    }

    private void say(Seat seat, String outcome) {
        if (borrowing.remove(seat)) {
            listed(seat).clear();
        }
        listed(seat).add(outcome);
    }

    private List<String> listed(Seat seat) {
        return said.computeIfAbsent(seat, each -> new ArrayList<>());
    }

    /** What a clause says came of a call. "No, that was Moreno" says whose a call was, which alone takes nothing back. */
    private @Nullable String outcome(String words) {
        if (ReportWords.PICKED_UP.matcher(words).find()
                || (CallReport.NO_ANSWER.equals(before)
                        && ReportWords.DID_SO.matcher(words).find())) {
            return CallReport.SPOKE;
        }
        String outcome = OutcomeWords.in(words, meanings);
        boolean isWhose = ReportWords.WAS.matcher(words).find()
                && !ReportWords.CHANGE.matcher(words).find();
        return isWhose && OutcomeWords.NONE.equals(outcome) ? null : outcome;
    }

    private static boolean isOfNoCall(@Nullable String outcome) {
        return outcome == null || outcome.equals(OutcomeWords.NONE);
    }

    /** Whether a clause only names somebody. */
    private static boolean isBare(String words) {
        String rest = ReportWords.NAME.matcher(words).replaceAll("").strip();
        return rest.split("\\s+", -1).length < 2
                || ReportWords.ONLY_DONE.matcher(rest).find()
                || ReportWords.ONLY_ALSO.matcher(rest).find();
    }
}
