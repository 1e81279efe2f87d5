package campaignbot.delivery;

import campaignbot.delivery.Deliveries.Ended;
import campaignbot.delivery.Outbox.ChatUse;
import java.time.Instant;
import java.util.List;
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
record Aftermath(
        List<Ended> ended,
        @Nullable ChatUse use,
        @Nullable Instant resume,
        boolean isGone,
        @Nullable String movedTo) {

    /** Nothing. */
    static final Aftermath NONE = new Aftermath(List.of(), null, null, false, null);

    /** The end of a message. */
    static Aftermath of(Ended ended, @Nullable ChatUse use) {
        return new Aftermath(List.of(ended), use, null, false, null);
    }

    /** The same, and all processes leave the account alone until an instant, unless it is null. */
    Aftermath andResume(@Nullable Instant until) {
        return new Aftermath(ended, use, until, isGone, movedTo);
    }
}
