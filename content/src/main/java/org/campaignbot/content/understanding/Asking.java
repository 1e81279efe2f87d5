package org.campaignbot.content.understanding;

import java.util.List;
import java.util.Set;
import org.campaignbot.flow.Fold;

/** Tells a question from a statement by its mark or its first words: "what do I leave on the voicemail" reports no voicemail. */
final class Asking {

    /** Words that may come before a question without being a part of it. */
    private static final Set<String> BEFORE = Set.of(
            "ok",
            "okay",
            "so",
            "wait",
            "and",
            "but",
            "um",
            "uh",
            "hey",
            "hi",
            "hello",
            "also",
            "please",
            "pls",
            "lol",
            "sorry",
            "q",
            "y",
            "pero",
            "oye",
            "oiga",
            "bueno",
            "perdon",
            "disculpe",
            "disculpa",
            "ay",
            "ah",
            "hola",
            "entonces",
            "mire",
            "mira");

    private static final Set<String> OPENERS = Set.of(
            "what", "whats", "how", "hows", "when", "where", "wheres", "which", "who", "whos", "why", "do", "does",
            "can", "could", "should", "would", "will", "is", "are", "am", "may", "shall", "que", "como", "cuando",
            "donde", "cual", "cuales", "cuanto", "cuanta", "cuantos", "cuantas", "quien", "quienes", "puedo", "puede",
            "pueden", "debo", "tengo", "hay", "xq", "q", "si");

    private Asking() {}

    /** Whether a text asks something, as far as its form tells. */
    static boolean asks(String text) {
        if (text.indexOf('?') >= 0 || text.indexOf('¿') >= 0) {
            return true;
        }
        List<String> words = List.of(Fold.fold(text).split(" ", -1));
        return words.stream()
                .dropWhile(word -> BEFORE.contains(word))
                .findFirst()
                .filter(OPENERS::contains)
                .isPresent();
    }
}
