package org.campaignbot.content.readability;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a text into sentences and keeps the words of each that count.
 *
 * <p>Names, numbers and initials don't count: a capitalized word inside a sentence, a word in all capitals, anything with a
 * digit. The first word of a sentence counts although it has a capital.
 */
final class Sentences {

    /** Stands in a text for an inserted value, which doesn't count. */
    static final char INSERTED = '\uFFFC';

    /** A sentence ends only before something that can begin one. */
    private static final Pattern END =
            Pattern.compile("(?<=[.!?…])[\"”»)]*\\s+(?=[\"“«(¿¡]*[\\p{Lu}\\p{N}" + INSERTED + "])");

    /** Abbreviations, whose full stop ends no sentence: U.S., H.R., EE. UU., Dr. */
    private static final Pattern SHORTENED =
            Pattern.compile("(?:^|[\\s(])(?:\\p{Lu}{1,2}\\.)+$|(?:^|\\s)(?:Mr|Ms|Mrs|Dr|St|Sr|Sra|No)\\.$");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}" + INSERTED + "]+(?:['’-][\\p{L}\\p{N}]+)*");

    private Sentences() {}

    /** The counted words of each sentence, in lower case; leaves out sentences without any. */
    static List<List<String>> of(String line) {
        List<List<String>> sentences = new ArrayList<>();
        split(line).forEach(sentence -> add(sentences, sentence));
        return sentences;
    }

    /** The sentences of a line as they are written. */
    static List<String> split(String line) {
        List<String> sentences = new ArrayList<>();
        StringBuilder sentence = new StringBuilder();
        for (String part : END.split(line, -1)) {
            sentence.append(sentence.isEmpty() ? "" : " ").append(part);
            if (!SHORTENED.matcher(sentence).find()) {
                sentences.add(sentence.toString());
                sentence.setLength(0);
            }
        }
        sentences.add(sentence.toString());
        return sentences;
    }

    private static void add(List<List<String>> sentences, String sentence) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(sentence);
        boolean first = true;
        while (matcher.find()) {
            String word = matcher.group();
            if (counts(word, first)) {
                words.add(word.toLowerCase(Locale.ROOT));
            }
            first = false;
        }
        if (!words.isEmpty()) {
            sentences.add(words);
        }
    }

    private static boolean counts(String word, boolean first) {
        if (!word.chars()
                .allMatch(letter -> Character.isLetter(letter) || letter == '\'' || letter == '’' || letter == '-')) {
            return false;
        }
        // "I" isn't a name.
        if (word.equals("I") || word.startsWith("I'") || word.startsWith("I’")) {
            return true;
        }
        boolean initials = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
        return !initials && (first || !Character.isUpperCase(word.charAt(0)));
    }
}
