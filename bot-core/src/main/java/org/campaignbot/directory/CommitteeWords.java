package org.campaignbot.directory;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds a committee by the words people use for it. */
final class CommitteeWords {

    /** Words that are in every name, or that people put around one. */
    private static final Set<String> COMMON = Set.of(
            "senate",
            "house",
            "permanent",
            "united",
            "states",
            "committee",
            "committees",
            "select",
            "special",
            "on",
            "of",
            "the",
            "and",
            "all",
            "call",
            "member",
            "members",
            "senators",
            "comite",
            "comision",
            "del",
            "de",
            "la",
            "senado",
            "el",
            "miembros",
            "todos");

    private CommitteeWords() {}

    /** The committee with this code, or the only one whose name contains all the distinctive words. */
    static Optional<Committee> find(Collection<Committee> committees, String words) {
        Optional<Committee> named = committees.stream()
                .filter(each -> each.code().equals(words.strip()))
                .findFirst();
        if (named.isPresent()) {
            return named;
        }
        List<String> wanted = particular(words);
        List<Committee> fitting = committees.stream()
                .filter(each -> !wanted.isEmpty() && particular(each.name()).containsAll(wanted))
                .toList();
        List<Committee> exact = fitting.stream()
                .filter(each -> particular(each.name()).size() == wanted.size())
                .toList();
        List<Committee> best = exact.isEmpty() ? fitting : exact;
        return best.size() == 1 ? Optional.of(best.get(0)) : Optional.empty();
    }

    private static List<String> particular(String name) {
        return Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
                .filter(word -> word.length() > 1 && !COMMON.contains(word))
                .distinct()
                .toList();
    }
}
