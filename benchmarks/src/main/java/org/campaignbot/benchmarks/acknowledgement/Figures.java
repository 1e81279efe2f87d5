package org.campaignbot.benchmarks.acknowledgement;

import java.util.List;
import org.campaignbot.benchmarks.rounds.Median;

/**
 * What one round gave, or the median of several rounds figure by figure.
 *
 * @param acknowledged acknowledgements a second
 * @param median milliseconds from the sending of a request to its 200, median
 * @param p99 the same, 99 of 100 below
 * @param processorMillis milliseconds of processor time of the process for each acknowledgement, until it had sent all its messages
 * @param driverMicros microseconds of processor time of the driver's thread for each acknowledgement
 * @param messages messages that the process sent for each acknowledgement
 * @param behindSeconds how long after the round the last of these messages came
 * @param refused requests that were not acknowledged
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
