package org.campaignbot.sending;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gets notified how each message ended.
 *
 * <p>For a reply the notification comes before the outbox forgets it, so after a crash in between it comes again. For an alert it
 * comes after the {@link AlertQueue} recorded the end.
 */
@FunctionalInterface
public interface DeliveryListener {

    /** Ignores all of it. */
    DeliveryListener IGNORED = ended -> {};

    /**
     * Records how messages ended.
     *
     * @throws RuntimeException if that failed; it isn't repeated
     */
    void ended(List<Ended> messages);

    /**
     * How a message ended.
     *
     * @param why the platform's reason if it refused, else null; it contains no words of the message and no id
     * @param sentAs the platform's id of its last part if it was sent and the platform gave one, else null
     */
    record Ended(
            Outgoing message,
            DeliveryStatus status,
            @Nullable String why,
            @Nullable String sentAs) {
        /** A message that wasn't sent, or whose platform id is unknown. */
        public Ended(Outgoing message, DeliveryStatus status, @Nullable String why) {
            this(message, status, why, null);
        }
    }
}
