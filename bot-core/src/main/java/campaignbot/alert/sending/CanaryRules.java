package campaignbot.alert.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When all others get an alert after the few who got it first, and when it is rather held.
 *
 * @param percent how many of a hundred get it first; 0 is nobody
 * @param lead how long all others wait at least
 */
public record CanaryRules(int percent, Duration lead) {

    /** A hundredth, ten minutes ahead. */
    public static final CanaryRules DEFAULT = new CanaryRules(1, Duration.ofMinutes(10));

    /** How many get it first at least. */
    static final int LEAST = 20;

    /** How many of a hundred must be in a final state before all others get it; some chats have to wait for long. */
    static final int ENDED_PERCENT = 95;

    /**
     * Of a hundred, how many may fail or end unknown. Some have blocked the bot since they signed up; where it is more than a quarter,
     * something is wrong with the message or with the way to the platform.
     */
    static final int FAILED_PERCENT = 25;

    /** Of a hundred, how many may end their subscriptions; one of a hundred is usual, one of ten did not want this. */
    static final int LEFT_PERCENT = 10;

    /** Below so many it is chance. */
    static final int FEW = 3;

    /** Whether a few get it first. */
    public boolean isUsed() {
        return percent > 0;
    }

    /** Whether some of all are left over to wait while others get it first. */
    public boolean isForFewer(long all) {
        return isUsed() && all > size(all);
    }

    /** How many of all get it first. */
    int size(long all) {
        return (int) Math.max(LEAST, (all * percent + 99) / 100);
    }

    /** Why an alert is to be held; empty where it is not. */
    Optional<Objection> objection(Recipients.Canary canary) {
        if (isTooMany(canary.failed(), canary.all(), FAILED_PERCENT)) {
            return Optional.of(new Objection(Objection.Kind.FAILED, canary.failed(), canary.all()));
        } else if (isTooMany(canary.left(), canary.all(), LEFT_PERCENT)) {
            return Optional.of(new Objection(Objection.Kind.LEFT, canary.left(), canary.all()));
        }
        return Optional.empty();
    }

    private static boolean isTooMany(long some, long all, int percent) {
        return some > FEW && some * 100 > all * percent;
    }

    /** Whether it may go to all others. */
    boolean isOver(Recipients.Canary canary, Instant began, Instant now) {
        return canary.ended() * 100 >= canary.all() * ENDED_PERCENT && !now.isBefore(began.plus(lead));
    }
}
