package org.campaignbot.flow;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes a text apart where one thing ends and another begins: "left a voicemail, and now there's men in masks in the hall". */
public final class Clauses {

    /** What is left behind "I'll call Kelly now." once "now" has ended a clause. */
    private static final Pattern NO_WORD = Pattern.compile("\\p{Punct}*");

    private static final Pattern ENDS = Pattern.compile(
            "[,;!?\u2026\n\u2014]+|[.:]+(?=\\s)"
                    + "|(?<![\\p{L}'\u2019])(?:ahora(?!\\s+s[i\u00ed](?!\\p{L}))|and|because|but|cause|cuz|entonces|meanwhile|mientras|now|pero|porq|porque|pq|so|then"
                    + "|while|xq|y(?!\\s+(?:media|cuarto|pico)(?!\\p{L})))(?![\\p{L}'\u2019])",
            Pattern.CASE_INSENSITIVE);

    /** A title is no end: "left a message for Sen. Rosen". */
    private static final Pattern TITLE =
            Pattern.compile("\\b(sens?|reps?|dr|mrs?|ms|sra?)\\.(?=\\s)", Pattern.CASE_INSENSITIVE);

    /** Fewer words tell too little by themselves. */
    private static final int LEAST_WORDS = 3;

    private Clauses() {}

    /** The clauses of a text that has several, without the shortest ones. */
    public static Stream<String> in(String text) {
        String[] clauses = ENDS.split(text);
        return clauses.length < 2
                ? Stream.empty()
                : Stream.of(clauses).map(String::strip).filter(clause -> clause.split("\\s+").length >= LEAST_WORDS);
    }

    /** All clauses of a text in their order, however short: the whole text if it's only one. */
    public static Stream<String> all(String text) {
        return ENDS.splitAsStream(TITLE.matcher(text).replaceAll("$1"))
                .map(String::strip)
                .filter(clause -> !NO_WORD.matcher(clause).matches());
    }
}
