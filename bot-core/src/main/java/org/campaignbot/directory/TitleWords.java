package org.campaignbot.directory;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words around a name or place that aren't part of it: titles, "I live in …", "… please". */
final class TitleWords {

    private static final Map<String, Chamber> TITLES = Map.ofEntries(
            Map.entry("sen", Chamber.SENATE),
            Map.entry("senator", Chamber.SENATE),
            Map.entry("senador", Chamber.SENATE),
            Map.entry("senadora", Chamber.SENATE),
            Map.entry("rep", Chamber.HOUSE),
            Map.entry("representative", Chamber.HOUSE),
            Map.entry("representante", Chamber.HOUSE),
            Map.entry("congressman", Chamber.HOUSE),
            Map.entry("congresswoman", Chamber.HOUSE),
            Map.entry("congressperson", Chamber.HOUSE),
            Map.entry("congresista", Chamber.HOUSE),
            Map.entry("delegate", Chamber.HOUSE),
            Map.entry("delegada", Chamber.HOUSE),
            Map.entry("delegado", Chamber.HOUSE),
            Map.entry("commissioner", Chamber.HOUSE),
            Map.entry("comisionado", Chamber.HOUSE),
            Map.entry("comisionada", Chamber.HOUSE));

    /** Whether a folded word stands before a lawmaker's name. */
    static boolean isTitle(String word) {
        return TITLES.containsKey(word);
    }

    private static final Set<String> BEFORE = Set.of(
            "i",
            "im",
            "we",
            "my",
            "our",
            "is",
            "am",
            "are",
            "live",
            "the",
            "us",
            "resident",
            "a",
            "vivo",
            "vivimos",
            "soy",
            "somos",
            "estoy",
            "mi",
            "nuestra",
            "nuestro",
            "es",
            "el",
            "la",
            "yo");

    private static final Set<String> PREPOSITIONS = Set.of("in", "from", "near", "en", "de");

    private static final Set<String> AFTER =
            Set.of("please", "thanks", "thank", "you", "gracias", "por", "favor", "usa", "eeuu");

    private TitleWords() {}

    /** The query from the title on, which implies a chamber; null if there is no title with a name after it. */
    static @Nullable Titled titled(Query query) {
        for (int i = 0; i < query.size() - 1; i++) {
            Chamber chamber = TITLES.get(query.word(i));
            if (chamber != null) {
                int start = query.word(i + 1).matches("is|es") && i + 2 < query.size() ? i + 2 : i + 1;
                return new Titled(chamber, query.part(start, query.size()));
            }
            if (!BEFORE.contains(query.word(i))) {
                return null;
            }
        }
        return null;
    }

    record Titled(Chamber chamber, Query name) {}

    private static final Set<String> GREETINGS =
            Set.of("hi", "hello", "hey", "hola", "so", "well", "ok", "okay", "um", "oh", "yes", "si", "sure");

    /** The query without a greeting before it and thanks after it. */
    static Query polite(Query query) {
        int to = query.size();
        while (to > 1 && AFTER.contains(query.word(to - 1))) {
            to--;
        }
        return withoutGreeting(query.part(0, to));
    }

    /** The query without a greeting before it: "Hi, Denver" isn't Denver in Hawaii. */
    static Query withoutGreeting(Query query) {
        int from = 0;
        while (from < query.size() - 1 && GREETINGS.contains(query.word(from))) {
            from++;
        }
        return query.part(from, query.size());
    }

    /** The query without "I live in" before it and "please" after it; never empty unless the query is. */
    static Query stripped(Query query) {
        int to = query.size();
        while (to > 1 && AFTER.contains(query.word(to - 1))) {
            to--;
        }
        int from = 0;
        for (int i = 0; i < to - 1; i++) {
            String word = query.word(i);
            // "De Soto" and "La Jolla" start with such a word and are names.
            if (PREPOSITIONS.contains(word) && (i > 0 || !word.equals("de"))) {
                from = i + 1;
            } else if (!BEFORE.contains(word)) {
                break;
            }
        }
        return query.part(from, to);
    }
}
