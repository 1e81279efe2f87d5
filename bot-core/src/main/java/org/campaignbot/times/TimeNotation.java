package org.campaignbot.times;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Rewrites the ways people type a time into the few that {@link TimeScan} reads word by word: "alas 6", "like 930", "12/2/2026".
 *
 * <p>The rules run in order, before punctuation and case are folded away. A colon becomes {@code x}, a slash in a date {@code d}, and
 * a full date is written as {@code 2026y12y2}, or {@code 2026i12i2} where it was typed the ISO way.
 */
final class TimeNotation {

    private record Rule(Pattern typed, String read) {
        private static Rule of(String typed, String read) {
            return new Rule(Pattern.compile(typed, Pattern.CASE_INSENSITIVE), read);
        }
    }

    private static final String CLOCK = "\\d{1,2}(?:[:.]\\d{2})?";
    private static final String HALF = "(?: ?[ap]\\.?m\\b)?";

    /** An hour at the end of a sentence: "tomorrow morning, about 10. Can you remind me?" */
    private static final Rule ABOUT_AN_HOUR =
            Rule.of("\\b(?:about|around|like|maybe|como|tipo)(?= " + CLOCK + " ?(?:$|[.,;!?](?:\\s|$)))", "at");

    private static final List<Rule> HOURS = List.of(
            // "after class, 4ish"
            Rule.of("(?<![\\d:.])(" + CLOCK + ") ?-?ish\\b", "at $1"),
            // "hoy alas 6"
            Rule.of("\\balas(?= ?\\d)", "a las"),
            // "tomorrow, like after 2", but not "half after 2" or "an hour after 2"
            Rule.of(
                    "(?<!half |quarter |past |\\d |(?:minutes|mins|hours|days|weeks) )\\bafter (?=" + CLOCK + HALF
                            + "(?:$|[.,!?]| (?:lol|pls|please|tho|thx|thanks|when|cuz|bc|i)\\b))",
                    "at "),
            // "can you make it 4"
            Rule.of("\\b(make it|how about|(?:change|move|switch)(?: it| that| this)? to) (?=\\d)", "$1 at "),
            // "no i said 10 not 9"
            Rule.of(
                    "\\b(i (?:said|meant)|dije|quise decir) (?=" + CLOCK + HALF
                            + "(?:\\s*$|[.,!?]| (?:not|no|pls|please|por)\\b))",
                    "$1 at "),
            // "make the reminder 1230 actually"
            Rule.of(
                    "\\b(make (?:it|that|(?:the|my) reminder)|(?:change|move|switch)(?: it| that| this| the reminder)? to|mejor a las|i (?:said|meant))(?: (?:at|for|to))? (\\d|1[0-2])([0-5]\\d)(?=\\W*$|[,.!?]| (?:actually|instead|please|pls|thx|lol|tho|i|tomorrow|tmrw|manana|por|que|q)\\b)",
                    "$1 at $2:$3"),
            // "next monday like 930"
            Rule.of(
                    "\\b(like|about|around|maybe|tipo|como|a las) (\\d|1[0-2])([0-5]\\d)(?=\\W*$| ?[ap]\\.?\\s?m\\b| (?:please|pls|thx|lol|de la)\\b)",
                    "$1 $2:$3"));

    private static final List<Rule> MARKS = List.of(
            Rule.of("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?!\\d)", "$1i$2i$3"),
            Rule.of("(\\d{1,2})/(\\d{1,2})/(\\d{4})(?!\\d)", "$3y$1y$2"),
            Rule.of("(\\d{1,2})/(\\d{1,2})/(\\d{2})(?!\\d)", "20$3y$1y$2"),
            Rule.of("(\\d{1,2})\\s*[:.]\\s*(\\d{2})(?!\\d)", "$1x$2"),
            Rule.of("(\\d{1,2})h(\\d{2})(?!\\d)", "$1x$2"),
            Rule.of("(\\d{1,2})\\s*/\\s*(\\d{1,2})(?!\\d)", "$1d$2"),
            Rule.of("(\\d+)[.,]5\\s+(?=h)", "$1 and a half "),
            Rule.of("\\b([ap])\\.?\\s?m\\b\\.?", "$1m"));

    private TimeNotation() {}

    /**
     * A text with its times as {@link TimeScan} reads them.
     *
     * @param isOfDay whether the text names a day, so that "about 10" at the end of a sentence is an hour
     */
    static String of(String text, boolean isOfDay) {
        String read = isOfDay ? apply(ABOUT_AN_HOUR, text) : text;
        for (Rule rule : HOURS) {
            read = apply(rule, read);
        }
        for (Rule rule : MARKS) {
            read = apply(rule, read);
        }
        return read;
    }

    private static String apply(Rule rule, String text) {
        return rule.typed().matcher(text).replaceAll(rule.read());
    }
}
