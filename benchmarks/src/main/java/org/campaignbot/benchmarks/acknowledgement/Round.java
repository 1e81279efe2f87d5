package org.campaignbot.benchmarks.acknowledgement;

import org.campaignbot.benchmarks.rounds.Samples;

/** The events between the start and end of a round; used only in the driver's thread. */
final class Round {

    private final Samples acknowledged = new Samples();
    private long inAll;
    private long refused;
    private boolean over;

    /** Records a request's answer after this long: acknowledged if the status is 200. */
    void answered(int status, long nanos) {
        if (status != 200) {
            refused++;
        } else {
            inAll++;
            if (!over) {
                acknowledged.add(nanos);
            }
        }
    }

    /** Stops timing, and nobody starts anything new. */
    void end() {
        over = true;
    }

    boolean over() {
        return over;
    }

    /** The number of acknowledged requests in all, including those in flight at the end of the round. */
    long acknowledged() {
        return inAll;
    }

    long refused() {
        return refused;
    }

    /** How many were acknowledged before the end. */
    int inTime() {
        return acknowledged.count();
    }

    double millis(double part) {
        return acknowledged.millis(part);
    }
}
