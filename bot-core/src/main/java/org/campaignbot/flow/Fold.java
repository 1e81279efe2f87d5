package org.campaignbot.flow;

import java.text.Normalizer;

/** Normalizes words for comparison: lower case, no accents, no punctuation, single spaces. */
public final class Fold {

    private Fold() {}

    /** The folded form of a text; empty if it has neither letters nor digits. */
    public static String fold(String text) {
        String plain = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFD);
        StringBuilder folded = new StringBuilder(plain.length());
        boolean gap = false;
        for (int i = 0; i < plain.length(); ) {
            int letter = plain.codePointAt(i);
            i += Character.charCount(letter);
            if (Character.isLetterOrDigit(letter)) {
                if (gap && !folded.isEmpty()) {
                    folded.append(' ');
                }
                gap = false;
                folded.appendCodePoint(Character.toLowerCase(letter));
            } else if (Character.getType(letter) != Character.NON_SPACING_MARK && letter != '\'' && letter != '’') {
                gap = true;
            }
        }
        return folded.toString();
    }

    /** How many words a text has, counted as folded; 1 for a text without any. */
    public static int words(String text) {
        return fold(text).split(" ", -1).length;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }
}
