package org.campaignbot.directory;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds ZIP codes in what a person writes, and ignores longer numbers, such as phone numbers. */
final class ZipText {

    static final int NONE = -1;
    private static final int LONGEST_PREFIX = 20;
    private static final int LENGTH = 5;

    private static final List<Set<String>> DIGITS = List.of(
            Set.of("zero", "oh", "o", "cero"),
            Set.of("one", "uno", "un"),
            Set.of("two", "dos"),
            Set.of("three", "tres"),
            Set.of("four", "cuatro"),
            Set.of("five", "cinco"),
            Set.of("six", "seis"),
            Set.of("seven", "siete"),
            Set.of("eight", "ocho"),
            Set.of("nine", "nueve"));

    private ZipText() {}

    /** A ZIP code whose five digits are written as words, such as "nine oh two one oh"; empty if there is none. */
    static Optional<String> spelledOut(String text) {
        StringBuilder digits = new StringBuilder();
        for (String word : (text.toLowerCase(Locale.ROOT) + " .").split("[\\s,-]+", -1)) {
            int digit = digit(word);
            if (digit >= 0) {
                digits.append(digit);
            } else if (digits.length() == LENGTH) {
                return Optional.of(digits.toString());
            } else {
                digits.setLength(0);
            }
        }
        return Optional.empty();
    }

    private static int digit(String word) {
        for (int i = 0; i < DIGITS.size(); i++) {
            if (DIGITS.get(i).contains(word)) {
                return i;
            }
        }
        return -1;
    }

    /** The index of the first digit of the next ZIP code at or after an index, or {@link #NONE}. */
    static int next(String text, int from) {
        int i = from;
        while (i < text.length()) {
            if (!isDigit(text, i)) {
                i++;
                continue;
            }
            int end = endOfDigits(text, i);
            if (end - i == 5 && startsAlone(text, i) && endsAlone(text, end)) {
                return i;
            }
            i = end;
        }
        return NONE;
    }

    /** The number formed by the five digits at an index. */
    static int code(String text, int index) {
        int code = 0;
        for (int i = index; i < index + 5; i++) {
            code = code * 10 + text.charAt(i) - '0';
        }
        return code;
    }

    private static boolean startsAlone(String text, int start) {
        if (start == 0) {
            return true;
        }
        char before = text.charAt(start - 1);
        if (Character.isLetterOrDigit(before)) {
            return false;
        }
        boolean joined = before == '-' || before == '.' || before == '/' || before == ':' || before == '_';
        if (joined && isDigit(text, start - 2)) {
            return false;
        }
        // "+33 12345": after a number that started with a plus, a space continues it.
        int i = start - 1;
        int furthest = Math.max(0, start - LONGEST_PREFIX);
        while (i > furthest && (isDigit(text, i) || text.charAt(i) == ' ')) {
            i--;
        }
        return text.charAt(i) != '+';
    }

    private static boolean endsAlone(String text, int end) {
        if (end == text.length()) {
            return true;
        }
        char after = text.charAt(end);
        if (Character.isLetterOrDigit(after)) {
            return false;
        }
        if (!isDigit(text, end + 1)) {
            return true;
        }
        int length = endOfDigits(text, end + 1) - end - 1;
        return switch (after) {
            // ZIP+4; any other length is some other number.
            case '-' -> length == 4 && !goesOn(text, end + 5);
            case ' ' -> length != 3 && length <= 5;
            case ',' -> length == 5;
            default -> !isJoint(after);
        };
    }

    private static boolean goesOn(String text, int end) {
        return end < text.length() && (isJoint(text.charAt(end)) && isDigit(text, end + 1));
    }

    private static boolean isJoint(char between) {
        return between == '-' || between == '.' || between == '/' || between == ':' || between == '_';
    }

    private static int endOfDigits(String text, int start) {
        int end = start;
        while (isDigit(text, end)) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(String text, int index) {
        return index >= 0 && index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }
}
