package org.campaignbot.content.understanding;

/**
 * Writes a word roughly as it sounds, so that "kiero" and "quiero", "yamar" and "llamar", "ise" and "ice" are the same.
 *
 * <p>People who write in a hurry, or who never learned to write their language, spell by ear. The rules are a compromise
 * between English and Spanish, because the language of a word isn't known.
 */
final class Sound {

    private Sound() {}

    /** The sound of a folded word; digits and letters of other scripts stay unchanged. */
    static String of(String word) {
        StringBuilder sound = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char letter = word.charAt(i);
            char next = i + 1 < word.length() ? word.charAt(i + 1) : ' ';
            boolean soft = next == 'e' || next == 'i' || next == 'y';
            switch (letter) {
                case 'h' -> {
                    // Silent in Spanish and left out by many in English; "ch", "sh" and "th" are handled at their first
                    // letter.
                    // Only "hour" keeps it: without, a question about a time of day would be about our house.
                    if (i == 0 && word.startsWith("hour")) {
                        append(sound, 'h');
                    }
                }
                case 'c' -> {
                    if (next == 'h') {
                        append(sound, 'x');
                    } else if (next != 'k' && next != 'c') {
                        append(sound, soft ? 's' : 'k');
                    }
                }
                case 'q' -> {
                    append(sound, 'k');
                    i += next == 'u' ? 1 : 0;
                }
                case 'g' -> {
                    if (next == 'u' && i + 2 < word.length() && "ei".indexOf(word.charAt(i + 2)) >= 0) {
                        append(sound, 'g');
                        i++;
                    } else {
                        append(sound, soft ? 'j' : 'g');
                    }
                }
                case 'p' -> append(sound, next == 'h' ? 'f' : 'p');
                case 'l' -> {
                    // A double l before a vowel is the Spanish one; "call" and "bills" keep theirs.
                    boolean spanish = next == 'l' && i + 2 < word.length() && "aeiou".indexOf(word.charAt(i + 2)) >= 0;
                    append(sound, spanish ? 'y' : 'l');
                    i += next == 'l' ? 1 : 0;
                }
                case 'z' -> append(sound, 's');
                case 'v' -> append(sound, 'b');
                case 'y' -> append(sound, "aeiou".indexOf(next) >= 0 ? 'y' : 'i');
                default -> append(sound, letter);
            }
        }
        return sound.toString();
    }

    /**
     * Adds a letter unless it only repeats the one before: "heeelp" is "help". Repeated digits are kept, because they make
     * another number.
     */
    private static void append(StringBuilder sound, char letter) {
        int end = sound.length();
        if (end == 0 || sound.charAt(end - 1) != letter || Character.isDigit(letter)) {
            sound.append(letter);
        }
    }
}
