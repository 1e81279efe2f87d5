package org.campaignbot.alert.desk;

import java.util.List;
import java.util.Optional;
import org.campaignbot.conversation.ConversationKey;

/** Stores the messages in which organizers follow alerts, until each alert has ended. */
public interface DeskCards {

    /** A message by its name. */
    Optional<DeskCard> find(String id);

    /** All of them, in no order; there are only as many as organizers watch alerts under way. */
    List<DeskCard> all();

    /**
     * Saves a message under the next version.
     *
     * @return false if nothing was saved because it changed meanwhile, or because a new one exists already
     */
    boolean save(DeskCard card);

    /** Removes a message; no error if there is none. */
    void drop(String id);

    /** Removes all messages of a chat. */
    void forget(ConversationKey chat);
}
