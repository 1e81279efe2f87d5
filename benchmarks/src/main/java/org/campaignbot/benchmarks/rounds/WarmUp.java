package org.campaignbot.benchmarks.rounds;

/** Runs a bot until its compilers have nothing left to do: in production, bots have been up longer than a benchmark. */
public final class WarmUp {

    /** The least number of rounds, and the most if a bot doesn't settle. */
    private static final int LEAST = 4;

    private static final int MOST = 60;

    /** A bot is warm when this many recent rounds didn't bring the processor time below this share of the best before. */
    private static final int SETTLED_ROUNDS = 6;

    private static final double SETTLED = 0.98;

    private WarmUp() {}

    /** A round of work. */
    public interface Round {
        /**
         * Makes the bot work.
         *
         * @param number 0 at first
         * @return milliseconds of its processor time per operation
         */
        double work(int number) throws InterruptedException;
    }

    /** Repeats a round until the bot's processor time stops improving. */
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
