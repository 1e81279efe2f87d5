package org.campaignbot.testkit.crash;

import java.time.Duration;
import java.util.Collection;

/** Counts the most events in any window of a given length, wherever it starts. */
public final class SlidingWindow {

    private SlidingWindow() {}

    /**
     * The most of these moments that lie within less than one window length.
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
