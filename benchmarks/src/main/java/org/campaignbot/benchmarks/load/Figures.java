package org.campaignbot.benchmarks.load;

import java.util.List;
import org.campaignbot.benchmarks.rounds.Median;

/**
 * The figures of one round, or their medians over several rounds.
 *
 * @param updates updates answered in all
 * @param updatesPerSecond updates answered per second
 * @param answerMedian milliseconds from sending an update to the arrival of its first message, median
 * @param answer99 the same, 99th percentile
 * @param okMedian milliseconds to the webhook's 200, median
 * @param ok99 the same, 99th percentile
 * @param processorMillis the bot's processor time per update in milliseconds
 * @param driverMicros the driver thread's processor time per update in microseconds
 * @param calls Bot API calls per update
 * @param refused updates that the webhook refused at first
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
