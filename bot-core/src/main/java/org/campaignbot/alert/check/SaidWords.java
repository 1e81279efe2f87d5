package org.campaignbot.alert.check;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text split into words with their positions and sentences.
 *
 * @param text the text in composed form
 * @param words its words in order
 */
record SaidWords(String text, List<Word> words) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}]+");
    private static final Pattern OWNS = Pattern.compile("(?:['’]s|['’])(?![\\p{L}\\p{Nd}])");
    private static final Pattern ENDS = Pattern.compile("[!?;…\\n]|\\.(?=\\s)");

    /** Abbreviations: a full stop after them ends no sentence. */
    private static final Set<String> SHORT =
            Set.of("sen", "sens", "rep", "reps", "dr", "mr", "mrs", "ms", "sr", "sra", "jr", "st", "no", "vs");

    SaidWords {
        words = List.copyOf(words);
    }

    /**
     * A word.
     *
     * @param folded in lower case without marks
     * @param isCapital whether it begins with a capital
     * @param owns whether it's a possessive, as in "Smith's"
     * @param sentence the number of its sentence
     */
    record Word(String folded, boolean isCapital, boolean owns, int start, int end, int sentence) {}

    static SaidWords of(String said) {
        String text = Normalizer.normalize(said, Normalizer.Form.NFC);
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        int sentence = 0;
        Word before = null;
        while (matcher.find()) {
            String folded = fold(matcher.group());
            if (before != null
                    && folded.equals("s")
                    && text.substring(before.end, matcher.start()).matches("['’]")) {
                continue;
            }
            if (before != null && ends(before, text.substring(before.end, matcher.start()))) {
                sentence++;
            }
            boolean owns =
                    OWNS.matcher(text).region(matcher.end(), text.length()).lookingAt();
            before = new Word(
                    folded,
                    Character.isUpperCase(matcher.group().codePointAt(0)),
                    owns,
                    matcher.start(),
                    matcher.end(),
                    sentence);
            words.add(before);
        }
        return new SaidWords(text, words);
    }

    private static boolean ends(Word before, String gap) {
        Matcher end = ENDS.matcher(gap);
        boolean isShort = SHORT.contains(before.folded) || before.folded.length() == 1;
        return end.find() && !(isShort && gap.startsWith(".") && !gap.contains("\n"));
    }

    /** Folds a word for comparison: without marks, in lower case. */
    static String fold(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    /** Splits a phrase into folded words. */
    static List<String> folded(String phrase) {
        return of(phrase).words.stream().map(Word::folded).toList();
    }

    /** Whether a phrase begins at a word and stays in one sentence. */
    boolean isAt(int at, List<String> phrase) {
        if (at < 0 || at + phrase.size() > words.size()) {
            return false;
        }
        for (int i = 0; i < phrase.size(); i++) {
            if (!words.get(at + i).folded.equals(phrase.get(i)) || !inOneSentence(at, at + i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether two words are in the same sentence. */
    boolean inOneSentence(int one, int other) {
        return one >= 0
                && other >= 0
                && one < words.size()
                && other < words.size()
                && words.get(one).sentence == words.get(other).sentence;
    }

    /** The text from one word to another as written. */
    String shown(int first, int last) {
        return text.substring(words.get(first).start, words.get(last).end);
    }
}
