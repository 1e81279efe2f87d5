package org.campaignbot.content.readability;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import org.campaignbot.people.Language;

/**
 * How hard a text is to read, by the formula of its language.
 *
 * <p>English: the grade of Flesch and Kincaid (1975), 0.39 words a sentence + 11.8 syllables a word - 15.59; low is easy.
 * Spanish: the ease of Fernández Huerta (1959), as corrected to words a sentence, 206.84 - 60 syllables a word - 1.02 words a
 * sentence; high is easy.
 */
public final class ReadabilityScore {

    /** A shorter text has no grade, because one long name more or less would decide it. */
    public static final int LEAST_WORDS = 30;

    /** The highest English grade, and the lowest Spanish ease, that a text for everyone may have. */
    public static final double HIGHEST_GRADE = 8;

    public static final double LOWEST_EASE = 60;

    /** Stands in a line for an inserted value, whose words don't count. */
    public static final char INSERTED = Sentences.INSERTED;

    private final Language language;
    private final List<List<String>> sentences;

    private ReadabilityScore(Language language, List<List<String>> sentences) {
        this.language = language;
        this.sentences = sentences;
    }

    /** Reads a text, line by line; a sentence ends with its line. */
    public static ReadabilityScore of(Language language, List<String> lines) {
        List<List<String>> sentences = new ArrayList<>();
        lines.forEach(line -> sentences.addAll(Sentences.of(line)));
        return new ReadabilityScore(language, sentences);
    }

    /** The number of words that count. */
    public int words() {
        return sentences.stream().mapToInt(List::size).sum();
    }

    /** The grade or the ease; empty if the text is too short, or its language has no formula here. */
    public OptionalDouble score() {
        int words = words();
        if (words < LEAST_WORDS) {
            return OptionalDouble.empty();
        }
        double perSentence = (double) words / sentences.size();
        return switch (language.code()) {
            case "en" -> OptionalDouble.of(0.39 * perSentence + 11.8 * syllables(EnglishSyllables::of) / words - 15.59);
            case "es" ->
                OptionalDouble.of(206.84 - 60.0 * syllables(SpanishSyllables::of) / words - 1.02 * perSentence);
            default -> OptionalDouble.empty();
        };
    }

    /** What is wrong with the score, as {@code "is for grade 9.2, ..."}; empty if the text is easy enough or has no score. */
    public String complaint() {
        return complaint(HIGHEST_GRADE, LOWEST_EASE);
    }

    /** The same for another highest grade, and another lowest ease. */
    public String complaint(double highestGrade, double lowestEase) {
        double score = score().orElse(Double.NaN);
        if (language.equals(Language.ENGLISH) && score > highestGrade) {
            return String.format(
                    Locale.ROOT,
                    "is for reading grade %.1f (Flesch-Kincaid), %.0f is the highest",
                    score,
                    highestGrade);
        } else if (language.equals(Language.SPANISH) && score < lowestEase) {
            return String.format(
                    Locale.ROOT,
                    "has a reading ease of %.1f (Fernández Huerta), %.0f is the lowest",
                    score,
                    lowestEase);
        }
        return "";
    }

    private int syllables(ToIntFunction<String> counter) {
        return sentences.stream().flatMap(List::stream).mapToInt(counter).sum();
    }

    /**
     * Counts the syllables of Spanish words: each strong vowel is one, and a weak vowel next to it belongs to it.
     *
     * <p>By the rules of the Real Academia Española: {@code a e o} and accented {@code í ú} are strong; {@code h} between vowels
     * doesn't separate them; {@code u} is silent in {@code que qui gue gui}; {@code y} at the end of a word is a vowel.
     */
    static final class SpanishSyllables {

        private static final String STRONG = "aeoáéóíú";
        private static final String WEAK = "iuü";

        private SpanishSyllables() {}

        /** The number of syllables of a lower-case word; at least one. */
        static int of(String word) {
            String spoken = word.replaceAll("(?<=[qg])u(?=[eiéí])", "")
                    .replaceAll("(?<![cs])h", "")
                    .replaceAll("y$", "i")
                    .replaceAll("y(?=[^aeiouáéíóú])", "i");
            int count = 0;
            // Whether the current syllable has a strong vowel, and whether it has any vowel.
            boolean strong = false;
            boolean vowel = false;
            for (int i = 0; i < spoken.length(); i++) {
                char letter = spoken.charAt(i);
                if (STRONG.indexOf(letter) >= 0) {
                    count += strong || !vowel ? 1 : 0;
                    strong = true;
                    vowel = true;
                } else if (WEAK.indexOf(letter) >= 0) {
                    count += vowel ? 0 : 1;
                    vowel = true;
                } else {
                    strong = false;
                    vowel = false;
                }
            }
            return Math.max(1, count);
        }
    }

    /**
     * Counts the syllables of English words from their spelling.
     *
     * <p>It counts groups of vowels, subtracts silent endings, and adds vowels that are spoken separately. A list covers words that
     * no rules of this size get right.
     */
    static final class EnglishSyllables {

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
}
