package org.campaignbot.flow;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Splits typed text into sentences. A line break ends one, too, since many people type no periods; and few type capitals, so they aren't
 * looked at, as the readability score does.
 */
public final class TypedSentences {

    /** A title or an initial ends no sentence: "Mr. Husted", "J. R. Example". */
    private static final Pattern END = Pattern.compile(
            "(?<=[.!?\u2026])(?<!\\b(?:[Dd]r|[Mm]rs?|[Mm]s|[Pp]rof|[Rr]ep|[Rr]ev|[Ss]en|[Ss]ra?|[Ss]t|\\p{L})\\.)\\s+|\\s*\\n+\\s*");

    private TypedSentences() {}

    /** The sentences of a text in their order, each with its punctuation: the whole text if it's only one. */
    public static List<String> in(String text) {
        return END.splitAsStream(text.strip()).toList();
    }
}
