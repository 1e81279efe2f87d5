package campaignbot.reception;

import campaignbot.conversation.ConversationKey;
import campaignbot.conversation.State;
import java.util.Map;

/** Keeps in memory, for at most 30 minutes, the facts that must never be stored: a name, a letter, what was typed. */
public interface HeldFacts {

    /** The facts held for a conversation. */
    Map<String, State.Held> of(ConversationKey conversation);

    /** Holds these facts in place of the earlier ones. */
    void hold(ConversationKey conversation, Map<String, State.Held> facts);

    /** Frees what is over where this process holds it. */
    default void dropExpired() {}
}
