package org.campaignbot.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.State;
import org.campaignbot.flow.Value;
import org.campaignbot.sending.Outbox;
import org.campaignbot.sending.Outgoing;
import org.campaignbot.update.ConversationStore;
import org.campaignbot.update.ConversationStore.Commit;
import org.campaignbot.update.ConversationStore.Saved;
import org.campaignbot.update.ConversationStore.Verdict;
import org.junit.jupiter.api.Test;

/** Contract tests for {@link ConversationStore}, with the {@link Outbox} that its commits write to. */
public abstract class ConversationStoreContract {

    /** The conversation used in the tests. */
    private static final ConversationKey ANA = Fixtures.conversationOf("ana");

    private static final ConversationKey BEN = Fixtures.conversationOf("ben");

    /** An empty store. */
    protected abstract StoreAndOutbox empty();

    /** An empty store that calls a probe before each write of a commit. */
    protected abstract StoreAndOutbox probedBeforeEachWrite(Runnable probe);

    /** A store and the outbox that its commits write to. */
    public record StoreAndOutbox(ConversationStore store, Outbox outbox) {}

    @Test
    void whatIsCommittedIsLoaded() {
        ConversationStore store = empty().store();
        store.commit(List.of(Fixtures.firstTurn(ANA, "u1")));
        assertThat(store.load(List.of(ANA, BEN))).containsOnlyKeys(ANA);
        assertThat(saved(store, ANA).state()).isEqualTo(Fixtures.waitingAt("call", "outcome", 1));
        assertThat(store.load(List.of(BEN))).isEmpty();
    }

    @Test
    void factsHeldInMemoryAreNeverStored() {
        ConversationStore store = empty().store();
        State state = Fixtures.waitingAt("call", "outcome", 1)
                .holding(Map.of(
                        "name",
                        new State.Held(new Value.Text("Obviously Invented", true), Fixtures.NOON.plusSeconds(60))));
        store.commit(List.of(Fixtures.turn(ANA, 0, "u1", state)));
        assertThat(saved(store, ANA).state().held()).isEmpty();
    }

    @Test
    void theSecondWriterOfAVersionIsOvertaken() {
        StoreAndOutbox both = empty();
        both.store().commit(List.of(Fixtures.firstTurn(ANA, "u1")));
        long version = saved(both.store(), ANA).version();
        Commit first = Fixtures.turn(ANA, version, "u2", Fixtures.waitingAt("learn", "topic", 2));
        Commit second = Fixtures.turn(ANA, version, "u3", Fixtures.waitingAt("home", "where", 2));
        assertThat(both.store().commit(List.of(first))).containsExactly(Verdict.COMMITTED);
        assertThat(both.store().commit(List.of(second))).containsExactly(Verdict.OVERTAKEN);
        assertThat(flowOf(both.store(), ANA)).isEqualTo("learn");
        assertThat(both.outbox().claim(10)).extracting(Outgoing::id).containsExactly("u1/0", "u2/0");
    }

    @Test
    void anUpdateIsAnsweredOnce() {
        StoreAndOutbox both = empty();
        both.store().commit(List.of(Fixtures.firstTurn(ANA, "u1")));
        long version = saved(both.store(), ANA).version();
        Commit again = Fixtures.turn(ANA, version, "u1", Fixtures.waitingAt("learn", "topic", 2));
        assertThat(both.store().commit(List.of(again))).containsExactly(Verdict.REPEATED);
        assertThat(flowOf(both.store(), ANA)).isEqualTo("call");
        assertThat(both.outbox().claim(10)).hasSize(1);
        assertThat(both.store().pendingEffects(10)).hasSize(1);
    }

    @Test
    void aTurnThatIsOvertakenDoesNotHinderTheOthersOfItsBatch() {
        ConversationStore store = empty().store();
        Commit stale = Fixtures.turn(ANA, 41, "u1", Fixtures.waitingAt("learn", "topic", 2));
        assertThat(store.commit(List.of(stale, Fixtures.firstTurn(BEN, "u2"))))
                .containsExactly(Verdict.OVERTAKEN, Verdict.COMMITTED);
        assertThat(store.load(List.of(ANA, BEN))).containsOnlyKeys(BEN);
    }

