package org.campaignbot.content.readability;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToIntFunction;
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
}
