package org.campaignbot.benchmarks.alert;

/**
 * What became of the recipients of alerts in whose midst something was killed.
 *
 * @param received how many got it, by the fake
 * @param sent how many the bot says got it
 * @param unknown of how many the bot says that it does not know
 * @param unknownReceived how many of these got it
 * @param mostUnknown how many are unknown a kill, in the mean of the kills of the alert that has most
 * @param lost how many neither got it nor are unknown
 * @param twice how many got it more than once
 * @param claimed how many are said to have got it and did not
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

    /** As many as have departed at once at most: two for each of the 24 threads that alerts are sent by (AlertWindow in bot-core). */
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
