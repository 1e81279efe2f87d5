package org.campaignbot.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.people.Address;
import org.campaignbot.sending.Account;
import org.campaignbot.sending.Outbox;
import org.campaignbot.sending.Outgoing;
import org.campaignbot.update.ConversationStore.Commit;
import org.junit.jupiter.api.Test;

/** Contract tests for {@link Outbox}. */
public abstract class OutboxContract {

    private static final ConversationKey ANA = Fixtures.conversationOf("ana");
    private static final ConversationKey BEN = Fixtures.conversationOf("ben");
    private static final ConversationKey CLEO = Fixtures.conversationOf("cleo");

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

    @Test
    void aCommitClaimsForItsProcessWhatNothingWaitsBefore() {
        ConversationStoreContract.StoreAndOutbox both = empty();
        Outgoing first = Fixtures.message(ANA, "first");
        Outgoing second = Fixtures.message(ANA, "second");
        both.outbox().accept(10);
        commit(both, List.of(first, second));
        assertThat(both.outbox().claim(10)).isEmpty();
        assertThat(handOver(both, List.of(first, second))).containsExactly(first, second);
        assertThat(handOver(both, List.of(first, second))).isEmpty();
        both.outbox().settle(List.of("first"));
        both.outbox().release(List.of("second"));
        assertThat(both.outbox().claim(10)).containsExactly(second);
    }

    @Test
    void aCommitClaimsNothingThatWouldOvertakeAndNothingBeyondTheRoom() {
        ConversationStoreContract.StoreAndOutbox both = empty();
        Outgoing waiting = Fixtures.message(ANA, "waiting");
        commit(both, List.of(waiting));
        // Urgent messages have their own capacity.
        both.outbox().accept(1);
        Outgoing behind = Fixtures.message(ANA, "behind");
        Outgoing urgent = urgent(ANA, behind);
        Outgoing elsewhere = Fixtures.message(BEN, "elsewhere");
        Outgoing tooMuch = Fixtures.message(CLEO, "too much");
        List<Outgoing> next = List.of(behind, urgent, elsewhere, tooMuch);
        both.store().commit(List.of(turnOf(BEN, "next", next)));
        assertThat(handOver(both, next)).containsExactly(urgent, elsewhere);
        assertThat(both.outbox().claim(10)).extracting(Outgoing::id).containsExactly("waiting", "behind", "too much");
    }

    @Test
    void whatIsBeingTakenIsNotOvertakenByACommit() {
        ConversationStoreContract.StoreAndOutbox both = empty();
        commit(both, List.of(Fixtures.message(ANA, "first")));
        both.outbox().accept(10);
        Outgoing second = Fixtures.message(ANA, "second");
        both.outbox().take(all(10), taken -> {
            assertThat(taken).extracting(each -> each.message().id()).containsExactly("first");
            both.store().commit(List.of(turnOf(BEN, "next", List.of(second))));
            assertThat(handOver(both, List.of(second))).isEmpty();
        });
        assertThat(both.outbox().claim(10)).extracting(Outgoing::id).containsExactly("second");
        Outgoing third = Fixtures.message(ANA, "third");
        both.store().commit(List.of(turnOf(CLEO, "after", List.of(third))));
        assertThat(handOver(both, List.of(third))).containsExactly(third);
    }

    @Test
    void lanesAndAccountsAreTakenAsThereIsRoomForThem() {
        Outbox outbox = empty().outbox();
        Outgoing reply = Fixtures.message(ANA, "reply");
        Outgoing urgent = urgent(BEN, reply);
        Outgoing other = new Outgoing(
                "other",
                new Address("paper", "other bot", "chat", null),
                ANA.person(),
                Outgoing.Lane.REPLY,
                reply.message());
        outbox.add(List.of(other, reply, urgent));
        assertThat(take(outbox, Outgoing.Lane.URGENT, Outgoing.Lane.URGENT, Set.of()))
                .containsExactly(urgent);
        assertThat(take(outbox, Outgoing.Lane.URGENT, Outgoing.Lane.REPLY, Set.of(new Account("paper", "other bot"))))
                .containsExactly(reply);
        assertThat(take(outbox, Outgoing.Lane.REPLY, Outgoing.Lane.REPLY, Set.of()))
                .containsExactly(other);
    }

