package org.campaignbot.benchmarks.rounds;

/** Lets a bot work until its compilers have nothing to add: a bot that serves people has been up for longer than a benchmark. */
public final class WarmUp {

    /** Rounds at least, and at most where a bot does not settle. */
    private static final int LEAST = 4;

    private static final int MOST = 60;

    /** A bot is warm when the last rounds, so many, did not bring the processor time below this share of the best before. */
    private static final int SETTLED_ROUNDS = 6;

    private static final double SETTLED = 0.98;

    private WarmUp() {}

    /** A round of work. */
    public interface Round {
        /**
         * Lets the bot work.
         *
         * @param number 0 at first
         * @return milliseconds of its processor time for each thing that it did
         */
        double work(int number) throws InterruptedException;
    }

    /** Repeats a round until the bot needs no less for it than it did before. */
    public static void untilSettled(Round round) throws InterruptedException {
        double best = Double.MAX_VALUE;
        int since = 0;
        for (int i = 0; i < MOST && (i < LEAST || since < SETTLED_ROUNDS); i++) {
            double now = round.work(i);
            since = now < best * SETTLED ? 0 : since + 1;
            best = Math.min(best, now);
        }
    }
}
