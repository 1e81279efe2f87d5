package org.campaignbot.content.understanding;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.campaignbot.flow.Fold;

/** Tells a question or a supposition from a report by its form: "what do I leave on the voicemail" reports no voicemail. */
final class Asking {

    /** Words that may come before a question without being a part of it. */
    private static final Set<String> BEFORE = words("""
            ah also and ay bueno but disculpa disculpe entonces hello hey hi hola hypothetically lol mira mire ok okay oiga oye pero
            perdon please pls q so sorry uh um wait y
            """);

    private static final Set<String> OPENERS = words("""
            am are can could do does how hows if is may shall should what whats when where wheres which who whos why will would
            como cual cuales cuando cuanta cuantas cuanto cuantos debo donde hay puede pueden puedo que quien quienes si tengo xq
            """);

    /** "Qué" as it is typed on a phone, before what only a question says next: "y q digo en la máquina". */
    private static final Pattern WHAT = Pattern.compile(
            "(^| )(q|k|ke) (es|digo|le digo|les digo|hago|pongo|dejo|pasa si|significa|quiere decir)( |$)");

    /** A Spanish yes, which opens no question: "si, sonaba ocupado". Without accent and comma it may be an "if". */
    private static final Pattern YES = Pattern.compile(
            "^\\s*(?:s[iI]\\s*,|s\u00ed(?!\\p{L}))\\s*", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** What says that something didn't happen. A "no" alone may contradict: "no, I did get through". */
    private static final Pattern DENIES =
            Pattern.compile("\\b(?:never|not|dont|didnt|havent|hasnt|wasnt|isnt|nunca|tampoco|no pude)\\b");

    private Asking() {}

    private static Set<String> words(String words) {
        return Set.of(words.strip().split("\\s+", -1));
    }

    /**
     * Whether a text only supposes something: "if nobody picks up", "y si no contestan". Spanish "si" alone may be a yes: "si me
     * contestaron" reports that they did.
     */
    static boolean supposes(String text) {
        List<String> words = List.of(Fold.fold(text).split(" ", -1));
        int first = (int) words.stream().takeWhile(BEFORE::contains).count();
        return first < words.size()
                && (words.get(first).equals("if")
                        || (first > 0
                                && words.get(first - 1).equals("y")
                                && words.get(first).equals("si")));
    }

    /** Whether a text asks something, as far as its form tells. */
    static boolean asks(String typed) {
        String text = YES.matcher(typed).replaceFirst("");
        return text.indexOf('?') >= 0
                || text.indexOf('¿') >= 0
                || WHAT.matcher(Fold.fold(text)).find()
                || Stream.of(Fold.fold(text).split(" ", -1))
                        .dropWhile(BEFORE::contains)
                        .findFirst()
                        .filter(OPENERS::contains)
                        .isPresent();
    }

    /** Whether a text tells what happened: "I never did get through" and "what if I told him I'm a Republican" tell of no talk. */
    static boolean tells(String text) {
        return !asks(text)
                && !supposes(text)
                && !DENIES.matcher(Fold.fold(text)).find();
    }

    /** Whether a clause only tells what a question before it is for, as in "what hour do I call so nobody answers". */
    static boolean asksFor(String text, String question, String clause) {
        int end = text.indexOf(question) + question.length();
        int start = text.indexOf(clause, end);
        return asks(question)
                && start > end
                && Fold.fold(text.substring(end, start)).equals("so");
    }
}
