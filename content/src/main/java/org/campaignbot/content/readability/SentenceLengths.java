package org.campaignbot.content.readability;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The lengths of sentences as they are read: names and numbers count as words too. */
public final class SentenceLengths {

    /** The average of fewer sentences says nothing: one long name decides it. */
    private static final int LEAST_SENTENCES = 3;

    private final List<Sentence> sentences;

    private SentenceLengths(List<Sentence> sentences) {
        this.sentences = sentences;
    }

    /** A sentence and how many words it has. */
    public record Sentence(String text, int words) {}

    /** Measures a text, line by line; a sentence ends with its line. */
    public static SentenceLengths of(List<String> lines) {
        return new SentenceLengths(lines.stream()
                .flatMap(line -> Stream.of(line.split("\n", -1)))
                .flatMap(line -> Sentences.split(line).stream())
                .map(sentence -> new Sentence(sentence.strip(), words(sentence)))
                .filter(sentence -> sentence.words() > 0)
                .toList());
    }

    /** How many words a text has: what stands between blanks and has a letter or a digit. */
    public static int words(String text) {
        return (int) Arrays.stream(text.split("\\s+", -1))
                .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
                .count();
    }

    /** The sentences with more words than a limit. */
    public List<Sentence> longerThan(int limit) {
        return sentences.stream().filter(sentence -> sentence.words() > limit).toList();
    }

    /** The average words a sentence; 0 if there are too few sentences for one. */
    public double average() {
        return sentences.size() < LEAST_SENTENCES
                ? 0
                : sentences.stream().mapToInt(Sentence::words).average().orElse(0);
    }
}
