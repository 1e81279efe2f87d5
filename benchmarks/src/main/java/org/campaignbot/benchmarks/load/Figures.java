package org.campaignbot.benchmarks.load;

import java.util.List;
import org.campaignbot.benchmarks.rounds.Median;

/**
 * What one round gave, or the median of several rounds figure by figure.
 *
 * @param updates updates answered in all
 * @param updatesPerSecond updates answered in a second
 * @param answerMedian milliseconds from the sending of an update to the arrival of its first message, median
 * @param answer99 the same, 99 of 100 below
 * @param okMedian milliseconds to the webhook's 200, median
 * @param ok99 the same, 99 of 100 below
 * @param processorMillis milliseconds of processor time of the bot's process an update
 * @param driverMicros microseconds of processor time of the driver's thread an update
 * @param calls calls of the Bot API an update
 * @param refused updates that the webhook did not take at the first time
 */
record Figures(
        double updates,
        double updatesPerSecond,
        double answerMedian,
        double answer99,
        double okMedian,
        double ok99,
        double processorMillis,
        double driverMicros,
        double calls,
        double refused) {

    static Figures median(List<Figures> rounds) {
        return new Figures(
                Median.of(rounds, Figures::updates),
                Median.of(rounds, Figures::updatesPerSecond),
                Median.of(rounds, Figures::answerMedian),
                Median.of(rounds, Figures::answer99),
                Median.of(rounds, Figures::okMedian),
                Median.of(rounds, Figures::ok99),
                Median.of(rounds, Figures::processorMillis),
                Median.of(rounds, Figures::driverMicros),
                Median.of(rounds, Figures::calls),
                rounds.stream().mapToDouble(Figures::refused).sum());
    }
}
