package org.campaignbot.testkit.crash;

import java.time.Duration;
import java.util.Collection;

/** Counts the most that fell into any window of a length, wherever it begins. */
public final class SlidingWindow {

    private SlidingWindow() {}

    /**
     * The most of these moments that lie less than a length apart.
     *
     * @param moments by {@link System#nanoTime}, in any order
     */
    public static int most(Collection<Long> moments, Duration length) {
        long[] sorted = moments.stream().mapToLong(Long::longValue).sorted().toArray();
        int most = 0;
        int first = 0;
        for (int last = 0; last < sorted.length; last++) {
            while (sorted[last] - sorted[first] >= length.toNanos()) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }
}
