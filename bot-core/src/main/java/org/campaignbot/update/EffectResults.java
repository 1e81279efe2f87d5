package org.campaignbot.update;

import java.util.Collection;
import java.util.List;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Event;

/** Keeps the results of effects until their conversations have handled them. */
public interface EffectResults {

    /** Adds an answer, unless one with the same id is there. */
    void add(Answer answer);

    /** The unhandled answers, earliest first. */
    List<Answer> waiting(int most);

    /** Drops handled answers. */
    void done(Collection<String> ids);

    /** Drops the unhandled answers of a conversation that is being forgotten. */
    void forget(ConversationKey conversation);

    /**
     * An answer to a conversation.
     *
     * @param id its idempotency key, the same however often the effect is carried out
     * @param conversation who asked
     * @param event what to tell it
     */
    record Answer(String id, ConversationKey conversation, Event.Answered event) {

        /** Prefix of the update ids under which answers are handled, which identifies the messages that report them. */
        public static final String UPDATE = "answer/";
    }
}
