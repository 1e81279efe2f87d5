package org.campaignbot.benchmarks.rounds;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The median of a figure over several rounds, which one disturbed round hardly changes. */
public final class Median {

    private Median() {}

    /** The median of a figure over these rounds, at least one; between the two middle values if their number is even. */
    public static <T> double of(List<T> rounds, ToDoubleFunction<T> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
