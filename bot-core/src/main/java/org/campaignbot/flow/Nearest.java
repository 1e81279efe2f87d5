package org.campaignbot.flow;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds the name that somebody most likely meant. */
public final class Nearest {

    /** How many names a list of all of them shows; nobody reads more. */
    private static final int SHOWN = 20;

    /** A longer typed name is no typo, and would take long to compare. */
    private static final int LONGEST = 100;

    private Nearest() {}

    /** The nearest known name, if it is near enough to be a typo. */
    public static Optional<String> to(String typed, Collection<String> known) {
        return to(typed, known, Math.max(1, typed.length() / 3));
    }

    /** The nearest known name, if at most this many letters must be added, dropped, changed or swapped. */
    public static Optional<String> to(String typed, Collection<String> known, int limit) {
        return (typed.length() > LONGEST ? List.<String>of() : known)
                .stream()
                        // Every letter more or less is a step, and a start compares each variable of its environment.
                        .filter(name -> Math.abs(name.length() - typed.length()) <= limit)
                        .filter(name -> distance(typed, name) <= limit)
                        .min(Comparator.comparingInt((String name) -> distance(typed, name))
                                .thenComparing(Comparator.naturalOrder()));
    }

    /** A suggested fix: asks whether the nearest name was meant, or else lists the known names. */
    public static String fix(String typed, Collection<String> known) {
        return to(typed, known)
                .map(name -> "did you mean \"" + name + "\"?")
                .orElseGet(() -> known.isEmpty() ? "there is none" : "there is " + list(known));
    }

    /**
     * The parts of {@link #fix}, for words in a pack: {@code typed}, and {@code near} if a name is near enough, else
     * {@code known} if there are any.
     */
    public static Map<String, String> about(String typed, Collection<String> known) {
        Optional<String> near = to(typed, known);
        if (near.isPresent() || known.isEmpty()) {
            return near.map(name -> Map.of("typed", typed, "near", name)).orElse(Map.of("typed", typed));
        }
        return Map.of("typed", typed, "known", list(known));
    }

    private static String list(Collection<String> known) {
        return String.join(", ", known.stream().sorted().limit(SHOWN).toList()) + (known.size() > SHOWN ? " …" : "");
    }

    /** The fewest letters to add, drop, change or swap with their neighbor; ignores case. */
    private static int distance(String one, String other) {
        String from = one.toLowerCase(Locale.ROOT);
        String to = other.toLowerCase(Locale.ROOT);
        int[][] least = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                if (i == 0 || j == 0) {
                    least[i][j] = i + j;
                    continue;
                }
                boolean same = from.charAt(i - 1) == to.charAt(j - 1);
                least[i][j] =
                        Math.min(least[i - 1][j - 1] + (same ? 0 : 1), Math.min(least[i - 1][j], least[i][j - 1]) + 1);
                boolean swapped = i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1);
                if (swapped) {
                    least[i][j] = Math.min(least[i][j], least[i - 2][j - 2] + 1);
                }
            }
        }
        return least[from.length()][to.length()];
    }
}
