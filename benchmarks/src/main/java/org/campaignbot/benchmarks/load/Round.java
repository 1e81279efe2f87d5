package org.campaignbot.benchmarks.load;

import org.campaignbot.benchmarks.rounds.Samples;

/** What happened between the beginning of a round and its end; written in the driver's thread alone. */
final class Round {

    private final Samples seen = new Samples();
    private final Samples acknowledged = new Samples();
    private long answered;
    private long answeredInTime;
    private long calls;
    private long refused;
    private boolean over;

    void seen(long nanos) {
        if (!over) {
            seen.add(nanos);
        }
    }

    void acknowledged(long nanos) {
        if (!over) {
            acknowledged.add(nanos);
        }
    }

    void answered() {
        answered++;
        if (!over) {
            answeredInTime++;
        }
    }

    void called() {
        calls++;
    }

    void refused() {
        refused++;
    }

    /** From now on nothing is timed any more; what was begun is still counted. */
    void end() {
        over = true;
    }

    boolean over() {
        return over;
    }

    /**
     * The figures.
     *
     * @param seconds how long the round was
     * @param processorSeconds what the bot's process used until all was answered
     * @param driverSeconds what the driver's thread used meanwhile
     */
    Figures figures(double seconds, double processorSeconds, double driverSeconds) {
        return new Figures(
                answered,
                answeredInTime / seconds,
                seen.millis(0.5),
                seen.millis(0.99),
                acknowledged.millis(0.5),
                acknowledged.millis(0.99),
                processorSeconds * 1000 / Math.max(1, answered),
                driverSeconds * 1e6 / Math.max(1, answered),
                (double) calls / Math.max(1, answered),
                refused);
    }
}
