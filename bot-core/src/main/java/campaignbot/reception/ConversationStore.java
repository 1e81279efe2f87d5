package campaignbot.reception;

import campaignbot.conversation.ConversationKey;
import campaignbot.conversation.Effect;
import campaignbot.conversation.State;
import campaignbot.delivery.Outgoing;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Keeps the states of conversations, with the messages and effects of their turns.
 *
 * <p>Only what {@link campaignbot.conversation.StateCodec} writes is kept of a state.
 */
public interface ConversationStore {

    /**
     * The saved states of these conversations; a conversation that is not known is left out. One of which only a subscription
     * is left comes as a fresh state with the facts of that, and the version 0.
     */
    Map<ConversationKey, Saved> load(Collection<ConversationKey> conversations);

    /**
     * Commits a batch of turns: of each one, all of it or nothing. A turn whose version or update was overtaken changes
     * nothing and does not hinder the others.
     *
     * @return what became of each turn, in order
     * @throws RuntimeException where the store itself fails; then nothing of the batch has happened
     */
    List<Verdict> commit(List<Commit> batch);

    /**
     * The effects that were committed and are not yet known to be carried out, those of a conversation in order.
     *
     * <p>Until they are settled the same process is offered them again, and another one neither them nor any that come after
     * them in their conversations. Those of a process that ended are offered to another after a while.
     */
    List<PendingEffect> pendingEffects(int most);

    /** Ends effects that have been carried out. */
    void settleEffects(List<PendingEffect> effects);

    /**
     * Messages that nobody can send any more: they were made of the person's own words, which no store keeps, and the process
     * that remembered them is gone.
     */
    List<Unsaid> unsaid(int most);

    /** Ends messages whose conversations were asked again. */
    void settleUnsaid(List<Unsaid> messages);

    /** A state and the version it must still have when its next turn is committed. */
    record Saved(State state, long version) {}

    /**
     * A turn to commit.
     *
     * @param conversation whose it is
     * @param expected the version that was loaded, 0 where there was none
     * @param updateId the update it answers, kept against repeats
     * @param next the state to keep; one that knows nothing takes the conversation out of the store
     * @param outgoing what to send
     * @param effects what to carry out
     */
    record Commit(
            ConversationKey conversation,
            long expected,
            String updateId,
            State next,
            List<Outgoing> outgoing,
            List<Effect> effects) {
        public Commit {
            outgoing = List.copyOf(outgoing);
            effects = List.copyOf(effects);
        }
    }

    /** What became of a turn. */
    enum Verdict {
        /** All of it is kept. */
        COMMITTED,
        /** Another turn of the conversation came first; it must be taken again. */
        OVERTAKEN,
        /** Its update was answered before. */
        REPEATED
    }

    /** A message that is lost, by its id, and whose it was. */
    record Unsaid(String outgoing, ConversationKey conversation) {}

    /** An effect and whose it is. */
    record PendingEffect(ConversationKey conversation, Effect effect) {}
}
