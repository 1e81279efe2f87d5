package org.campaignbot.benchmarks.acknowledgement;

import java.util.List;
import org.campaignbot.benchmarks.rounds.Median;

/**
 * The figures of one round, or their medians over several rounds.
 *
 * @param acknowledged acknowledgements per second
 * @param median milliseconds from sending a request to its 200, median
 * @param p99 the same, 99th percentile
 * @param processorMillis the process's processor time per acknowledgement in milliseconds, until it had sent all its messages
 * @param driverMicros the driver thread's processor time per acknowledgement in microseconds
 * @param messages messages sent per acknowledgement
 * @param behindSeconds how long after the round the last of these messages came
 * @param refused requests that weren't acknowledged
 */
record Figures(
        double acknowledged,
        double median,
        double p99,
        double processorMillis,
        double driverMicros,
        double messages,
        double behindSeconds,
        double refused) {

    static Figures median(List<Figures> rounds) {
        return new Figures(
                Median.of(rounds, Figures::acknowledged),
                Median.of(rounds, Figures::median),
                Median.of(rounds, Figures::p99),
                Median.of(rounds, Figures::processorMillis),
                Median.of(rounds, Figures::driverMicros),
                Median.of(rounds, Figures::messages),
                Median.of(rounds, Figures::behindSeconds),
                rounds.stream().mapToDouble(Figures::refused).sum());
    }
}
