package campaignbot.delivery;

import campaignbot.delivery.Deliveries.Fate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says which alerts may leave: asked before they depart, and once more before each is sent. */
public interface Clearance {

    /** Lets all of them leave. */
    Clearance ALL = new Clearance() {
        @Override
        public Map<String, Fate> denied(List<Outgoing> departing, Instant now) {
            return Map.of();
        }

        @Override
        public @Nullable Fate deniedAfterAll(Outgoing departed, Instant now) {
            return null;
        }
    };

    /**
     * How those end that must not depart, by their ids. It may ask the store, and note that the others depart.
     *
     * @throws RuntimeException where it could not tell; then none departs, and it is asked again a second later
     */
    Map<String, Fate> denied(List<Outgoing> departing, Instant now);

    /** How an alert ends that departed and must not be sent after all; null where it may. It waits for nothing, since threads that send ask. */
    @Nullable
    Fate deniedAfterAll(Outgoing departed, Instant now);
}
