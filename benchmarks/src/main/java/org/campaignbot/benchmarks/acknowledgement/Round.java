package org.campaignbot.benchmarks.acknowledgement;

import org.campaignbot.benchmarks.rounds.Samples;

/** What happened between the beginning of a round and its end; used in the driver's thread alone. */
final class Round {

    private final Samples acknowledged = new Samples();
    private long inAll;
    private long refused;
    private boolean over;

    /** A request was answered after so long: taken where the status is 200. */
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

    /** From now on nothing is timed any more, and nobody begins anything. */
    void end() {
        over = true;
    }

    boolean over() {
        return over;
    }

    /** How many requests were acknowledged in all, with those that the end of the round found under way. */
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
