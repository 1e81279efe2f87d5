package org.campaignbot.content.maps;

import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.campaignbot.directory.District;

/**
 * The districts of each ZIP code, with how much of the code lies in each: people, square meters, or nothing where the source doesn't
 * say.
 */
final class ZipShares {

    private final SortedMap<String, NavigableMap<District, Double>> parts = new TreeMap<>();

    /** Adds a part of a ZIP code. */
    void add(String zip, District district, double size) {
        parts.computeIfAbsent(zip, each -> new TreeMap<>()).merge(district, size, Double::sum);
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    SortedMap<String, NavigableMap<District, Double>> all() {
        return parts;
    }

    /** Takes out the parts without any land or people where another part of the code has some: nobody lives on water. */
    void dropEmptyParts() {
        for (Map<District, Double> each : parts.values()) {
            if (each.values().stream().anyMatch(size -> size > 0)) {
                each.values().removeIf(size -> size <= 0);
            }
        }
    }

    /** The cell of the table: the share of each district in their order; empty for a single one or unknown sizes. */
    static String cell(Map<District, Double> parts) {
        double all = parts.values().stream().mapToDouble(each -> each).sum();
        return parts.size() < 2 || all <= 0
                ? ""
                : parts.values().stream()
                        .map(size -> String.format(Locale.ROOT, "%.4f", size / all))
                        .map(share -> share.equals("1.0000") ? "1" : share)
                        .collect(Collectors.joining(" "));
    }
}
