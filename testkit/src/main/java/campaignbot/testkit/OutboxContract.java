package campaignbot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import campaignbot.conversation.ConversationKey;
import campaignbot.delivery.Outbox;
import campaignbot.delivery.Outgoing;
import campaignbot.reception.ConversationStore.Commit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The laws of {@link Outbox}. */
public abstract class OutboxContract {

    private static final ConversationKey ANA = Fixtures.conversationOf("ana");

    /** An empty outbox, with the store whose commits fill it. */
    protected abstract ConversationStoreContract.StoreAndOutbox empty();

    @Test
    void messagesComeInTheOrderOfTheirCommits() {
        Outbox outbox = filled("m1", "m2", "m3");
        assertThat(outbox.claim(2)).extracting(Outgoing::id).containsExactly("m1", "m2");
        assertThat(outbox.claim(2)).extracting(Outgoing::id).containsExactly("m3");
        assertThat(outbox.claim(2)).isEmpty();
    }

    @Test
    void urgentMessagesComeFirst() {
        ConversationStoreContract.StoreAndOutbox both = empty();
        Outgoing reply = Fixtures.message(ANA, "reply");
        Outgoing urgent = urgent(Fixtures.conversationOf("ben"), reply);
        commit(both, List.of(reply, urgent));
        assertThat(both.outbox().claim(10)).extracting(Outgoing::id).containsExactly("urgent", "reply");
    }

    @Test
    void anUrgentMessageGoesAheadOfEarlierRepliesInItsOwnChat() {
        ConversationStoreContract.StoreAndOutbox both = empty();
        Outgoing reply = Fixtures.message(ANA, "reply");
        commit(both, List.of(reply, urgent(ANA, reply)));
        assertThat(both.outbox().claim(1)).extracting(Outgoing::id).containsExactly("urgent");
        assertThat(both.outbox().claim(1)).extracting(Outgoing::id).containsExactly("reply");
    }

    @Test
    void aSettledMessageNeverComesBack() {
        Outbox outbox = filled("m1", "m2");
        outbox.claim(2);
        outbox.settle(List.of("m1"));
        outbox.release(List.of("m1", "m2"));
        assertThat(outbox.claim(10)).extracting(Outgoing::id).containsExactly("m2");
    }

    @Test
    void aReleasedMessageIsOfferedAgain() {
        Outbox outbox = filled("m1", "m2");
        outbox.claim(2);
        outbox.release(List.of("m1", "m2"));
        assertThat(outbox.claim(10)).extracting(Outgoing::id).containsExactly("m1", "m2");
    }

    private static Outgoing urgent(ConversationKey to, Outgoing other) {
        return new Outgoing("urgent", to.address(), to.person(), Outgoing.Lane.URGENT, other.message());
    }

    @Test
    void whatAMessageReplacesAndErasesComesBackWithIt() {
        ConversationStoreContract.StoreAndOutbox both = empty();
        Outgoing reply = Fixtures.message(ANA, "reply");
        Outgoing edit = new Outgoing(
                "edit", ANA.address(), ANA.person(), Outgoing.Lane.REPLY, reply.message(), "earlier-7", "typed-8");
        commit(both, List.of(reply, edit));
        assertThat(both.outbox().claim(2)).containsExactly(reply, edit);
    }

    private Outbox filled(String... ids) {
        ConversationStoreContract.StoreAndOutbox both = empty();
        commit(both, List.of(ids).stream().map(id -> Fixtures.message(ANA, id)).toList());
        return both.outbox();
    }

    private static void commit(ConversationStoreContract.StoreAndOutbox both, List<Outgoing> outgoing) {
        both.store()
                .commit(List.of(
                        new Commit(ANA, 0, "update", Fixtures.waitingAt("call", "outcome", 1), outgoing, List.of())));
    }
}
