package campaignbot.directory;

import java.util.Set;

/** Everyday words that are one slip away from a lawmaker's name: typed alone, they are no misspelt name. */
final class EverydayWords {

    private static final Set<String> WORDS = Set.of("water");

    private EverydayWords() {}

    static boolean contains(String word) {
        return WORDS.contains(word);
    }
}
