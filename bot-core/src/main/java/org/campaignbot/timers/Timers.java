package org.campaignbot.timers;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.campaignbot.conversation.ConversationKey;

/**
 * Stores timers until they are done or canceled; a conversation has at most one for each flow.
 *
 * <p>Several processes may claim from it at once. Nothing here sends or says anything.
 */
public interface Timers {

    /**
     * Sets a timer, replacing the one that the conversation set earlier for the same flow. Setting the same one again, or an
     * outdated one, changes nothing.
     */
    void set(Timer timer);

    /**
     * Claims due timers, earliest first. No one else gets them until the lease ends; then they are offered again, so that a crash
     * loses none.
     *
     * @param now the current time: a timer is due from exactly its instant on
     * @param leaseEnds when they are offered again if they are not done
     * @param most how many at most
     */
    List<Timer> claim(Instant now, Instant leaseEnds, int most);

    /** Ends timers that have been passed on. One that was reset meanwhile has another id and stays. */
    void done(Collection<Timer.Id> timers);

    /** Cancels the timer of a conversation for a flow; it is no error if there is none. */
    void cancel(ConversationKey conversation, String flow);

    /** Cancels every timer of a conversation, for example when the person is forgotten or has blocked the bot. */
    void cancelAll(ConversationKey conversation);
}
