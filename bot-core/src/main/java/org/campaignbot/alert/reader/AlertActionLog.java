package org.campaignbot.alert.reader;

import java.time.Instant;
import org.campaignbot.conversation.ConversationKey;

/**
 * Records what recipients did because of an alert; repeating a call changes nothing.
 *
 * <p>People who got no alert, or none about the action, are ignored.
 */
public interface AlertActionLog {

    /** Records that a person pressed an alert's button. */
    void started(ConversationKey conversation, String alert, Instant at);

    /** Records that a person reported how an action went. */
    void acted(ConversationKey conversation, Report report);

    /** Records that a person took back their last report of an action. */
    void tookBack(ConversationKey conversation, Report report);

    /**
     * A person's report of an action.
     *
     * @param action the name under which the pack counts the action, its flow's name, such as {@code call}
     * @param outcome how it went, such as {@code spoke}
     * @param turn the number of the turn with the report
     * @param at when it was reported
     */
    record Report(String action, String outcome, long turn, Instant at) {}
}
