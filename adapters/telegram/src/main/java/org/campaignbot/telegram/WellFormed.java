package org.campaignbot.telegram;

/** Text that every encoder accepts: an unpaired surrogate, which JSON can't carry, becomes U+FFFD. */
final class WellFormed {

    private WellFormed() {}

    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (Character.isSurrogate(letter)) {
                if (isPair(text, i)) {
                    i++;
                } else {
                    return repaired(text);
                }
            }
        }
        return text;
    }

    private static boolean isPair(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1));
    }

    private static String repaired(String text) {
        StringBuilder repaired = new StringBuilder(text.length());
        text.codePoints().forEach(letter -> {
            boolean half = letter <= Character.MAX_VALUE && Character.isSurrogate((char) letter);
            repaired.appendCodePoint(half ? '\uFFFD' : letter);
        });
        return repaired.toString();
    }
}
