package campaignbot.timer;

import campaignbot.conversation.ConversationKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Keeps timers until they are done or cancelled; a conversation has at most one for each flow.
 *
 * <p>Several processes may claim from it at once. Nothing here sends or says anything.
 */
public interface Timers {

    /**
     * Sets a timer. It takes the place of one that the conversation set earlier for the same flow; setting the same one again,
     * or one that was overtaken, changes nothing.
     */
    void set(Timer timer);

    /**
     * Takes timers that are due, the earliest first. Until the lease ends nobody else is offered them; then they are offered
     * again, so that a crash loses none.
     *
     * @param now the present: a timer is due from its very instant on
     * @param leaseEnds when they are offered again if they are not done
     * @param most how many at most
     */
    List<Timer> claim(Instant now, Instant leaseEnds, int most);

    /** Ends timers that have been handed over. One that was set anew meanwhile bears another name and stays. */
    void done(Collection<Timer.Id> timers);

    /** Cancels the timer of a conversation for a flow; it is no error if there is none. */
    void cancel(ConversationKey conversation, String flow);

    /** Cancels every timer of a conversation, as when the person is forgotten or has blocked the bot. */
    void cancelAll(ConversationKey conversation);
}
