package org.campaignbot.outcomes;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A count as it may be shown: rounded down to tens, and under ten just "few", so that neither it nor the difference of two of them
 * tells what a few people did.
 *
 * @param tens the count, rounded down to a multiple of ten; 0 if it's under ten, which none is as well
 */
public record Figure(long tens) {

    /** Stands for a count under ten. */
    public static final String FEW = "few";

    private static final long STEP = 10;

    /** A true count as it may be shown. A total is made from its true count, too, and never summed from figures. */
    public static Figure of(long count) {
        return new Figure(Math.max(0, count) / STEP * STEP);
    }

    /** True counts as they may be shown, by the same names in their order. */
    public static Map<String, Figure> of(Map<String, Long> counts) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        counts.forEach((name, count) -> figures.put(name, of(count)));
        return figures;
    }

    /** A true count as text, as it may be shown: "0", {@link #FEW}, or tens. */
    public static String text(long count) {
        return count == 0 ? "0" : of(count).toString();
    }

    /** Whether it's under ten. */
    public boolean isFew() {
        return tens == 0;
    }

    /** The figure as a number without separators, or {@link #FEW}. */
    @Override
    public String toString() {
        return isFew() ? FEW : Long.toString(tens);
    }
}
