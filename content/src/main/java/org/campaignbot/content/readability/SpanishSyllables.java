package org.campaignbot.content.readability;

/**
 * Counts the syllables of Spanish words: each strong vowel is one, and a weak vowel next to it belongs to it.
 *
 * <p>By the rules of the Real Academia Española: {@code a e o} and accented {@code í ú} are strong; {@code h} between vowels
 * doesn't separate them; {@code u} is silent in {@code que qui gue gui}; {@code y} at the end of a word is a vowel.
 */
final class SpanishSyllables {

    private static final String STRONG = "aeoáéóíú";
    private static final String WEAK = "iuü";

    private SpanishSyllables() {}

    /** The number of syllables of a lower-case word; at least one. */
    static int of(String word) {
        String spoken = word.replaceAll("(?<=[qg])u(?=[eiéí])", "")
                .replaceAll("(?<![cs])h", "")
                .replaceAll("y$", "i")
                .replaceAll("y(?=[^aeiouáéíóú])", "i");
        int count = 0;
        // Whether the current syllable has a strong vowel, and whether it has any vowel.
        boolean strong = false;
        boolean vowel = false;
        for (int i = 0; i < spoken.length(); i++) {
            char letter = spoken.charAt(i);
            if (STRONG.indexOf(letter) >= 0) {
                count += strong || !vowel ? 1 : 0;
                strong = true;
                vowel = true;
            } else if (WEAK.indexOf(letter) >= 0) {
                count += vowel ? 0 : 1;
                vowel = true;
            } else {
                strong = false;
                vowel = false;
            }
        }
        return Math.max(1, count);
    }
}
