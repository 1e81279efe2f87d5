package campaignbot.benchmarks.load;

import java.util.List;
import java.util.function.ToDoubleFunction;

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
                median(rounds, Figures::updates),
                median(rounds, Figures::updatesPerSecond),
                median(rounds, Figures::answerMedian),
                median(rounds, Figures::answer99),
                median(rounds, Figures::okMedian),
                median(rounds, Figures::ok99),
                median(rounds, Figures::processorMillis),
                median(rounds, Figures::driverMicros),
                median(rounds, Figures::calls),
                rounds.stream().mapToDouble(Figures::refused).sum());
    }

    private static double median(List<Figures> rounds, ToDoubleFunction<Figures> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
