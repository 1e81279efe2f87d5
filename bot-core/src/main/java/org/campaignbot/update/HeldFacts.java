package org.campaignbot.update;

import java.util.Map;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.State;

/** Keeps facts that must never be stored, such as a name, a letter or typed text, in memory for at most 30 minutes. */
public interface HeldFacts {

    /** The facts held for a conversation. */
    Map<String, State.Held> of(ConversationKey conversation);

    /** Replaces the facts held for a conversation. */
    void hold(ConversationKey conversation, Map<String, State.Held> facts);

    /** Frees the expired facts that this process holds. */
    default void dropExpired() {}
}
