package org.campaignbot.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Finds the keys that a misspelled one may have meant, by comparing the letters of all keys. */
final class SpellingIndex {

    private final String[] keys;
    private final int[] letters;
    private final byte[] lengths;

    SpellingIndex(Collection<String> all) {
        keys = all.toArray(String[]::new);
        letters = new int[keys.length];
        lengths = new byte[keys.length];
        for (int i = 0; i < keys.length; i++) {
            letters[i] = Spelling.letters(keys[i]);
            lengths[i] = (byte) Math.min(keys[i].length(), Byte.MAX_VALUE);
        }
    }

    /** The keys with the fewest typos. */
    record Nearest(int slips, List<String> keys) {}

    /** The nearest keys within this many typos that start like the typed one; none if all are further away. */
    Nearest nearest(String typed, int limit) {
        int best = limit;
        int typedLetters = Spelling.letters(typed);
        int length = typed.length();
        List<String> found = new ArrayList<>();
        for (int i = 0; i < keys.length; i++) {
            if (Math.abs(lengths[i] - length) <= best
                    && Spelling.couldBeWithin(best, typedLetters, letters[i])
                    && beginsLike(typed, keys[i])) {
                int slips = Spelling.slips(typed, keys[i], best);
                if (slips < best) {
                    best = slips;
                    found.clear();
                }
                if (slips == best) {
                    found.add(keys[i]);
                }
            }
        }
        return new Nearest(found.isEmpty() ? limit + 1 : best, List.copyOf(found));
    }

    /** People rarely get the first letter wrong; the first two may be swapped. */
    private static boolean beginsLike(String typed, String key) {
        return typed.charAt(0) == key.charAt(0)
                || (typed.length() > 1
                        && key.length() > 1
                        && typed.charAt(0) == key.charAt(1)
                        && typed.charAt(1) == key.charAt(0));
    }
}
