package org.campaignbot.content.understanding;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes a text apart where one thing ends and another begins: "left a voicemail, and now there's men in masks in the hall". */
final class Clauses {

    private static final Pattern ENDS = Pattern.compile(
            "[,;!?\u2026\n\u2014]+|[.:]+(?=\\s)"
                    + "|(?<![\\p{L}'\u2019])(?:ahora|and|because|but|cause|cuz|entonces|meanwhile|mientras|now|pero|porq|porque|pq|so|then"
                    + "|while|xq|y)(?![\\p{L}'\u2019])",
            Pattern.CASE_INSENSITIVE);

    /** Fewer words tell too little by themselves. */
    private static final int LEAST_WORDS = 3;

    private Clauses() {}

    /** The clauses of a text that has several, without the shortest ones. */
    static Stream<String> in(String text) {
        String[] clauses = ENDS.split(text);
        return clauses.length < 2
                ? Stream.empty()
                : Stream.of(clauses).map(String::strip).filter(clause -> clause.split("\\s+").length >= LEAST_WORDS);
    }
}
