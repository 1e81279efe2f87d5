package org.campaignbot.sending;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides which alerts may be sent: asked before they depart, and once more before each is sent. */
public interface SendGuard {

    /** Allows all of them. */
    SendGuard ALL = new SendGuard() {
        @Override
        public Map<String, DeliveryStatus> denied(List<Outgoing> departing, Instant now) {
            return Map.of();
        }

        @Override
        public @Nullable DeliveryStatus deniedAfterAll(Outgoing departed, Instant now) {
            return null;
        }
    };

    /**
     * What becomes of alerts that must not depart, by id. It may query the store, and record that the others depart.
     *
     * @throws RuntimeException if it can't tell; then none departs, and it is asked again a second later
     */
    Map<String, DeliveryStatus> denied(List<Outgoing> departing, Instant now);

    /**
     * What becomes of an alert that departed but must not be sent after all; null if it may. It must not block, since sending threads
     * call it.
     */
    @Nullable
    DeliveryStatus deniedAfterAll(Outgoing departed, Instant now);
}
