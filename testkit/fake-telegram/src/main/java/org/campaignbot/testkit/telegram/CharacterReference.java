package org.campaignbot.testkit.telegram;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A character reference as Telegram parses it: decimal, hexadecimal, or one of four names.
 *
 * @param text what it stands for
 * @param end where parsing continues after it
 */
record CharacterReference(String text, int end) {

    private static final Map<String, String> NAMES = Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"");
    private static final int LONGEST_NUMBER = 8;

    /** The reference that starts at an ampersand, or null if Telegram shows the ampersand itself. */
    static @Nullable CharacterReference at(String source, int ampersand) {
        boolean numeric = source.startsWith("#", ampersand + 1);
        boolean hexadecimal = numeric && source.startsWith("x", ampersand + 2);
        int from = ampersand + 1 + (numeric ? 1 : 0) + (hexadecimal ? 1 : 0);
        int end = from;
        while (end < source.length() && isPart(source.charAt(end), numeric, hexadecimal)) {
            end++;
        }
        String body = source.substring(from, end);
        String text = numeric ? character(body, hexadecimal ? 16 : 10) : NAMES.get(body);
        if (text == null) {
            return null;
        }
        return new CharacterReference(text, source.startsWith(";", end) ? end + 1 : end);
    }

    private static boolean isPart(char character, boolean numeric, boolean hexadecimal) {
        if (numeric) {
            return Character.digit(character, hexadecimal ? 16 : 10) >= 0;
        }
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
    }

    private static @Nullable String character(String digits, int radix) {
        if (digits.isEmpty() || digits.length() > LONGEST_NUMBER) {
            return null;
        }
        long code = Long.parseLong(digits, radix);
        return code == 0 || code >= Character.MAX_CODE_POINT ? null : Character.toString((int) code);
    }
}
