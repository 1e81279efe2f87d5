package campaignbot.conversation;

/** Makes typed text readable: no control characters, no direction marks, no space around. */
final class Input {

    /** The longest text that is read, in UTF-16 units; a letter fits, a book does not. */
    static final int LONGEST = 4_000;

    private Input() {}

    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(letter -> {
            switch (Character.getType(letter)) {
                case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                    clean.append(letter == '\n' ? '\n' : ' ');
                // Direction marks and zero-width letters can hide what a text says; the joiners inside emoji go as
                // well.
                case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> {}
                default -> clean.appendCodePoint(letter);
            }
        });
        return clean.toString().strip();
    }
}
