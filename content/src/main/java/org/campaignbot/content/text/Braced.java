package org.campaignbot.content.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.campaignbot.content.problem.Place;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.content.problem.Problems;
import org.campaignbot.content.yaml.Node;
import org.campaignbot.flow.Template.Insert;
import org.jspecify.annotations.Nullable;

/**
 * A text whose braces have been read: each value is one private-use character, which no markup uses.
 *
 * @param source the text as it is in the file
 * @param text the text with one character in place of each value
 * @param origins for each character of {@code text}, its offset in the source text
 * @param inserts the values, in order
 */
record Braced(Node.Scalar source, String text, List<Integer> origins, List<Insert> inserts) {

    private static final char FIRST = '\uE000';

    /** How many values one text may contain: roughly the number of private-use characters. */
    private static final int MOST = 6_000;

    private static final String NAME = "[\\p{Alnum}_-]+";
    private static final Pattern INSERT = Pattern.compile(
            "\\s*(" + NAME + "(?:\\." + NAME + ")*)\\s*(?:,\\s*else(?:\\s+(.*?))?\\s*)?", Pattern.DOTALL);

    static Braced read(Node.Scalar source, Problems problems, InsertVisitor visitor) {
        String from = source.text();
        StringBuilder text = new StringBuilder(from.length());
        List<Integer> origins = new ArrayList<>(from.length() + 1);
        List<Insert> inserts = new ArrayList<>();
        for (int i = 0; i < from.length(); i++) {
            char letter = from.charAt(i);
            origins.add(i);
            if (letter >= FIRST && letter <= '\uF8FF') {
                problems.add(
                        ProblemKind.UNSUPPORTED_MARKDOWN,
                        source.placeOf(i),
                        "the character U+" + Integer.toHexString(letter).toUpperCase(java.util.Locale.ROOT)
                                + " has no meaning of its own",
                        "delete it");
                text.append('?');
            } else if (letter != '{') {
                text.append(letter);
            } else if (from.startsWith("{{", i)) {
                text.append('{');
                i++;
            } else {
                int end = from.indexOf('}', i);
                Insert insert = end < 0 ? null : insert(from.substring(i + 1, end));
                if (insert == null || inserts.size() == MOST) {
                    problems.add(ProblemKind.BAD_BRACE, source.placeOf(i), complaint(from, i, end));
                    text.append('{');
                } else {
                    visitor.visit(insert, source.placeOf(i));
                    text.append((char) (FIRST + inserts.size()));
                    inserts.add(insert);
                    i = end;
                }
            }
        }
        origins.add(from.length());
        return new Braced(source, text.toString(), origins, inserts);
    }

    private static @Nullable Insert insert(String content) {
        Matcher matcher = INSERT.matcher(content);
        if (!matcher.matches()) {
            return null;
        }
        boolean hasElse = matcher.end(1) < content.stripTrailing().length();
        String orElse = matcher.group(2) == null ? "" : matcher.group(2).replaceAll("\\s+", " ");
        return new Insert(matcher.group(1), hasElse ? orElse : null);
    }

    private static String complaint(String text, int start, int end) {
        int lineEnd = text.indexOf('\n', start);
        if (end < 0 || (lineEnd >= 0 && lineEnd < end && text.indexOf('{', start + 1) < end)) {
            return "this brace is not closed";
        }
        return "\"" + text.substring(start, end + 1).replaceAll("\\s+", " ") + "\" does not name a value";
    }

    /** The value that a character stands for, or null if it's a character of the text. */
    @Nullable
    Insert insertAt(char letter) {
        int index = letter - FIRST;
        return index >= 0 && index < inserts.size() ? inserts.get(index) : null;
    }

    /** Whether a part of the text contains a value. */
    boolean hasInsert(String part) {
        return part.chars().anyMatch(letter -> insertAt((char) letter) != null);
    }

    /** The place of a character in the file. */
    Place placeOf(int offset) {
        return source.placeOf(origins.get(Math.min(offset, origins.size() - 1)));
    }
}
