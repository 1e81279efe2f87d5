package org.campaignbot.conversation;

/** Cleans typed text: no control characters, no direction marks, no surrounding space. */
final class Input {

    /** The longest text that is read, in UTF-16 units; enough for a letter, not for a book. */
    static final int LONGEST = 4_000;

    private Input() {}

    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(letter -> {
            switch (Character.getType(letter)) {
                case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                    clean.append(letter == '\n' ? '\n' : ' ');
                // Direction marks and zero-width letters can hide what a text says; this drops the joiners inside
                // emoji too.
                case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> {}
                default -> clean.appendCodePoint(letter);
            }
        });
        return clean.toString().strip();
    }
}
