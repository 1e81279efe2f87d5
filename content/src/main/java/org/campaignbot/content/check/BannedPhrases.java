package org.campaignbot.content.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.campaignbot.people.Language;

/** The phrases that the bot doesn't use in a language, each with what it says instead. */
final class BannedPhrases {

    private final List<Phrase> phrases;

    private BannedPhrases(List<Phrase> phrases) {
        this.phrases = phrases;
    }

    /**
     * A phrase.
     *
     * @param text the phrase
     * @param instead what is said in its place
     * @param unless the uses in which the words are right
     */
    record Phrase(String text, String instead, Pattern pattern, List<Pattern> unless) {

        private boolean isIn(String said) {
            Matcher found = pattern.matcher(said);
            while (found.find()) {
                int start = found.start();
                int end = found.end();
                boolean isRight = unless.stream().anyMatch(right -> {
                    Matcher use = right.matcher(said);
                    boolean covered = false;
                    while (!covered && use.find()) {
                        covered = use.start() <= start && use.end() >= end;
                    }
                    return covered;
                });
                if (!isRight) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Those of a language; none if nobody has listed any. */
    static BannedPhrases of(Language language) {
        List<Phrase> phrases = new ArrayList<>();
        for (String line : Lines.of("banned-phrases-" + language + ".txt")) {
            String[] parts = line.split(" \\| ", 3);
            List<Pattern> unless = parts.length < 3
                    ? List.of()
                    : Stream.of(parts[2].split(", ", -1))
                            .map(BannedPhrases::pattern)
                            .toList();
            phrases.add(new Phrase(parts[0], parts[1], pattern(parts[0]), unless));
        }
        return new BannedPhrases(List.copyOf(phrases));
    }

    /** Those that a text has, each once. */
    List<Phrase> in(String text) {
        String said = text.toLowerCase(Locale.ROOT).replace('’', '\'');
        return phrases.stream().filter(phrase -> phrase.isIn(said)).toList();
    }

    private static Pattern pattern(String phrase) {
        String words = Stream.of(phrase.strip().toLowerCase(Locale.ROOT).split("\\s+", -1))
                .map(Pattern::quote)
                .reduce((one, other) -> one + "\\s+" + other)
                .orElse("");
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + words + "(?![\\p{L}\\p{N}])");
    }
}
