package org.campaignbot.content.understanding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Phrases that mean a flow, found anywhere in a text as whole words. Immutable once filled. */
final class Phrases {

    private final Map<String, List<Phrase>> byFirstWord = new HashMap<>();

    private record Phrase(List<String> words, int length, String flow) {}

    /** The flow that was found, and whether another flow has a phrase of the same length. */
    record Found(String flow, boolean ambiguous) {}

    /** Adds a folded phrase; one without words is ignored. */
    void add(String phrase, String flow) {
        if (!phrase.isEmpty()) {
            List<String> words = List.of(phrase.split(" "));
            byFirstWord
                    .computeIfAbsent(words.get(0), word -> new ArrayList<>(1))
                    .add(new Phrase(words, phrase.length(), flow));
        }
    }

    /** The longest phrase in a text, by letters; the one added first if several are equally long. */
    @Nullable
    Found longest(List<String> text, int leastWords) {
        Phrase best = null;
        boolean ambiguous = false;
        for (int at = 0; at < text.size(); at++) {
            for (Phrase phrase : byFirstWord.getOrDefault(text.get(at), List.of())) {
                if (phrase.words.size() < leastWords || !stands(phrase, text, at)) {
                    continue;
                }
                if (best == null || phrase.length > best.length) {
                    best = phrase;
                    ambiguous = false;
                } else if (phrase.length == best.length && !phrase.flow.equals(best.flow)) {
                    ambiguous = true;
                }
            }
        }
        return best == null ? null : new Found(best.flow, ambiguous);
    }

    private static boolean stands(Phrase phrase, List<String> text, int at) {
        int end = at + phrase.words.size();
        return end <= text.size() && text.subList(at, end).equals(phrase.words);
    }
}
