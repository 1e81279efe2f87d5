package org.campaignbot.sending;

import java.time.Instant;
import java.util.List;
import org.campaignbot.sending.DeliveryListener.Ended;
import org.campaignbot.sending.Outbox.ChatUse;
import org.jspecify.annotations.Nullable;

/**
 * What is left to do after an answer, outside the schedule.
 *
 * @param ended the messages that ended
 * @param use how much of its pace the chat has used, or null
 * @param resume until when all processes leave the account alone, or null
 * @param isGone whether everything else that waits for the chat should be claimed and ended
 * @param movedTo the chat's new id, or null; the chat waits for {@link Schedule#moved}
 */
record FollowUps(
        List<Ended> ended,
        @Nullable ChatUse use,
        @Nullable Instant resume,
        boolean isGone,
        @Nullable String movedTo) {

    /** Nothing. */
    static final FollowUps NONE = new FollowUps(List.of(), null, null, false, null);

    /** The end of a message. */
    static FollowUps of(Ended ended, @Nullable ChatUse use) {
        return new FollowUps(List.of(ended), use, null, false, null);
    }

    /** The same, and all processes leave the account alone until an instant, unless it is null. */
    FollowUps andResume(@Nullable Instant until) {
        return new FollowUps(ended, use, until, isGone, movedTo);
    }
}
