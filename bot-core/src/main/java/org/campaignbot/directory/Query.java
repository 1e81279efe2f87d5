package org.campaignbot.directory;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a person typed, as plain words: lower case, without accents and apostrophes. Keys made from it leave out the spaces, so
 * that hyphens, spaces and joined words are all the same.
 *
 * @param words the words in order
 * @param afterComma for each word, whether there is a comma between it and the previous word
 * @param capitals for each word, whether it was typed in capitals
 */
record Query(List<String> words, List<Boolean> afterComma, List<Boolean> capitals) {

    /** More words than this are a story, not a name. */
    static final int MOST_WORDS = 12;

    private static final int MOST_LETTERS = 200;

    private static final int MOST_LETTERS_OF_A_STORY = 600;

    private static final Query NOTHING = new Query(List.of(), List.of(), List.of());

    static Query of(String text) {
        return text.length() > MOST_LETTERS ? NOTHING : new Splitter().split(text);
    }

    /** All words of a longer text, of which a part may be a name. */
    static Query ofStory(String text) {
        return text.length() > MOST_LETTERS_OF_A_STORY ? NOTHING : new Splitter().split(text);
    }

    boolean isEmpty() {
        return words.isEmpty() || words.size() > MOST_WORDS;
    }

    int size() {
        return words.size();
    }

    String word(int index) {
        return words.get(index);
    }

    /** The words from one index up to another, without spaces. */
    String key(int from, int to) {
        if (to - from == 1) {
            return words.get(from);
        }
        StringBuilder key = new StringBuilder();
        for (int i = from; i < to; i++) {
            key.append(words.get(i));
        }
        return key.toString();
    }

    Query part(int from, int to) {
        return from == 0 && to == size()
                ? this
                : new Query(words.subList(from, to), afterComma.subList(from, to), capitals.subList(from, to));
    }

    /** The words as they'd be typed: with spaces and commas, and capitals where all of a word was typed so. */
    String asText() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < size(); i++) {
            text.append(i == 0 ? "" : afterComma.get(i) ? ", " : " ")
                    .append(capitals.get(i) ? word(i).toUpperCase(Locale.ROOT) : word(i));
        }
        return text.toString();
    }

    /** The words as a name, each with a capital letter. */
    String asName() {
        return words.stream()
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining(" "));
    }

    boolean hasComma() {
        return lastComma(size()) > 0;
    }

    /** The index of the last word before {@code end} that follows a comma; 0 if there is no comma. */
    int lastComma(int end) {
        for (int i = end - 1; i > 0; i--) {
            if (afterComma.get(i)) {
                return i;
            }
        }
        return 0;
    }

    /** The index of the first word after {@code from} that follows a comma; the number of words if there is none. */
    int nextComma(int from) {
        for (int i = from + 1; i < size(); i++) {
            if (afterComma.get(i)) {
                return i;
            }
        }
        return size();
    }

    private static final class Splitter {

        /** Shorter words before a stop are often shortened ones. */
        private static final int LEAST_OF_A_LAST_WORD = 4;

        /** Words that begin a name and that people put a stop behind. */
        private static final Set<String> OPENING =
                Set.of("dr", "fort", "ft", "lake", "mount", "mt", "port", "pt", "saint", "st");

        private final List<String> words = new ArrayList<>();
        private final List<Boolean> commas = new ArrayList<>();
        private final List<Boolean> capitals = new ArrayList<>();
        private final StringBuilder word = new StringBuilder();
        private boolean comma;
        private boolean lower;

        Query split(String text) {
            String plain = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKD);
            for (int i = 0; i < plain.length(); i++) {
                char c = plain.charAt(i);
                if (Character.isLetterOrDigit(c)) {
                    lower |= Character.isLowerCase(c);
                    append(Character.toLowerCase(c));
                } else if (!isInsideWord(c) && !(c == '.' && isAbbreviation(plain, i))) {
                    boolean isOver = c == ',' || (isStop(c) && endsSentence(plain, i));
                    end();
                    comma |= isOver;
                }
            }
            end();
            return new Query(List.copyOf(words), List.copyOf(commas), List.copyOf(capitals));
        }

        private void append(char c) {
            switch (c) {
                case 'ß' -> word.append("ss");
                case 'æ' -> word.append("ae");
                case 'ø' -> word.append('o');
                case 'ł' -> word.append('l');
                default -> word.append(c);
            }
        }

        private void end() {
            if (word.isEmpty()) {
                return;
            }
            words.add(word.toString());
            commas.add(comma && words.size() > 1);
            capitals.add(!lower);
            word.setLength(0);
            comma = false;
            lower = false;
        }

        /** Apostrophes, the Hawaiian okina and standalone accents aren't part of a key and don't end a word. */
        private static boolean isInsideWord(char c) {
            return switch (c) {
                case '\'', '`', '\u2018', '\u2019', '\u02bb', '\u02bc', '\u00b4' -> true;
                default -> Character.getType(c) == Character.NON_SPACING_MARK;
            };
        }

        private static boolean isStop(char c) {
            return c == '.' || c == ';' || c == '!';
        }

        /** Whether a stop ends a sentence, as in "Minot. why not minot" and "Las Cruces NM. not Mexico", but not in "St. Louis". */
        private boolean endsSentence(String text, int at) {
            boolean isCode = word.length() == 2 && !lower;
            return (isCode || word.length() >= LEAST_OF_A_LAST_WORD)
                    && !OPENING.contains(word.toString())
                    && at + 1 < text.length()
                    && Character.isWhitespace(text.charAt(at + 1));
        }

        /** "D.C." is one word, "St.Louis" two. */
        private boolean isAbbreviation(String text, int point) {
            boolean single = point == 1 || (point > 1 && !Character.isLetterOrDigit(text.charAt(point - 2)));
            return single && point > 0 && Character.isLetter(text.charAt(point - 1));
        }

        private static boolean isAscii(String text) {
            for (int i = 0; i < text.length(); i++) {
                if (text.charAt(i) >= 128) {
                    return false;
                }
            }
            return true;
        }
    }
}
