package org.campaignbot.alert.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When everyone else gets an alert after the canary, and when it's paused instead.
 *
 * @param percent how many of a hundred get it first; 0 for no canary
 * @param lead how long all others wait at least
 */
public record CanaryRules(int percent, Duration lead) {

    /** One percent, ten minutes ahead. */
    public static final CanaryRules DEFAULT = new CanaryRules(1, Duration.ofMinutes(10));

    /** The smallest canary. */
    static final int LEAST = 20;

    /** The percentage that must be in a final state before all others get it; some chats have to wait for a long time. */
    static final int ENDED_PERCENT = 95;

    /**
     * The percentage that may fail or end unknown. Some have blocked the bot since they signed up; more than a quarter means
     * that something is wrong with the message or with the connection to the platform.
     */
    static final int FAILED_PERCENT = 25;

    /** The percentage that may end their subscriptions; one percent is usual, ten percent didn't want this. */
    static final int LEFT_PERCENT = 10;

    /** Up to this many may be chance. */
    static final int FEW = 3;

    /** Whether there is a canary. */
    public boolean isUsed() {
        return percent > 0;
    }

    /** Whether anyone is left to wait while the canary gets it first. */
    public boolean isForFewer(long all) {
        return isUsed() && all > size(all);
    }

    /** How many of all recipients are in the canary. */
    int size(long all) {
        return (int) Math.max(LEAST, (all * percent + 99) / 100);
    }

    /** Why an alert must be paused; empty if it needn't be. */
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

    /** Whether it may now go to all others. */
    boolean isOver(Recipients.Canary canary, Instant began, Instant now) {
        return canary.ended() * 100 >= canary.all() * ENDED_PERCENT && !now.isBefore(began.plus(lead));
    }
}
