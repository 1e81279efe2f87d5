package org.campaignbot.content.readability;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * Counts the syllables of English words from their spelling.
 *
 * <p>It counts groups of vowels, subtracts silent endings, and adds vowels that are spoken separately. A list covers words that
 * no rules of this size get right.
 */
final class EnglishSyllables {

    private static final Pattern SILENT_END =
            Pattern.compile("(?:(?<=[^aeiouy])e|(?<=[^aeioutd])ed|(?<=[^aeiousxzcgy])es)$");
    private static final Pattern SPOKEN_END = Pattern.compile("[^aeiouyl]le[sd]?$|[cs]hes$|sm$|sms$");
    private static final Pattern SILENT_INSIDE = Pattern.compile(
            "(?<=[aeiouy][^aeiouy]{1,3})e(?=(?:ly|ments?|ful|fully|less|ness|ty|things?|times?|where|work|one|body)$)");
    private static final Pattern APART = Pattern.compile(
            "(?<![qgctsx])ia|(?<![tscgx]|ll)io(?!u)|(?<![tscgx])iou|[^qg]ua(?!r[dy])|uo|eo(?!n$|p)|iu|[eiouy]ing$|ie(?:t|nc|nt)|(?<=[aeiou])y(?=[aeiou])|eate|(?<=r)ue(?=l)|(?<=rr|pp|l|s)iers?$|ea(?=l[im])|eing");
    private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");

    private static final Map<String, Integer> KNOWN = Map.ofEntries(
            Map.entry("business", 2),
            Map.entry("every", 2),
            Map.entry("people", 2),
            Map.entry("peoples", 2),
            Map.entry("someone", 2),
            Map.entry("idea", 3),
            Map.entry("naked", 2),
            Map.entry("area", 3),
            Map.entry("areas", 3),
            Map.entry("real", 1),
            Map.entry("really", 2),
            Map.entry("create", 2),
            Map.entry("being", 2),
            Map.entry("science", 2),
            Map.entry("friend", 1),
            Map.entry("friends", 1),
            Map.entry("patient", 2),
            Map.entry("ancient", 2),
            Map.entry("guard", 1),
            Map.entry("usual", 3),
            Map.entry("usually", 4),
            Map.entry("the", 1),
            Map.entry("he", 1),
            Map.entry("she", 1),
            Map.entry("we", 1),
            Map.entry("me", 1),
            Map.entry("be", 1));

    private EnglishSyllables() {}

    /** The number of syllables of a lower-case word; at least one. */
    static int of(String word) {
        int count = 0;
        for (String part : word.replace("'", "").replace("’", "").split("-", -1)) {
            count += part.isEmpty() ? 0 : ofPart(part);
        }
        return Math.max(1, count);
    }

    private static int ofPart(String word) {
        Integer known = KNOWN.get(word);
        if (known != null) {
            return known;
        }
        String spoken = word.startsWith("y") ? word.substring(1) : word;
        int count = count(VOWELS, spoken) + count(APART, spoken) - count(SILENT_INSIDE, spoken);
        if (SPOKEN_END.matcher(spoken).find()) {
            count += spoken.endsWith("m") || spoken.endsWith("ms") ? 1 : 0;
        } else {
            count -= count(SILENT_END, spoken);
        }
        return Math.max(1, count);
    }

    private static int count(Pattern pattern, String word) {
        return (int) pattern.matcher(word).results().count();
    }
}
