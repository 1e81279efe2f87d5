package campaignbot.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Is told how each message ended.
 *
 * <p>It is told before the outbox forgets a message, so after a crash in between it is told again, perhaps that the fate is
 * unknown: what was told first holds.
 */
@FunctionalInterface
public interface Deliveries {

    /** Whoever does not want to know. */
    Deliveries IGNORED = ended -> {};

    /**
     * Takes note of messages that have come to their end.
     *
     * @throws RuntimeException where it could not; alerts are then told again, and not forgotten before
     */
    void ended(List<Ended> messages);

    /**
     * How a message ended.
     *
     * @param why the platform's reason where it refused, else null; it holds no word of the message and no id
     * @param sentAs the platform's id of its last part where it was sent and the platform told one, else null
     */
    record Ended(
            Outgoing message,
            Fate fate,
            @Nullable String why,
            @Nullable String sentAs) {
        /** A message that was not sent, or of which the platform told no id. */
        public Ended(Outgoing message, Fate fate, @Nullable String why) {
            this(message, fate, why, null);
        }
    }

    /** The final states, of which each message reaches one. */
    enum Fate {
        /** The platform took all of it. */
        SENT,
        /** The chat cannot be written to any more. */
        GONE,
        /** Nobody knows whether it arrived, or whether all parts did. */
        UNKNOWN,
        /** The platform will never take it. */
        REFUSED,
        /** It waited for too long. */
        EXPIRED,
        /** It was an alert that must not leave now; nothing of it was sent. */
        WITHDRAWN
    }
}
