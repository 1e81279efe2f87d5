package org.campaignbot.alert.audience;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Shows counts so that they don't reveal small groups of people.
 *
 * <p>A count under ten becomes {@link #FEW}. If counts add up to a total that is shown, the hidden ones could be worked out from the rest;
 * so the next smaller counts are hidden too, until the hidden ones add up to ten.
 */
public final class SmallCells {

    /** Replaces a small count. */
    public static final String FEW = "few";

    private static final long SMALLEST_SHOWN = 10;

    private SmallCells() {}

    /** One count as it may be shown. */
    public static String shown(long count) {
        return count > 0 && count < SMALLEST_SHOWN ? FEW : Long.toString(count);
    }

    /** The parts of a total as they may be shown beside it, by name; parts that are zero are left out. */
    public static SortedMap<String, String> shown(Map<String, Long> parts) {
        List<Map.Entry<String, Long>> ascending = parts.entrySet().stream()
                .filter(part -> part.getValue() > 0)
                .sorted(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .toList();
        Set<String> hidden = new HashSet<>();
        long together = 0;
        for (Map.Entry<String, Long> part : ascending) {
            boolean tellsTheRest = together > 0 && together < SMALLEST_SHOWN;
            if (part.getValue() < SMALLEST_SHOWN || tellsTheRest) {
                hidden.add(part.getKey());
                together += part.getValue();
            }
        }
        SortedMap<String, String> shown = new TreeMap<>();
        ascending.forEach(part ->
                shown.put(part.getKey(), hidden.contains(part.getKey()) ? FEW : Long.toString(part.getValue())));
        return shown;
    }
}
