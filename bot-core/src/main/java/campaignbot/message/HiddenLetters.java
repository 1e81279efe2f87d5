package campaignbot.message;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Finds characters that nobody sees and that change what is read: those that turn the direction of writing, and invisible ones.
 *
 * <p>A joiner may stand inside an emoji and between letters of a script that joins them; tag characters may stand in a flag.
 */
public final class HiddenLetters {

    /** What a font draws as nothing without being a format character of Unicode: grapheme joiner, Hangul fillers, selectors. */
    private static final Pattern BLANK =
            Pattern.compile("[\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u3164\\uFFA0\\uFE00-\\uFE0D\\x{E0100}-\\x{E01EF}]");

    /** Scripts in which a joiner changes the shape of letters, so that it belongs to spelling. */
    private static final Pattern JOINING = Pattern.compile(
            "[\\p{IsArabic}\\p{IsSyriac}\\p{IsMongolian}\\p{IsDevanagari}\\p{IsBengali}\\p{IsGurmukhi}\\p{IsGujarati}\\p{IsOriya}"
                    + "\\p{IsTamil}\\p{IsTelugu}\\p{IsKannada}\\p{IsMalayalam}\\p{IsSinhala}\\p{IsKhmer}\\p{IsMyanmar}]");

    /** Signs that stand before Arabic or Syriac digits and can be seen, though Unicode counts them as formats. */
    private static final Pattern SEEN = Pattern.compile("[\\u0600-\\u0605\\u06DD\\u070F\\u0890\\u0891\\u08E2]");

    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;
    private static final int BLACK_FLAG = 0x1F3F4;
    private static final int FIRST_TAG = 0xE0020;
    private static final int LAST_TAG = 0xE007F;

    private HiddenLetters() {}

    /** Where the first of them stands in a text, by its index; empty where there is none. */
    public static OptionalInt first(String text) {
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

    /** How the character at an index is written in tables of Unicode, as {@code U+202E}. */
    public static String name(String text, int at) {
        return String.format("U+%04X", text.codePointAt(at));
    }

    private static boolean isHidden(int letter) {
        String text = Character.toString(letter);
        return Character.getType(letter) == Character.FORMAT
                ? !SEEN.matcher(text).matches()
                : BLANK.matcher(text).matches();
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
