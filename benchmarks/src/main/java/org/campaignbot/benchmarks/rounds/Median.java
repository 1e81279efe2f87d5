package org.campaignbot.benchmarks.rounds;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The median of a figure over several rounds, which one disturbed round does not change much. */
public final class Median {

    private Median() {}

    /** The middle one of a figure of these rounds, of which there is at least one; between the two middle ones where they are even. */
    public static <T> double of(List<T> rounds, ToDoubleFunction<T> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
