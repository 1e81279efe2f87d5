package org.campaignbot.flow;

import java.util.List;
import java.util.regex.Pattern;

/** Takes a text apart into its sentences. Lines are sentences, too: not everybody types a period. */
public final class Sentences {

    /** A title or an initial ends no sentence: "Mr. Husted", "J. R. Example". */
    private static final Pattern END = Pattern.compile(
            "(?<=[.!?\u2026])(?<!\\b(?:[Dd]r|[Mm]rs?|[Mm]s|[Pp]rof|[Rr]ep|[Rr]ev|[Ss]en|[Ss]ra?|[Ss]t|\\p{L})\\.)\\s+|\\s*\\n+\\s*");

    private Sentences() {}

    /** The sentences of a text in their order, each with its punctuation: the whole text if it's only one. */
    public static List<String> in(String text) {
        return END.splitAsStream(text.strip()).toList();
    }
}
