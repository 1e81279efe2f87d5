package org.campaignbot.content.readability;

import java.util.List;
import java.util.Map;

/**
 * How long and how hard a text may be.
 *
 * @param words the most words of a turn
 * @param quote the most words to say or copy
 * @param average the most words of a sentence, on average
 * @param longest the most words of one sentence
 * @param grade the highest reading grade in English
 * @param ease the lowest reading ease in Spanish
 * @param lines the most lines on a phone, with the buttons
 */
public record Limits(int words, int quote, int average, int longest, int grade, int ease, int lines) {

    /** What authors can limit, in the order in which they see it. */
    public static final List<String> NAMES = List.of("words", "quote", "average", "longest", "grade", "ease", "lines");

    /** Stands for no limit at all. */
    public static final int NONE = 9999;

    /** What the greeting, questions, receipts and cards have in common. */
    private static final Limits BRIEF = new Limits(60, 100, 14, 25, 6, 65, 30);

    /** What people chose to read: harder words, longer sentences, and as many screens as it takes. */
    private static final Limits LONG = new Limits(120, 100, 18, 30, 8, 60, NONE);

    /** What a kind of text may be unless its author writes otherwise. */
    static Limits of(TextKind kind) {
        return switch (kind) {
            case GREETING -> BRIEF.with(Map.of("words", 50));
            case QUESTION, RECEIPT -> BRIEF;
            case CARD -> BRIEF.with(Map.of("words", 120));
            case TOPIC, CONSENT, PRIVACY, DATA -> LONG;
            case URGENT -> LONG.with(Map.of("longest", 25));
            case QUOTE -> LONG.with(Map.of("words", 250, "quote", 250, "longest", 40));
        };
    }

    /** The same limits with those that an author writes, by their names. */
    public Limits with(Map<String, Integer> others) {
        return new Limits(
                others.getOrDefault("words", words),
                others.getOrDefault("quote", quote),
                others.getOrDefault("average", average),
                others.getOrDefault("longest", longest),
                others.getOrDefault("grade", grade),
                others.getOrDefault("ease", ease),
                others.getOrDefault("lines", lines));
    }
}
