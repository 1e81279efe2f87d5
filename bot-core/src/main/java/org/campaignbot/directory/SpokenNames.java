package org.campaignbot.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds which of a few lawmakers somebody speaks of in a sentence about something else, as in "left a voicemail for markey" and
 * "schumers mailbox is full".
 *
 * <p>A name that is also an ordinary word, such as Young or Warren, needs a capital inside the sentence, a title before it, or a
 * spot where names go: "a message for warren", but not "for young people".
 */
final class SpokenNames {

    private static final int SHORTEST_PART = 6;
    private static final int SHORTEST_MISSPELT = 5;

    /** From so many letters a name may have one typo, and two. */
    private static final int ONE_SLIP = 7;

    private static final int TWO_SLIPS = 9;

    private static final Set<String> BEFORE_A_NAME =
            Set.of("for", "at", "with", "called", "tried", "and", "para", "con", "y", "llame");

    private static final Set<String> AFTER_A_NAME = Set.of(
            "office", "and", "but", "i", "he", "she", "they", "it", "today", "just", "now", "then", "y", "pero", "me",
            "no");

    /** A word, folded, and whether it's written like a name: with a capital that no sentence begins with. */
    private record Word(String folded, boolean isNameLike) {}

    private SpokenNames() {}

    /** The seats whose holders are named, in the order of the list. */
    static List<Seat> in(String text, List<Seat> among) {
        List<Word> words = words(text);
        return among.stream()
                .filter(seat -> seat.holder()
                        .filter(holder -> isNamed(
                                String.join(" ", Query.of(holder.lastName()).words()), words))
                        .isPresent())
                .toList();
    }

    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        boolean begins = true;
        for (String raw : text.strip().split("\\s+", -1)) {
            boolean isCapital = !raw.isEmpty() && Character.isUpperCase(raw.codePointAt(0));
            for (String folded : Query.of(raw).words()) {
                boolean hasTitle = !words.isEmpty()
                        && TitleWords.isTitle(words.get(words.size() - 1).folded());
                words.add(new Word(folded, hasTitle || (isCapital && !begins)));
            }
            begins = raw.matches(".*[.!?]");
        }
        return words;
    }

    private static boolean isNamed(String name, List<Word> words) {
        List<String> parts = List.of(name.split(" ", -1));
        String key = String.join("", parts);
        for (int i = 0; i < words.size(); i++) {
            int end = Math.min(words.size(), i + parts.size());
            String said = words.subList(i, end).stream().map(Word::folded).collect(Collectors.joining());
            String word = words.get(i).folded();
            boolean isPart = parts.size() > 1
                    && parts.stream().anyMatch(part -> part.length() >= SHORTEST_PART && isOf(part, word));
            boolean isFit = isOf(key, said) || isOf(key, word) || isPart;
            if (isFit ? !isOrdinary(word, key) || isNameLike(i, words) : isMisspelt(word, key)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNameLike(int at, List<Word> words) {
        boolean fitsBefore = at > 0 && BEFORE_A_NAME.contains(words.get(at - 1).folded());
        boolean fitsAfter = at + 1 == words.size()
                || AFTER_A_NAME.contains(words.get(at + 1).folded());
        return words.get(at).isNameLike() || (fitsBefore && fitsAfter);
    }

    /** Whether a word is a name, or a name's own: "markeys". */
    private static boolean isOf(String name, String word) {
        return word.equals(name) || word.equals(name + "s");
    }

    private static boolean isOrdinary(String word, String key) {
        return OrdinaryWords.contains(key) || OrdinaryWords.contains(word);
    }

    private static boolean isMisspelt(String word, String name) {
        if (word.length() < SHORTEST_MISSPELT || OrdinaryWords.contains(word) || word.charAt(0) != name.charAt(0)) {
            return false;
        }
        int limit = name.length() >= TWO_SLIPS ? 2 : name.length() >= ONE_SLIP ? 1 : 0;
        return Spelling.slips(word, name, limit) <= limit || single(word).equals(single(name));
    }

    /** A word with one letter in place of two equal ones, which people mix up: "ossof". */
    private static String single(String word) {
        return word.replaceAll("(\\p{L})\\1", "$1");
    }
}
