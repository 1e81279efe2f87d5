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
            Map.entry("told-mailbox-full", "mailbox-full"),
            Map.entry("told-wrong-number", "wrong"),
            Map.entry("told-cut-off", "cut-off"),
            Map.entry("told-hung-up", NONE),
            Map.entry("told-not-yet", NONE),
            Map.entry("told-undo", NONE));

    private static final String LINKS =
            "(?:(?:for|with|to|at|of|from|a|al|con|de|del|para|the|el|la|lo|es|sen|senator|senador|senadora|it|was|that) )*";

    private static final Pattern NAME = Pattern.compile(LINKS + Spoken.NAME);

    /** What denies the name after it: "left it for masto, not rosen", "no era gallego". A "no" that begins the text only disagrees. */
    private static final Pattern DENIED = Pattern.compile(
            "(?:\\b(?:not|wasnt|isnt|instead of|rather than|en vez de|en lugar de|no (?:era|fue|es)) " + LINKS
                    + "|(?<!\\b(?:wait|ok|okay|oh|ay|ah|no|espera|pero|but|y|que|q))(?<=\\w) no (?:(?:for|with|to|a|al|con|de|para|el|la) )*)$");

    /** What says whose call it was: "that was rosen", "era con kelly". */
    private static final Pattern WAS = Pattern.compile(
            "\\b(?:(?:that|it|this)(?:s| was| is)|i meant|meant|era|fue|eran|quise decir|queria decir|me referia|voicemail was)"
                    + " (?:(?:for|with|to|at|a|al|con|de|del|para|the|el|la|lo) )*" + Spoken.NAME);

    private static final Pattern CHANGE = Pattern.compile(
            "\\b(?:change|fix|correct|undo|delete|remove|cambi\\w*|corrig\\w*|corrij\\w*|arregl\\w*|borr\\w*|quita\\w*|quite(?:l[oa]s?|me\\w*))\\b");

    /** How the first clause of a correction begins. A "no" is one only if it stands alone: "no contestaron" is a report. */
    private static final Pattern CORRECTS = Pattern.compile(
            "^(?:(?:hey|ok|okay|oh|ay|ah|um|uh|hay|o sea q|o sea que|y|lol|omg) )*(?:no$|no no\\b|(?:no )?wait\\b|oops|sorry|actually|scratch"
                    + "|i meant|my bad|mistake|perdon|espera\\b|espere\\b|(?:no )?me equivoque|(?:no )?me confundi|quise decir|digo\\b)");

    /** How a clause begins that takes back what stands before it: "i only called kim. no jk i did both". */
    private static final Pattern RETRACTS = Pattern.compile(
            "^(?:(?:no|nah|wait|ok|oh|lol|haha|ay|jaja|jajaja|espera|espere) )*"
                    + "(?:jk|just kidding|kidding|joking|im joking|nvm|never ?mind|mentira|es broma|era broma|bromeo|no es cierto)\\b");

    /** How a clause ends that takes back all of itself: "i talked to both lol jk". */
    private static final Pattern IN_JEST = Pattern.compile(
            "\\w (?:jk|j k|just kidding|es broma|era broma|bromeo|mentira)(?: (?:lol|lmao|haha|xd|ja\\w*))*$");

    /** What somebody has yet to do, or asks leave to do: "can i do the other one later", "voy a llamarle a kelly". */
    private static final Pattern AHEAD = Pattern.compile(
            "\\b(?:can|could|should|may|shall|do|will|might) i\\b|\\b(?:ill|i will|i wanna|i want to|i have to|i need to|i gotta|let me|lemme)\\b"
                    + "|\\b(?:gonna|going to|wanna|gotta|about to) (?:call|do|try|phone|ring|dial|leave|talk)\\b|\\bremind\\w*\\b"
                    + "|\\b(?:puedo|podria|debo|quiero|quisiera|voy a|vamos a|tengo que|me falta|me queda|me toca)\\b"
                    + "|\\b(?:the other|other one|el otro|la otra|al otro)\\b.*\\b(?:tomorrow|tmrw|tonight|tonite|later|manana|luego|despues|al rato|mas tarde)\\b"
                    + "|\\b(?:llamo|marco) (?:manana|luego|despues|al rato|mas tarde|ahorita)\\b|\\b(?:llamare|marcare|recuerd\\w*|recordar\\w*|avis[ae]me)\\b");

    private static final Pattern NEGATED =
            Pattern.compile("\\b(?:not|never|no|didnt|havent|hasnt|wasnt|dont|nunca|tampoco|todavia)\\b");

    /** Two names that stand for one thing: "neither cruz nor cornyn". */
    private static final Pattern JOINED = Pattern.compile(
            Spoken.NAME + "(?: (?:and|or|nor|n|o|u|ni|y|e|a|con|with|for|to|the|sen|senator))* " + Spoken.NAME);

    /** Nobody, or nothing at all: "no hemos llamado a nadie". */
    private static final Pattern NOBODY = Pattern.compile(
            "\\b(?:any(?: ?one| ?body)|nobody|no ?one|none|neither|nadie|naiden?|nadien|ningun[oa]?)\\b");

    private static final Pattern ALL = Pattern.compile(
            "\\b(?:all|everything|both|either|todos?|todas?|amb[oa]s|l[oa]s (?:dos|2)|(?:the|those) (?:two|2))\\b");

    /** Somebody else than those who were told of: "i havent called anyone else". */
    private static final Pattern ELSE = Pattern.compile("\\b(?:else|other|mas|otr[oa]s?)\\b");

    private static final Pattern TALK =
            Pattern.compile("\\b(?:habl\\w*|platic\\w*|convers\\w*|talk\\w*|spoke\\w*|speak\\w*)\\b");

    private static final Pattern CALL =
            Pattern.compile("\\b(?:llam\\w*|marc\\w*|telefon\\w*|call\\w*|phon\\w*|dial\\w*)\\b");

    /** A voicemail that wasn't left: "went to voicemail, havent left one yet". */
    private static final Pattern NOT_LEFT = Pattern.compile(
            "\\b(?:havent|have not|didnt|did not|not|no|todavia no|aun no)(?: \\w+)?"
                    + " (?:left?|leave|leaving|dej\\w+|grab\\w+)(?: (?:one|it|any|any?thing|a|un|el|ningun|message|voicemail|vm|mensaje|recado|nada))*(?: (?:yet|todavia|aun))?$");

    private static final Pattern NO_SUCH_CALL = Pattern.compile(
            "\\b(?:wasnt|isnt|not|no (?:fue|era|es))(?: (?:a|an|the|un|una|el|la))* (?:voicemails?|vm|message|machine|mensaje|recado|buzon|maquina)\\b");

    /** The House member, where only senators are called. A "rep" who answers is a staffer. */
    private static final Pattern OF_THE_HOUSE = Pattern.compile(
            "\\b(?:called|call|phoned|rang|tried|for|with) (?:the|my|our) (?:house )?(?:rep|representative)\\b"
                    + "|\\b(?:my|our) (?:house )?(?:rep|representative)\\b|\\bhouse (?:member|rep|guy|lady)\\b"
                    + "|\\bcongress ?(?:wo)?man\\b|\\bmi (?:representante|congresista)\\b|\\b(?:al|el|la) congresista\\b");

    private static final Pattern ONE = Pattern.compile(
            "\\b(?:con|a|en|de|del) un[oa] (?:me|le|no|si|deje|hable|se|contest\\w*|dio|da|fue|estaba|ya|nomas|solo|sono|salio)\\b"
                    + "|^un[oa] (?:me|no|si|contest\\w*|estaba|dio|sono)\\b"
                    + "|\\bone (?:of them )?(?:was|went|had|hung|picked|answered|got|said|i)\\b|\\b(?:with|at|for|got) one\\b");

    private static final Pattern THE_OTHER =
            Pattern.compile("\\b(?:the other|other one|el otro|la otra|al otro|del otro)\\b");

    /** What points at one of two without a name; what's left is what came of the call. */
    private static final Pattern POINTERS = Pattern.compile(
            "\\b(?:with|to|for|at|con|a|en|de|del|al)?(?: ?\\b(?:the|el|la))? ?\\b(?:first one|second one|other one|primer[oa]|segund[oa]|otr[oa]|un[oa]|est[ea]|this one)"
                    + "(?= (?:me|le|no|si|fue|hable|dej\\w*|se|contest\\w*|dio|da|estaba|ya|was|went|had|hung|picked|answered|got|said|i|solo|sono|salio)\\b)");

    private static final Pattern THIS =
            Pattern.compile("\\b(?:con|a) est[ea] (?!numero|oficina)|\\bthis (?:one|guy|lady) ");

    private static final Pattern GOES_ON = Pattern.compile(
            "^(?:(?:ok|so|now|y|and|whats|what about|where is|dame|cual es|quien es) )*(?:(?:the|el|la) )?(?:other one|next one|next|other|otr[oa]"
                    + "|siguiente|whos next|who is next|whos left|quien sigue|quien falta)$");

    private static final Pattern ALSO = Pattern.compile("\\b(?:too|also|as well|tambien|tampoco)\\b");

    private static final Pattern FILLERS =
            Pattern.compile("^(?:(?:ok|okay|also|well|wait|pues|bueno|ay|o sea|no(?= @)) )+");

    private final String typed;
    private final List<Seat> sitting;
    private final Function<String, @Nullable String> meanings;
    private final Map<Seat, List<String>> said = new LinkedHashMap<>();
    private final Set<Seat> changed = new LinkedHashSet<>();
    private final Set<Seat> denied = new LinkedHashSet<>();
    private final Set<String> others = new LinkedHashSet<>();
    private final List<String> unnamed = new ArrayList<>();
    private final Set<Seat> moved = new LinkedHashSet<>();
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

    private void read(CallRound round, Optional<Seat> recent, Function<String, Optional<String>> otherNames) {
        List<String> clauses = Clauses.all(typed).toList();
        String whole = Fold.fold(typed);
        isOneAndOther = sitting.size() > 1
                && Directory.spokenOf(typed, sitting).isEmpty()
                && ONE.matcher(whole).find()
                && THE_OTHER.matcher(whole).find();
        List<Seat> about = List.of();
        boolean isAboutOthers = false;
        boolean isPair = false;
        String before = null;
        String leading = null;
        String otherUntold = null;
        List<Seat> bare = new ArrayList<>();
        for (String each : clauses) {
            Matcher retracting = RETRACTS.matcher(Fold.fold(each));
            boolean isJest = IN_JEST.matcher(Fold.fold(each)).find();
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
            if (GOES_ON.matcher(Fold.fold(clause)).find()) {
                goesOn = true;
                continue;
            }
            List<Seat> named = named(spoken);
            Optional<String> other = spoken.named().isEmpty()
                    ? otherNames.apply(clause).or(() -> house(clause, round))
                    : Optional.empty();
            boolean isOfOthers = other.isPresent();
            String outcome = outcome(words);
            if (isAhead(clause) && (outcome == null || outcome.equals(NONE))) {
                continue;
            }
            if (NONE.equals(outcome)
                    && named.size() > 1
                    && !JOINED.matcher(words).find()) {
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
                if (isFirst && outcome != null && before != null && isAnother(before, outcome, clause)) {
                    leading = before;
                }
                for (Seat seat : named) {
                    List<String> outcomes = listed(seat);
                    if (outcome != null) {
                        outcomes.add(outcome);
                    } else if (before != null && (isFirst || isBare(words))) {
                        outcomes.add(before);
                    } else if (isBare(words)) {
                        bare.add(seat);
                    }
                }
                if (outcome != null) {
                    bare.forEach(seat -> listed(seat).add(outcome));
                    bare.clear();
                }
                if (CHANGE.matcher(words).find()) {
                    changed.addAll(named);
                }
                if (WAS.matcher(words).find()) {
                    moved.addAll(named);
                }
            } else if (isOneAndOther) {
                // "I got both of them" is about none of the two.
                boolean isOfThePair =
                        ONE.matcher(words).find() || THE_OTHER.matcher(words).find();
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
            before = outcome == null ? before : outcome;
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
        isHalfTold = false;
        goesOn = false;
        retracts = true;
    }

    /** Whether a clause says what is yet to be done, so that nobody in it was called by that. */
    static boolean isAhead(String clause) {
        String words = Fold.fold(clause);
        return AHEAD.matcher(words).find() && !NEGATED.matcher(words).find();
    }

    /**
     * Whether what a clause with a name tells of is another call than the one before it, which was on the open card: "talked to a guy.
     * also left a voicemail for kelly".
     */
    private static boolean isAnother(String before, String outcome, String clause) {
        // "Didn't say" may be about the call that was told before.
        return CallReport.isReached(before)
                && !outcome.equals(NONE)
                && (!before.equals(outcome) || ALSO.matcher(Fold.fold(clause)).find());
    }

    /** Of several in a clause that takes something back, the one whom it's said of: "undo booker i only called kim". */
    private static List<Seat> changed(Spoken spoken, List<Seat> named) {
        List<Seat> changed = new ArrayList<>();
        int from = 0;
        for (Seat seat : spoken.named()) {
            int at = spoken.text().indexOf(Spoken.NAME, from);
            if (named.contains(seat)
                    && CHANGE.matcher(spoken.text().substring(from, at)).find()) {
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
            if (DENIED.matcher(spoken.text().substring(0, at)).find()) {
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
                && OF_THE_HOUSE.matcher(Fold.fold(clause)).find();
        return isOfHouse ? Optional.of(HOUSE) : Optional.empty();
    }

    /** The lawmaker a clause means by "the first one", "the other" or "this one" instead of a name. */
    private List<Seat> pointed(String clause, CallRound round, Optional<Seat> recent, List<Seat> about) {
        if (THIS.matcher(Fold.fold(clause) + " ").find() && sitting.size() == 2) {
            Seat seat = round.open().or(() -> recent).orElse(sitting.get(1));
            return List.of(about.contains(seat) ? sitting.get(1 - sitting.indexOf(seat)) : seat);
        }
        return round.pointed(clause).stream().toList();
    }

    /** What a clause says came of a call; null if nothing. */
    private @Nullable String outcome(String words) {
        if (NO_SUCH_CALL.matcher(words).find()) {
            return null;
        }
        String nameless = NAME.matcher(FILLERS.matcher(words).replaceFirst("")).replaceAll("");
        String rest = POINTERS.matcher(nameless).replaceAll("").strip().replaceAll("\\s+", " ");
        String step = rest.isEmpty() ? null : meanings.apply(rest);
        return step == null ? null : OUTCOMES.get(step);
    }

    private static boolean isBare(String words) {
        return NAME.matcher(words).replaceAll("").strip().split("\\s+", -1).length < 2;
    }

    /** Whose calls the text tells of, each with what came of it; empty text if it doesn't say. */
    Map<Seat, String> calls() {
        Map<Seat, String> calls = new LinkedHashMap<>();
        said.forEach((seat, outcomes) -> calls.put(seat, last(outcomes)));
        changed.forEach(seat -> calls.computeIfPresent(seat, (each, outcome) -> outcome.isEmpty() ? NONE : outcome));
        return calls;
    }

    /** Of several things that came of a call, the message in the end, or else the first: they hung up, and that was it. */
    private static String last(List<String> outcomes) {
        Stream<String> real = outcomes.stream().filter(outcome -> !outcome.equals(NONE));
        List<String> told = real.toList();
        if (told.isEmpty()) {
            return outcomes.isEmpty() ? "" : NONE;
        }
        boolean isMessageInTheEnd = told.contains("message") && !told.contains("spoke");
        return isMessageInTheEnd ? "message" : told.contains("cut-off") ? "cut-off" : told.get(0);
    }

    /** Those whose call it wasn't: "no era Gallego". */
    Set<Seat> denied() {
        return Set.copyOf(denied);
    }

    /** Those whose call the last one was instead: "that was Kelly". */
    Set<Seat> moved() {
        return Set.copyOf(moved);
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
        boolean isOfAll = NOBODY.matcher(words).find()
                || (!whole.equals(NONE) && ALL.matcher(words).find());
        // Whoever talked to nobody may well have left a voicemail.
        boolean isOfTalks = TALK.matcher(words).find() && !CALL.matcher(words).find() && whole.equals(NONE);
        return isOfAll && !ELSE.matcher(words).find() && (!isOfTalks || outcome.equals(CallReport.SPOKE));
    }

    /** Whether it says in the end that no message was left, whatever it means as a whole. */
    boolean leftNone() {
        List<String> clauses = Clauses.all(typed).toList();
        return clauses.size() > 1
                && NOT_LEFT.matcher(Fold.fold(clauses.get(clauses.size() - 1))).find();
    }

    /** Whether it asks for the next one. */
    boolean goesOn() {
        return goesOn;
    }

    /** Whether it says that another call went the same way: "busy, too". */
    boolean isAlso() {
        return ALSO.matcher(Fold.fold(typed)).find();
    }

    /** Whether it begins as a correction does. */
    boolean corrects() {
        return Clauses.all(typed)
                .findFirst()
                .filter(first -> CORRECTS.matcher(Fold.fold(first)).find())
                .isPresent();
    }
}
