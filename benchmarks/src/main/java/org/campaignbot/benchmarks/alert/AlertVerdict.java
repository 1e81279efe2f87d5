package org.campaignbot.benchmarks.alert;

/**
 * The result for the recipients of alerts with kills in between.
 *
 * @param received how many got it, by the fake
 * @param sent how many got it, by the bot
 * @param unknown how many the bot marks as unknown
 * @param unknownReceived how many of the unknown got it
 * @param mostUnknown the mean number of unknown recipients per kill, in the alert with the most
 * @param lost how many neither got it nor are unknown
 * @param twice how many got it more than once
 * @param claimed how many the bot reports as sent that didn't get it
 */
record AlertVerdict(
        int kills,
        int alerts,
        long recipients,
        long received,
        long sent,
        long unknown,
        long unknownReceived,
        long mostUnknown,
        long lost,
        long twice,
        long claimed) {

    /** Nothing was sent. */
    static final AlertVerdict NONE = new AlertVerdict(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** The most that can be in flight at once: two for each of the 24 threads that send alerts (InFlightMessages in bot-core). */
    static final int MOST_UNKNOWN = 48;

    AlertVerdict and(AlertVerdict other) {
        return new AlertVerdict(
                kills + other.kills,
                alerts + other.alerts,
                recipients + other.recipients,
                received + other.received,
                sent + other.sent,
                unknown + other.unknown,
                unknownReceived + other.unknownReceived,
                Math.max(mostUnknown, other.mostUnknown),
                lost + other.lost,
                twice + other.twice,
                claimed + other.claimed);
    }

    boolean isGood() {
        return lost == 0 && twice == 0 && claimed == 0 && mostUnknown <= MOST_UNKNOWN;
    }
}
