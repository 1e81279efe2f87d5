package org.campaignbot.benchmarks.rounds;

import java.util.Arrays;

/** Times in nanoseconds, for quantiles. */
public final class Samples {

    private long[] values = new long[4096];
    private int size;

    /** Adds a time. */
    public void add(long nanos) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = nanos;
    }

    /** How many there are. */
    public int count() {
        return size;
    }

    /** The quantile for this share of them, in milliseconds; NaN if there are none. */
    public double millis(double part) {
        if (size == 0) {
            return Double.NaN;
        }
        long[] sorted = Arrays.copyOf(values, size);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(size - 1.0, Math.max(0, Math.ceil(part * size) - 1))] / 1e6;
    }
}
