package campaignbot.reception;

import campaignbot.conversation.ConversationKey;
import campaignbot.conversation.Event;
import java.util.Collection;
import java.util.List;

/** Keeps what the world answered to a turn until its conversation has heard of it. */
public interface Answers {

    /** Keeps an answer; one of the same id is kept once. */
    void add(Answer answer);

    /** The answers that nobody has heard yet, the earliest first. */
    List<Answer> waiting(int most);

    /** Drops answers that were heard. */
    void done(Collection<String> ids);

    /** Drops what nobody has heard yet of a conversation that is forgotten. */
    void forget(ConversationKey conversation);

    /**
     * An answer.
     *
     * @param id its name, the same however often the effect that asked is carried out
     * @param conversation who asked
     * @param event what is told
     */
    record Answer(String id, ConversationKey conversation, Event.Answered event) {

        /** Begins the id of the update by which the answer is heard, so that a message that tells it can be known by its name. */
        public static final String UPDATE = "answer/";
    }
}
