package org.campaignbot.directory;

import java.util.Set;

/**
 * Everyday English and Spanish words that are one typo away from a lawmaker's name. Found by querying the directory with the ten
 * thousand most frequent words of each language; typed alone, they don't count as a misspelled name.
 */
final class EverydayWords {

    private static final String LIST = """
            balcon cartera casare causar charter clouds cloudy comere corra corre correo corria corte corteza
            cosita costar costas craneo escoba estres fallen fallo faster field figuras figure gracia grave
            guests hosted luchas magazines massive mcdonalds millas ocasion ordena ordene ordeno pandilla
            pandillas papas patrones peers pelos pesadilla peter roger round scotty session simpsons steven
            string torre tuner understood water webmaster william
            """;

    private static final Set<String> WORDS = Set.of(LIST.strip().split("\\s+", -1));

    private EverydayWords() {}

    /** Whether the word, in lower case and without accents, is one of them. */
    static boolean contains(String word) {
        return WORDS.contains(word);
    }
}
