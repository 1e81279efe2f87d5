package org.campaignbot.alert.desk;

import java.util.List;
import java.util.Map;
import org.campaignbot.conversation.ConversationKey;

/**
 * Stores the private chats in which organizers use the alert desk, so that other organizers' alerts can be sent to them there.
 *
 * <p>An organizer who never came to the desk can't be written to, because only a hash of a sign-in is stored.
 */
public interface DeskChats {

    /**
     * Records that an organizer came to the desk in a chat; a chat belongs to the organizer who came there last.
     *
     * @param organizer the id of their record
     */
    void note(String organizer, ConversationKey chat);

    /** The chats in which an organizer came to the desk, in no order. */
    List<ConversationKey> of(String organizer);

    /** Sets whether an organizer wants to be told of the server's troubles; does nothing if they have no chat here. */
    void setAlarms(String organizer, boolean wanted);

    /** Whether an organizer wants that; ends with the last of the chats in which it was chosen. */
    boolean wantsAlarms(String organizer);

    /**
     * Adds a chat to the test group, or takes every chat of its organizer out of it; does nothing if the organizer has no such
     * chat here. It ends with the chat.
     */
    void setTests(String organizer, ConversationKey chat, boolean wanted);

    /** The chats of the test group, by the id of their organizer. */
    Map<String, List<ConversationKey>> testGroup();

    /** Removes a chat; no error if there is none. */
    void forget(ConversationKey chat);
}