    @Test
    void aMessageWithoutATurnIsAddedOnce() {
        Outbox outbox = empty().outbox();
        outbox.add(List.of(Fixtures.message(ANA, "alone")));
        outbox.add(List.of(Fixtures.message(ANA, "alone"), Fixtures.message(BEN, "other")));
        assertThat(outbox.claim(10)).containsExactly(Fixtures.message(ANA, "alone"), Fixtures.message(BEN, "other"));
    }

    @Test
    void everythingOfAChatCanBeClaimedAtOnce() {
        Outbox outbox = empty().outbox();
        Outgoing inThread = inThread("in a thread", "7");
        outbox.add(List.of(
                Fixtures.message(ANA, "claimed"),
                Fixtures.message(ANA, "alone"),
                Fixtures.message(BEN, "other"),
                inThread));
        outbox.claim(1);
        assertThat(outbox.takeAllOf(ANA.address()))
                .extracting(each -> each.message().id())
                .containsExactlyInAnyOrder("alone", "in a thread");
        assertThat(outbox.claim(10)).extracting(Outgoing::id).containsExactly("other");
    }

    @Test
    void whatWaitsForAChatThatMovesIsRewritten() {
        Outbox outbox = empty().outbox();
        Address to = new Address("paper", "bot", "chat-after-the-move", null);
        outbox.add(List.of(Fixtures.message(ANA, "m1"), Fixtures.message(BEN, "m2"), inThread("m3", "7")));
        outbox.move(ANA.address(), to);
        assertThat(outbox.claim(10))
                .extracting(Outgoing::id, Outgoing::to)
                .containsExactly(
                        tuple("m1", to),
                        tuple("m2", BEN.address()),
                        tuple("m3", new Address("paper", "bot", "chat-after-the-move", "7")));
        outbox.release(List.of("m1", "m2", "m3"));
        assertThat(outbox.takeAllOf(to)).hasSize(2);
    }

    @Test
    void claimingAFewOfVeryManyReadsAFew() {
        Outbox outbox = empty().outbox();
        int many = 5_000;
        outbox.add(IntStream.range(0, many)
                .mapToObj(i -> Fixtures.message(Fixtures.conversationOf("reader" + i), "message-" + i))
                .toList());
        List<String> claimed = new ArrayList<>();
        for (int page = 0; page < 10; page++) {
            List<String> ids = outbox.claim(100).stream().map(Outgoing::id).toList();
            claimed.addAll(ids);
            outbox.settle(ids.subList(0, 50));
        }
        assertThat(claimed)
                .containsExactlyElementsOf(
                        IntStream.range(0, 1_000).mapToObj(i -> "message-" + i).toList());
    }

    private static Outgoing inThread(String id, String thread) {
        Address chat = ANA.address();
        return new Outgoing(
                id,
                new Address(chat.channel(), chat.account(), chat.chat(), thread),
                ANA.person(),
                Outgoing.Lane.REPLY,
                Fixtures.message(ANA, id).message());
    }

    private static Outbox.Wanted all(int most) {
        return new Outbox.Wanted(Outgoing.Lane.URGENT, Outgoing.Lane.REPLY, most, Set.of());
    }

    private static List<Outgoing> take(Outbox outbox, Outgoing.Lane first, Outgoing.Lane last, Set<Account> except) {
        List<Outgoing> taken = new ArrayList<>();
        outbox.take(
                new Outbox.Wanted(first, last, 10, except),
                claimed -> claimed.forEach(each -> taken.add(each.message())));
        return taken;
    }

    private static List<Outgoing> handOver(ConversationStoreContract.StoreAndOutbox both, List<Outgoing> committed) {
        return both.outbox().handOver(committed).stream()
                .map(Outbox.Claimed::message)
                .toList();
    }

    private Outbox filled(String... ids) {
        ConversationStoreContract.StoreAndOutbox both = empty();
        commit(both, List.of(ids).stream().map(id -> Fixtures.message(ANA, id)).toList());
        return both.outbox();
    }

    private static void commit(ConversationStoreContract.StoreAndOutbox both, List<Outgoing> outgoing) {
        both.store().commit(List.of(turnOf(ANA, "update", outgoing)));
    }

    private static Commit turnOf(ConversationKey whose, String update, List<Outgoing> outgoing) {
        return new Commit(whose, 0, update, Fixtures.waitingAt("call", "outcome", 1), outgoing, List.of());
    }
}
