package org.campaignbot.content.understanding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Corrects an unknown word to the listed word that it most likely misspells. Immutable once filled. */
final class Speller {

    /** A shorter word has too many neighbors to guess among. */
    private static final int SHORTEST = 4;

    /** From this length one letter may be wrong, added or missing; in shorter words letters may only be swapped or missing. */
    private static final int ONE = 5;

    /** From this length two letters may be wrong, added or missing. */
    private static final int TWO = 8;

    private final Set<String> known = new HashSet<>();
    private final List<Known> longOnes = new ArrayList<>();
    private final Map<Character, List<Known>> byFirst = new HashMap<>();

    /** A known word, and which letters are in it, a bit each. */
    private record Known(String word, int letters) {}

    /** Adds the sound of a word. */
    void add(String sound) {
        if (!sound.isEmpty() && known.add(sound) && sound.length() >= SHORTEST) {
            Known word = new Known(sound, letters(sound));
            byFirst.computeIfAbsent(sound.charAt(0), first -> new ArrayList<>()).add(word);
            if (sound.length() >= TWO) {
                longOnes.add(word);
            }
        }
    }

    /** The sound of the word that was meant; the given one if it's known or if nothing is near. */
    String correct(String sound) {
        if (sound.length() < SHORTEST || known.contains(sound)) {
            return sound;
        }
        String corrected = nearest(sound, byFirst.getOrDefault(sound.charAt(0), List.of()));
        // A wrong first letter is corrected only in long words.
        return corrected.equals(sound) && sound.length() >= TWO ? nearest(sound, longOnes) : corrected;
    }

    private static int letters(String sound) {
        int letters = 0;
        for (int i = 0; i < sound.length(); i++) {
            letters |= 1 << sound.charAt(i);
        }
        return letters;
    }

    private static String nearest(String sound, List<Known> words) {
        String best = sound;
        int least = 3;
        int letters = letters(sound);
        for (Known known : words) {
            String word = known.word;
            int shorter = Math.min(word.length(), sound.length());
            int allowed = shorter >= TWO - 1 ? Math.min(least, 3) : Math.min(least, 2);
            int gap = Math.abs(word.length() - sound.length());
            boolean close = sound.length() >= ONE || gap == 1 || swapped(sound, word);
            // One wrong letter makes a difference of two at most.
            if (gap < allowed && close && Integer.bitCount(letters ^ known.letters) < 2 * allowed) {
                int distance = distance(sound, word, allowed);
                if (distance < allowed) {
                    best = word;
                    least = distance;
                }
            }
        }
        return best;
    }

    private static boolean swapped(String one, String other) {
        for (int i = 0; i + 1 < one.length(); i++) {
            if (one.charAt(i) != other.charAt(i)) {
                return one.charAt(i) == other.charAt(i + 1)
                        && one.charAt(i + 1) == other.charAt(i)
                        && one.regionMatches(i + 2, other, i + 2, one.length());
            }
        }
        return false;
    }

    /** The number of letters to add, remove, change or swap; {@code limit} if it's that many or more. */
    private static int distance(String from, String to, int limit) {
        int[] before = new int[to.length() + 1];
        int[] row = new int[to.length() + 1];
        int[] next = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            next[0] = i;
            int least = i;
            for (int j = 1; j <= to.length(); j++) {
                boolean same = from.charAt(i - 1) == to.charAt(j - 1);
                int cost = Math.min(row[j - 1] + (same ? 0 : 1), Math.min(row[j], next[j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1)) {
                    cost = Math.min(cost, before[j - 2] + 1);
                }
                next[j] = cost;
                least = Math.min(least, cost);
            }
            if (least >= limit) {
                return limit;
            }
            int[] spare = before;
            before = row;
            row = next;
            next = spare;
        }
        return row[to.length()];
    }
}
