package campaignbot.delivery;

import java.time.Instant;
import java.util.List;

/**
 * How fast one chat may be written to; sends to a chat follow each other.
 *
 * <p>The platform counts a message at some moment between its sending and its answer. Which one is unknown, so the worst is
 * assumed: nothing here ever allows what the platform might not.
 */
interface ChatPace {

    /** When the next message may be sent, as far as it is known now. */
    Instant freeAt(Instant now);

    /** Notes that a message is being sent. */
    default void sent() {}

    /** Notes that it was answered. */
    void answered(Instant at);

    /** What another sender needs to go on, for {@link #resume}. */
    List<Instant> marks();

    /** Takes over what others have used. */
    void resume(List<Instant> marks);

    /** When everything that was sent is over. */
    Instant over();
}
