package org.campaignbot.alert.reader;

import java.time.Instant;
import org.campaignbot.conversation.ConversationKey;

/**
 * Notes what those who got an alert did because of it; a repeat of the same changes nothing.
 *
 * <p>Whoever got no alert, or none about the action, is passed over.
 */
public interface AlertActionLog {

    /** Notes that somebody pressed the button of an alert. */
    void started(ConversationKey conversation, String alert, Instant at);

    /** Notes that somebody told how an action went. */
    void acted(ConversationKey conversation, Report report);

    /** Notes that somebody took back what they had told of an action last. */
    void tookBack(ConversationKey conversation, Report report);

    /**
     * What somebody tells of an action.
     *
     * @param action the name that the pack counts the action by, which is that of its flow, as {@code call}
     * @param outcome how it went, as {@code spoke}
     * @param turn the number of the turn in which they told it
     * @param at when that was
     */
    record Report(String action, String outcome, long turn, Instant at) {}
}
