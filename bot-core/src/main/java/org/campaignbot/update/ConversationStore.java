package org.campaignbot.update;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Effect;
import org.campaignbot.conversation.State;
import org.campaignbot.sending.Outgoing;

/**
 * Stores the states of conversations, with the messages and effects of their turns.
 *
 * <p>Only the part of a state that {@link org.campaignbot.conversation.StateCodec} writes is stored.
 */
public interface ConversationStore {

    /**
     * The saved states of these conversations; unknown ones are left out. A conversation that has only a subscription left comes
     * as a fresh state with the subscription's facts and version 0.
     */
    Map<ConversationKey, Saved> load(Collection<ConversationKey> conversations);

    /**
     * Commits a batch of turns, each as a whole or not at all. A turn whose version is outdated or whose update was already
     * answered changes nothing and doesn't affect the others.
     *
     * @return the verdict on each turn, in order
     * @throws RuntimeException if the store itself fails; then nothing of the batch has happened
     */
    List<Verdict> commit(List<Commit> batch);

    /**
     * The effects that were committed and aren't known to be carried out, in order within each conversation.
     *
     * <p>Until they are settled, the same process keeps getting them; another process gets neither them nor any later ones of
     * their conversations. Effects of a process that ended go to another one after a while.
     */
    List<PendingEffect> pendingEffects(int most);

    /** Removes effects that have been carried out. */
    void settleEffects(List<PendingEffect> effects);

    /**
     * Messages that can't be sent any more: they contained the person's own words, which no store keeps, and the process that
     * remembered them is gone.
     */
    List<Unsaid> unsaid(int most);

    /** Removes messages whose conversations were asked again. */
    void settleUnsaid(List<Unsaid> messages);

    /** A state and the version it must still have when its next turn is committed. */
    record Saved(State state, long version) {}

    /**
     * A turn to commit.
     *
     * @param conversation whose it is
     * @param expected the version that was loaded, 0 if there was none
     * @param updateId the update it answers, stored as the idempotency key
     * @param next the state to keep; a blank one removes the conversation from the store
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

    /** The result of committing a turn. */
    enum Verdict {
        /** All of it is stored. */
        COMMITTED,
        /** Another turn of the conversation came first; take this one again. */
        OVERTAKEN,
        /** Its update has already been answered. */
        REPEATED
    }

    /** A lost message, by id, and its conversation. */
    record Unsaid(String outgoing, ConversationKey conversation) {}

    /** An effect and its conversation. */
    record PendingEffect(ConversationKey conversation, Effect effect) {}
}
