package org.campaignbot.sending;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the processes of one bot must agree on to stay within an account's rate limits together.
 *
 * <p>A process asks again twice a second while it sends, never for a single message.
 */
public interface SharedRateLimits {

    /** For a process that runs alone, whose end nothing has to wait for. */
    SharedRateLimits ALONE = new SharedRateLimits() {
        @Override
        public Grant refresh(Account account, Need all, Need alerts) {
            return new Grant(most(all), most(alerts), Instant.MAX, Instant.MIN);
        }

        @Override
        public void resumeNotBefore(Account account, Instant instant) {}

        @Override
        public void surrender() {}

        private int most(Need need) {
            return need.limit() == null ? Integer.MAX_VALUE : need.limit().most();
        }
    };

    /**
     * Returns what this process may use of an account's rate limits from now on.
     *
     * @param all what it needs of the limit on all messages
     * @param alerts what it needs of the limit on alerts
     */
    Grant refresh(Account account, Need all, Need alerts);

    /** Stops every process from writing to an account until then; an earlier instant than the known one changes nothing. */
    void resumeNotBefore(Account account, Instant instant);

    /** Gives back all shares; this process sends nothing more. */
    void surrender();

    /**
     * What a process needs of a limit.
     *
     * @param limit the limit, or null if there is none
     * @param occupied how many places its latest messages occupy, or may come to occupy before the answer is here: with a valid
     *     share, all of it
     * @param wanted how many places it could fill at once
     */
    record Need(RateLimits.@Nullable Limit limit, int occupied, int wanted) {}

    /**
     * What a process may use.
     *
     * @param all places for messages; {@link Integer#MAX_VALUE} without a limit
     * @param alerts of these, places for alerts
     * @param until when it must have asked again, or stop sending
     * @param resumeNotBefore nothing may be sent to the account before then
     */
    record Grant(int all, int alerts, Instant until, Instant resumeNotBefore) {}

    /** What an account needs now, for all messages and for alerts. */
    record Request(Account account, Need all, Need alerts) {}
}
