package org.campaignbot.content.tables;

/**
 * Walks through a JSON text once, a value at a time, and knows its position. It makes no objects of what it skips, so the three
 * megabytes of boundaries take a few dozen milliseconds.
 */
final class JsonCursor {

    /** The text at the cursor isn't what was expected. */
    static final class Unexpected extends Exception {
        private static final long serialVersionUID = 1;

        Unexpected(String message) {
            super(message);
        }
    }

    private static final int MOST_DEPTH = 100;

    private final String text;
    private int at;

    JsonCursor(String text) {
        this.text = text;
    }

    int line() {
        return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    int column() {
        return at - text.lastIndexOf('\n', Math.max(0, at - 1));
    }

    /** Steps into an object or array. */
    void enter(char bracket) throws Unexpected {
        expect(bracket);
    }

    /** Whether another element follows in the array or object; skips the comma before it or the bracket after it. */
    boolean hasNext(boolean first, char bracket) throws Unexpected {
        char next = peek();
        if (next == bracket) {
            at++;
            return false;
        }
        if (!first) {
            expect(',');
        }
        return true;
    }

    /** The name of the next member of an object. */
    String key() throws Unexpected {
        String key = string();
        expect(':');
        return key;
    }

    /** A string, with escapes left as they are: the names of districts and keys need none. */
    String string() throws Unexpected {
        expect('"');
        int start = at;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        if (at >= text.length()) {
            throw new Unexpected("the text is not closed by a quotation mark");
        }
        return text.substring(start, at++);
    }

    /** A whole number that fits in an {@code int}. */
    int integer() throws Unexpected {
        boolean negative = peek() == '-';
        if (negative) {
            at++;
        }
        int start = at;
        long number = 0;
        while (at < text.length() && at - start < 10) {
            int digit = text.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                break;
            }
            number = number * 10 + digit;
            at++;
        }
        boolean goesOn = at < text.length() && "0123456789.eE".indexOf(text.charAt(at)) >= 0;
        if (at == start || goesOn || number > Integer.MAX_VALUE) {
            throw new Unexpected("a whole number is expected");
        }
        return (int) (negative ? -number : number);
    }

    double decimal() throws Unexpected {
        peek();
        int start = at;
        while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        try {
            return Double.parseDouble(text.substring(start, at));
        } catch (NumberFormatException e) {
            at = start;
            throw new Unexpected("a number is expected");
        }
    }

    /** Skips a value of any kind. */
    void skip() throws Unexpected {
        skip(0);
    }

    private void skip(int depth) throws Unexpected {
        char next = peek();
        if (depth > MOST_DEPTH) {
            throw new Unexpected("brackets are nested too deep");
        }
        if (next == '"') {
            string();
        } else if (next == '{' || next == '[') {
            at++;
            char end = next == '{' ? '}' : ']';
            for (boolean first = true; hasNext(first, end); first = false) {
                if (next == '{') {
                    key();
                }
                skip(depth + 1);
            }
        } else {
            int start = at;
            while (at < text.length() && isBare(text.charAt(at))) {
                at++;
            }
            if (at == start) {
                throw new Unexpected("a value is expected");
            }
        }
    }

    /** Whether the character belongs to a number, true, false or null. */
    private static boolean isBare(char c) {
        return Character.isLetterOrDigit(c) || "+-.".indexOf(c) >= 0;
    }

    private void expect(char expected) throws Unexpected {
        if (peek() != expected) {
            throw new Unexpected("'" + expected + "' is expected");
        }
        at++;
    }

    char peek() throws Unexpected {
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
        if (at == text.length()) {
            throw new Unexpected("the file ends too early");
        }
        return text.charAt(at);
    }
}
