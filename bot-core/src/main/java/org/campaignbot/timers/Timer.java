package org.campaignbot.timers;

import java.time.Instant;
import java.time.ZoneId;
import org.campaignbot.conversation.ConversationKey;

/**
 * Something that comes due for a conversation.
 *
 * @param id its id, from the effect that set it
 * @param flow the flow that it is about
 * @param due the instant from which it is due
 * @param zone the time zone in which the person meant it
 */
public record Timer(Id id, String flow, Instant due, ZoneId zone) {

    /** The id of a timer; within a conversation, a later turn or a later place in the turn means that it was set later. */
    public record Id(ConversationKey conversation, long turn, int ordinal) {

        /** Whether this one was set after another of the same conversation. */
        public boolean isAfter(Id other) {
            return turn == other.turn ? ordinal > other.ordinal : turn > other.turn;
        }
    }
}
