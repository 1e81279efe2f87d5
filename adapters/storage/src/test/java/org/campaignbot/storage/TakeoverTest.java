package org.campaignbot.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.sending.Outbox;
import org.campaignbot.sending.Outbox.ChatUse;
import org.campaignbot.sending.Outbox.Claimed;
import org.campaignbot.sending.Outgoing;
import org.campaignbot.sending.Outgoing.Lane;
import org.campaignbot.storage.outbox.JdbcOutbox;
import org.campaignbot.storage.outbox.LeasedClaims;
import org.campaignbot.testkit.Fixtures;
import org.campaignbot.update.ConversationStore.Commit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a process does with the work that another one left behind. */
class TakeoverTest {

    private static final ConversationKey ANA = Fixtures.conversationOf("ana");

    static Stream<TestDatabase> both() {
        return Stream.of(TestDatabase.SQLITE, TestDatabase.POSTGRESQL);
    }

    @ParameterizedTest
    @MethodSource("both")
    void aReplyMayHaveLeftAndIsAsOldAsItsCommit(TestDatabase kind) {
        Database database = kind.empty();
        database.outbox().accept(10);
        commit(database, "u1", Fixtures.message(ANA, "reply"));
        Outbox later = kind.restarted().outbox();
        TestDatabase.CLOCK.advance(LeasedClaims.LEASE.plusSeconds(1));
        assertThat(takeAll(later)).singleElement().satisfies(each -> {
            assertThat(each.mayHaveLeft()).isTrue();
            assertThat(each.since()).isEqualTo(Fixtures.NOON);
        });
    }

    @ParameterizedTest
    @MethodSource("both")
    void whatAChatHasUsedOfItsPaceComesAlongUntilItIsOver(TestDatabase kind) {
        Database first = kind.empty();
        List<Instant> marks = List.of(Fixtures.NOON.minusSeconds(3), Fixtures.NOON);
        commit(first, "u1", Fixtures.message(ANA, "sent"));
        first.outbox().claim(10);
        first.outbox()
                .settle(List.of("sent"), List.of(new ChatUse(ANA.address(), marks, Fixtures.NOON.plusSeconds(60))));
        Database second = kind.restarted();
        second.outbox().accept(10);
        // This process doesn't know its rate limit, so a commit doesn't claim it.
        commit(second, "u2", Fixtures.message(ANA, "next"));
        assertThat(takeAll(second.outbox()))
                .singleElement()
                .satisfies(each -> assertThat(each.used()).isEqualTo(marks));
        second.outbox().settle(List.of("next"));
        TestDatabase.CLOCK.advance(Duration.ofSeconds(61));
        commit(second, "u3", Fixtures.message(ANA, "last"));
        assertThat(takeAll(second.outbox())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("both")
    void whatACommitClaimedWhoseAnswerWasLostIsOfferedToTheSameProcessAgain(TestDatabase kind) {
        Database database = kind.empty();
        JdbcOutbox outbox = (JdbcOutbox) database.outbox();
        outbox.accept(10);
        commit(database, "u1", Fixtures.message(ANA, "reply"));
        Set<String> claimed = Set.copyOf(outbox.commits().inHand().values());
        outbox.commits().drop(List.of("reply"));
        outbox.commits().unclaimed(claimed);
        assertThat(takeAll(outbox)).extracting(each -> each.message().id()).containsExactly("reply");
        // A claimed message isn't offered twice.
        assertThat(takeAll(outbox)).isEmpty();
    }

    @Test
    void aChatThatAnotherProcessIsWritingToIsLeftToItInAllLanes() {
        Database first = TestDatabase.POSTGRESQL.empty();
        Database second = TestDatabase.POSTGRESQL.restarted();
        first.outbox().accept(10);
        second.outbox().accept(10);
        commit(first, "u1", Fixtures.message(ANA, "first"));
        first.outbox().add(List.of(Fixtures.message(ANA, "later")));
        Outgoing urgent = new Outgoing(
                "urgent",
                ANA.address(),
                ANA.person(),
                Lane.URGENT,
                Fixtures.message(ANA, "urgent").message());
        commit(second, "u2", urgent);
        assertThat(second.outbox().handOver(List.of(urgent))).isEmpty();
        assertThat(takeAll(second.outbox())).isEmpty();
        first.outbox().settle(List.of("first"));
        assertThat(takeAll(second.outbox()))
                .extracting(each -> each.message().id())
                .containsExactly("urgent", "later");
    }

    @Test
    void aClaimThatIsRenewedDoesNotRunOut() {
        Outbox first = TestDatabase.POSTGRESQL.empty().outbox();
        Outbox second = TestDatabase.POSTGRESQL.restarted().outbox();
        first.add(List.of(Fixtures.message(ANA, "reply")));
        first.claim(10);
        TestDatabase.CLOCK.advance(Duration.ofSeconds(90));
        assertThat(first.renew(List.of("reply")))
                .isEqualTo(TestDatabase.CLOCK.instant().plus(LeasedClaims.LEASE));
        TestDatabase.CLOCK.advance(Duration.ofSeconds(90));
        assertThat(takeAll(second)).isEmpty();
    }

    private static List<Claimed> takeAll(Outbox outbox) {
        List<Claimed> all = new ArrayList<>();
        outbox.take(new Outbox.Wanted(Lane.URGENT, Lane.REPLY, 100, Set.of()), all::addAll);
        return all;
    }

    private static void commit(Database database, String update, Outgoing message) {
        ConversationKey whose = Fixtures.conversationOf("writer of " + update);
        database.conversations()
                .commit(List.of(new Commit(
                        whose, 0, update, Fixtures.waitingAt("call", "outcome", 1), List.of(message), List.of())));
    }
}
