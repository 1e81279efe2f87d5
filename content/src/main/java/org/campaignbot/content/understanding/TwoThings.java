package org.campaignbot.content.understanding;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.campaignbot.conversation.Understanding.Destination;
import org.campaignbot.flow.Fold;
import org.jspecify.annotations.Nullable;

/**
 * Hears both halves of a text that says two things: "left a message for Durbin, do I have to call both", "is it free and how long does it
 * take".
 *
 * <p>It tries every place where a second thing may begin, and takes the one with the clearest halves.
 */
final class TwoThings {

    /**
     * Each half is at least this probable. Of 200 lines with two things that two people wrote, 97 are heard whole, where 24 were;
     * of 140 that are one thing, 98 are read right, where 101 were.
     */
    private static final double SURE = 0.5;

    /** A half needs this much more if its form doesn't fit: a report that asks, or a question that doesn't. */
    private static final double MORE_WITHOUT_FORM = 0.25;

    /** A longer text was pasted, not typed on a phone, and trying every place in it would take long. */
    private static final int MOST_WORDS = 40;

    private static final int FEWEST_WORDS = 3;

    /** Words that a question or a wish begins with, folded. */
    private static final Set<String> BEGINS = Set.of("""
            am are arent can could did do does doesnt gimme how hows if is isnt may must read remind send shall should stop switch tell what whats
            when where wheres which who whos why will would wouldnt
            como cual cuales cuando cuanta cuantas cuanto cuantos debo donde hay ke kien por pq puede pueden puedo quien quienes tengo xq
            """.strip().split("\\s+", -1));

    /** Words that link two things and belong to neither. */
    private static final Pattern BETWEEN = Pattern.compile(
            "^(?:(?:2 cosas|2 things|actually|adem[aá]s|ah|also|and|anyway|btw|bueno|but|dos cosas|e|like|n|nvm|oh|ok|otra cosa|pero|plus"
                    + "|so|tambi[eé]n|tb|then|two things|y)(?![\\p{L}'\u2019])[\\s,:.]*)+",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BETWEEN_AT_THE_END =
            Pattern.compile("(?:[\\s,;:]|\\s(?:also|and|but|e|pero|so|y)$)+$", Pattern.CASE_INSENSITIVE);

    /** "Billions or trillions" is one thing. */
    private static final Pattern OR = Pattern.compile("^(?:o|or|u)(?!\\p{L})", Pattern.CASE_INSENSITIVE);

    /** "Do I say my name when I call" is one thing. */
    private static final Pattern WHILE = Pattern.compile(
            "^(?:when|where|what|how|who|why|cuando) (?:i|im|you|u|they|theyre|he|she|it|we|my|the|someone|somebody|me|les?|yo)\\b");

    /** "If they call me back, do I pick up" is one thing. */
    private static final Pattern SUPPOSES = Pattern.compile("^(?:if|imagin\\w+|say|si|suppose) ");

    /** Asks back about what was just said, and means nothing alone: "she'd pass it on. is that it?" */
    private static final Pattern ASKS_BACK = Pattern.compile(
            "^(?:is|was) (?:that|this)(?: (?:it|all|right|true|correct|ok|okay|fine|good|bad|enough))?$|^(?:eso )?es todo$|^con eso ya(?: esta)?$");

    /** No clause ends with one of these. */
    private static final Set<String> DANGLING = Set.of("""
            a an and he how i is my of or she the their they we what when where which who why your
            al como con cual cuando de del donde el en la las los mi para pa por q que quien se su te un una y
            """.strip().split("\\s+", -1));

    /** What a question that goes on ends with: "which senators" of "which senators should I call". */
    private static final Pattern ASKS_WHICH =
            Pattern.compile("\\b(?:which|whose|how many) \\p{L}+$", Pattern.CASE_INSENSITIVE);

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final QuestionMatcher matcher;
    private final Destinations destinations;

    TwoThings(QuestionMatcher matcher, Destinations destinations) {
        this.matcher = matcher;
        this.destinations = destinations;
    }

    /** Two things in their order. */
    record Found(Part first, Part second, double probability) {}

    /** One of them. */
    record Part(String text, Matched meaning) {}

    /** The two things that a text says, if the bot can answer or count both and no more than one is a report. */
    Optional<Found> in(String text, QuestionMatcher.Around around) {
        if (SPACE.split(text).length > MOST_WORDS) {
            return Optional.empty();
        }
        return cuts(text)
                .map(at -> found(
                        BETWEEN.matcher(BETWEEN_AT_THE_END
                                        .matcher(text.substring(0, at))
                                        .replaceFirst(""))
                                .replaceFirst(""),
                        BETWEEN.matcher(text.substring(at)).replaceFirst(""),
                        around))
                .filter(Objects::nonNull)
                .max(Comparator.comparingDouble(Found::probability))
                .filter(found -> found.probability() >= SURE);
    }

    /** Where a second thing may begin. */
    private static Stream<Integer> cuts(String text) {
        return SPACE.matcher(text)
                .results()
                .filter(space -> space.start() > 0 && isCut(text, space.start(), space.end()))
                .map(MatchResult::end);
    }

    private static boolean isCut(String text, int space, int next) {
        String rest = text.substring(next);
        boolean isMarked = ",.?!;:".indexOf(text.charAt(space - 1)) >= 0
                || BETWEEN.matcher(rest).find();
        return !OR.matcher(rest).find()
                && (isMarked
                        || (BEGINS.contains(Fold.fold(SPACE.split(rest, 2)[0]))
                                && !WHILE.matcher(Fold.fold(rest)).find()));
    }

    private @Nullable Found found(String one, String other, QuestionMatcher.Around around) {
        if (SPACE.split(one).length < FEWEST_WORDS
                || SPACE.split(other).length < FEWEST_WORDS
                || SUPPOSES.matcher(Fold.fold(one)).find()
                || ASKS_BACK.matcher(Fold.fold(other)).find()
                || isDangling(one)) {
            return null;
        }
        Part first = new Part(one, matcher.ordinary(one, around));
        Part second = new Part(other, matcher.ordinary(other, around));
        boolean areTwo = isAnswered(first)
                && isAnswered(second)
                && !Objects.equals(to(first), to(second))
                && !(isReport(first, around) && isReport(second, around));
        return areTwo ? new Found(first, second, Math.min(weight(first, around), weight(second, around))) : null;
    }

    private static boolean isDangling(String half) {
        return ASKS_WHICH.matcher(half).find()
                || (Character.isLetter(half.charAt(half.length() - 1))
                        && DANGLING.contains(Fold.fold(half.substring(half.lastIndexOf(' ') + 1))));
    }

    private boolean isAnswered(Part part) {
        return to(part) != null && matcher.asksForSomething(part.meaning().answer());
    }

    private @Nullable Destination to(Part part) {
        return destinations.of(part.meaning().answer());
    }

    /** Whether a half tells how a call went. */
    boolean isReport(Part part, QuestionMatcher.Around around) {
        String answer = part.meaning().answer();
        return matcher.isReport(answer) || (around.near().contains(answer) && !matcher.asksInside(part.text()));
    }

    private double weight(Part part, QuestionMatcher.Around around) {
        boolean isReport = isReport(part, around);
        return part.meaning().confidence() - (isReport == matcher.asksInside(part.text()) ? MORE_WITHOUT_FORM : 0);
    }
}
