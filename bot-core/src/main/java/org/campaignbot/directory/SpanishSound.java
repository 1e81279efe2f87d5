package org.campaignbot.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds names that somebody spelled by ear, as Spanish spells: "jiuston" for Houston, "yacsonvil" for Jacksonville.
 *
 * <p>Two names sound alike if their consonants do, in the same order. Vowels don't count, because English ones have no Spanish
 * letters.
 */
final class SpanishSound {

    /** With fewer consonants, too many names sound alike. */
    private static final int FEWEST_CONSONANTS = 3;

    private final Map<String, List<String>> bySound = new HashMap<>();

    SpanishSound(Stream<String> keys) {
        keys.forEach(key ->
                bySound.computeIfAbsent(of(key), sound -> new ArrayList<>()).add(key));
    }

    /** The keys that sound like a typed one, those spelled most like it; none if it's spelled too unlike them. */
    List<String> like(String typed) {
        String sound = of(typed);
        if (sound.length() < FEWEST_CONSONANTS) {
            return List.of();
        }
        int best = typed.length() / 2;
        List<String> found = new ArrayList<>();
        for (String key : bySound.getOrDefault(sound, List.of())) {
            int slips = Spelling.slips(typed, key, best);
            if (slips < best) {
                best = slips;
                found.clear();
            }
            if (slips == best) {
                found.add(key);
            }
        }
        return found;
    }

    /** The consonants of a key as a Spanish ear tells them apart. */
    static String of(String key) {
        StringBuilder sound = new StringBuilder();
        for (int i = 0; i < key.length(); i++) {
            char next = i + 1 < key.length() ? key.charAt(i + 1) : ' ';
            char heard = heard(key.charAt(i), next, i);
            if (heard != ' ' && (sound.isEmpty() || sound.charAt(sound.length() - 1) != heard)) {
                sound.append(heard);
            }
            if (next == 'h' && "cspt".indexOf(key.charAt(i)) >= 0) {
                i++;
            }
        }
        return sound.toString();
    }

    private static char heard(char letter, char next, int at) {
        boolean isSoft = "eiy".indexOf(next) >= 0;
        return switch (letter) {
            case 'c' -> next == 'h' ? 'C' : isSoft ? 's' : 'k';
            case 's' -> next == 'h' ? 'C' : 's';
            case 'p' -> next == 'h' ? 'f' : 'p';
            case 'g' -> isSoft ? 'j' : 'g';
            case 'k', 'q' -> 'k';
            case 'z', 'x' -> 's';
            case 'v', 'b' -> 'b';
            case 'j' -> 'j';
            case 'h', 'y' -> at == 0 ? 'j' : ' ';
            case 'a', 'e', 'i', 'o', 'u', 'w' -> ' ';
            default -> letter;
        };
    }
}
