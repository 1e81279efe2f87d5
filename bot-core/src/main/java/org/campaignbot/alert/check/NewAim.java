package org.campaignbot.alert.check;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.campaignbot.flow.Fold;

/** Checks whether words say what an action is about now: they must share a distinctive word with its record's note. */
final class NewAim {

    /** A word of at least this many letters is distinctive. */
    private static final int TELLING = 5;

    /** Words with this many first letters in common count as the same: "vote" and "votes", "voto" and "votos". */
    private static final int STEM = 5;

    private static final Set<String> TELLING_NOTHING = Set.of(
            "about",
            "after",
            "again",
            "before",
            "their",
            "there",
            "these",
            "those",
            "today",
            "which",
            "would",
            "ahora",
            "antes",
            "sobre",
            "entonces",
            "estas",
            "estos",
            "vienen",
            "siguen");

    private NewAim() {}

    static boolean isSaid(String note, String title, String words) {
        Set<String> known = stems(title);
        Set<String> telling =
                stems(note).stream().filter(each -> !known.contains(each)).collect(Collectors.toSet());
        Set<String> said = stems(words);
        return telling.isEmpty() || telling.stream().anyMatch(said::contains);
    }

    private static Set<String> stems(String text) {
        return Stream.of(Fold.fold(text).split(" ", -1))
                .filter(word -> word.length() >= TELLING && !TELLING_NOTHING.contains(word))
                .map(word -> word.substring(0, STEM))
                .collect(Collectors.toSet());
    }
}
