package org.campaignbot.sending;

import java.time.Instant;
import java.util.List;

/**
 * How fast one chat may be written to; sends to a chat are sequential.
 *
 * <p>The platform counts a message at some unknown moment between its sending and its answer, so we assume the worst: nothing
 * here ever allows what the platform might not.
 */
interface ChatRateLimit {

    /** When the next message may be sent, as far as is known now. */
    Instant freeAt(Instant now);

    /** Records that a message is being sent. */
    default void sent() {}

    /** Records that it was answered. */
    void answered(Instant at);

    /** What another process needs to continue, for {@link #resume}. */
    List<Instant> marks();

    /** Applies what other processes have used. */
    void resume(List<Instant> marks);

    /** When nothing that was sent counts any more. */
    Instant over();
}
