package org.campaignbot.benchmarks.load;

import org.campaignbot.benchmarks.rounds.Samples;

/** The events between the start and end of a round; written only in the driver's thread. */
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

    /** Stops timing; what was started still counts. */
    void end() {
        over = true;
    }

    boolean over() {
        return over;
    }

    /**
     * The figures.
     *
     * @param seconds the round's length
     * @param processorSeconds the bot's processor time until everything was answered
     * @param driverSeconds the driver thread's processor time meanwhile
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
