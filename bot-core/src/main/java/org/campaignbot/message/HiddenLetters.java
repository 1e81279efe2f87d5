package org.campaignbot.message;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Finds invisible characters, and characters that change the direction of writing, which alter what people read.
 *
 * <p>Joiners are allowed inside emoji and between letters of scripts that use them; tag characters are allowed in flags.
 */
public final class HiddenLetters {

    /** Scripts in which a joiner changes the shape of letters, so that it is part of the spelling. */
    private static final Pattern JOINING = Pattern.compile(
            "[\\p{IsArabic}\\p{IsSyriac}\\p{IsMongolian}\\p{IsDevanagari}\\p{IsBengali}\\p{IsGurmukhi}\\p{IsGujarati}\\p{IsOriya}"
                    + "\\p{IsTamil}\\p{IsTelugu}\\p{IsKannada}\\p{IsMalayalam}\\p{IsSinhala}\\p{IsKhmer}\\p{IsMyanmar}]");

    private static final int SOFT_HYPHEN = 0xAD;
    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;
    private static final int BLACK_FLAG = 0x1F3F4;
    private static final int FIRST_TAG = 0xE0020;
    private static final int LAST_TAG = 0xE007F;

    private HiddenLetters() {}

    /** The index of the first one in a text; empty if there is none. */
    public static OptionalInt first(String text) {
        return isPlain(text) ? OptionalInt.empty() : search(text);
    }

    /** Whether all letters are common in English or Spanish, so that there is nothing to search for. */
    private static boolean isPlain(String text) {
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            boolean isQuote = letter >= 0x2010 && letter <= 0x2027;
            if (letter == SOFT_HYPHEN || (letter >= 0x0300 && !isQuote)) {
                return false;
            }
        }
        return true;
    }

    private static OptionalInt search(String text) {
        boolean inFlag = false;
        int before = -1;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int letter = text.codePointAt(at);
            inFlag = letter == BLACK_FLAG || (inFlag && isTag(letter));
            boolean isJoiner = letter == JOINER || letter == NON_JOINER;
            boolean isHidden =
                    isJoiner ? !joins(letter, before, after(text, at)) : isTag(letter) ? !inFlag : isHidden(letter);
            if (isHidden) {
                return OptionalInt.of(at);
            }
            before = letter == 0xFE0F ? before : letter;
        }
        return OptionalInt.empty();
    }

    /** The Unicode name of the character at an index, such as {@code U+202E}. */
    public static String name(String text, int at) {
        return String.format("U+%04X", text.codePointAt(at));
    }

    // Every letter of a pack goes through here at each start, so it compares numbers instead of matching patterns.
    private static boolean isHidden(int letter) {
        return Character.getType(letter) == Character.FORMAT ? !isSeen(letter) : isBlank(letter);
    }

    /** Whether it is a visible sign before Arabic or Syriac digits, although Unicode classifies it as a format character. */
    private static boolean isSeen(int letter) {
        return (letter >= 0x0600 && letter <= 0x0605)
                || letter == 0x06DD
                || letter == 0x070F
                || letter == 0x0890
                || letter == 0x0891
                || letter == 0x08E2;
    }

    /**
     * Whether fonts draw nothing, although Unicode doesn't classify it as a format character: grapheme joiner, Hangul fillers,
     * selectors.
     */
    private static boolean isBlank(int letter) {
        return switch (letter) {
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0 -> true;
            default -> (letter >= 0xFE00 && letter <= 0xFE0D) || (letter >= 0xE0100 && letter <= 0xE01EF);
        };
    }

    private static boolean joins(int joiner, int before, int after) {
        if (before < 0 || after < 0) {
            return false;
        }
        if (joiner == JOINER && isPicture(before)) {
            return isPicture(after);
        }
        return JOINING.matcher(Character.toString(before)).matches()
                && (Character.isWhitespace(after)
                        || JOINING.matcher(Character.toString(after)).matches());
    }

    private static int after(String text, int at) {
        int next = at + Character.charCount(text.codePointAt(at));
        return next < text.length() ? text.codePointAt(next) : -1;
    }

    private static boolean isPicture(int letter) {
        return Character.getType(letter) == Character.OTHER_SYMBOL
                || (letter >= 0x1F3FB && letter <= 0x1F3FF)
                || (letter >= 0x2190 && letter <= 0x21FF);
    }

    private static boolean isTag(int letter) {
        return letter >= FIRST_TAG && letter <= LAST_TAG;
    }
}
