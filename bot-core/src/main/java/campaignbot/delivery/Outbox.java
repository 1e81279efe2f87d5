package campaignbot.delivery;

import java.util.List;

/** Messages that were committed and are not yet known to have left. */
public interface Outbox {

    /**
     * Takes the next messages to send, urgent ones first and those of a chat in the order of their commits; they are offered
     * again after {@link #release} or a restart, so each may be sent once more but is never lost.
     *
     * @param most how many at most
     */
    List<Outgoing> claim(int most);

    /** Ends messages whose fate is known. */
    void settle(List<String> ids);

    /** Offers claimed messages again. */
    void release(List<String> ids);
}