    @Test
    void aStateThatKnowsNothingTakesTheConversationOut() {
        ConversationStore store = empty().store();
        store.commit(List.of(Fixtures.firstTurn(ANA, "u1")));
        long version = saved(store, ANA).version();
        store.commit(List.of(Fixtures.turn(ANA, version, "u2", State.fresh())));
        assertThat(store.load(List.of(ANA))).isEmpty();
    }

    @Test
    void aFailureBetweenAnyTwoWritesLeavesNothingHalfDone() {
        List<Commit> batch = List.of(Fixtures.firstTurn(ANA, "u1"), Fixtures.firstTurn(BEN, "u2"));
        int[] writes = {0};
        probedBeforeEachWrite(() -> writes[0]++).store().commit(batch);
        assertThat(writes[0]).isGreaterThanOrEqualTo(8);
        for (int failing = 0; failing < writes[0]; failing++) {
            int[] left = {failing};
            StoreAndOutbox both = probedBeforeEachWrite(() -> {
                if (left[0]-- == 0) {
                    throw new InjectedFailure();
                }
            });
            assertThatThrownBy(() -> both.store().commit(batch)).isInstanceOf(InjectedFailure.class);
            assertThat(both.store().load(List.of(ANA, BEN))).isEmpty();
            assertThat(both.store().pendingEffects(10)).isEmpty();
            assertThat(both.outbox().claim(10)).isEmpty();
            assertThat(both.store().commit(batch)).containsExactly(Verdict.COMMITTED, Verdict.COMMITTED);
        }
    }

    @Test
    void effectsWaitInOrderUntilTheyAreSettled() {
        ConversationStore store = empty().store();
        store.commit(List.of(Fixtures.firstTurn(ANA, "u1"), Fixtures.firstTurn(BEN, "u2")));
        assertThat(store.pendingEffects(10))
                .extracting(pending -> pending.conversation())
                .containsExactly(ANA, BEN);
        store.settleEffects(store.pendingEffects(1));
        assertThat(store.pendingEffects(10))
                .extracting(pending -> pending.conversation())
                .containsExactly(BEN);
    }

    @Test
    void effectsThatAreNotSettledAreOfferedAgainBeforeThoseThatCameLater() {
        ConversationStore store = empty().store();
        store.commit(List.of(Fixtures.firstTurn(ANA, "u1")));
        assertThat(turns(store)).containsExactly(1L);
        store.commit(List.of(
                Fixtures.turn(ANA, saved(store, ANA).version(), "u2", Fixtures.waitingAt("call", "outcome", 2))));
        assertThat(turns(store)).containsExactly(1L, 2L);
        store.settleEffects(store.pendingEffects(1));
        assertThat(turns(store)).containsExactly(2L);
    }

    private static List<Long> turns(ConversationStore store) {
        return store.pendingEffects(10).stream()
                .map(pending -> pending.effect().turn())
                .toList();
    }

    @Test
    void oneOfManyWritersWinsEachVersion() throws Exception {
        ConversationStore store = empty().store();
        ExecutorService writers = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Verdict>> tries = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                Commit commit = Fixtures.firstTurn(ANA, "u" + i);
                tries.add(() -> store.commit(List.of(commit)).get(0));
            }
            int won = 0;
            for (Future<Verdict> each : writers.invokeAll(tries)) {
                won += each.get() == Verdict.COMMITTED ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        } finally {
            writers.shutdownNow();
        }
    }

    private static Saved saved(ConversationStore store, ConversationKey conversation) {
        return Objects.requireNonNull(store.load(List.of(conversation)).get(conversation));
    }

    private static String flowOf(ConversationStore store, ConversationKey conversation) {
        return Objects.requireNonNull(saved(store, conversation).state().asked())
                .place()
                .flow();
    }

    /** A failure that only these tests throw. */
    private static final class InjectedFailure extends RuntimeException {}
}
