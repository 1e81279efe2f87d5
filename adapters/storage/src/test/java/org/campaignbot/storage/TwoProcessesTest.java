package org.campaignbot.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.State;
import org.campaignbot.outcomes.Tally;
import org.campaignbot.sending.Outbox;
import org.campaignbot.sending.Outgoing;
import org.campaignbot.storage.conversation.JdbcEffects;
import org.campaignbot.storage.outbox.LeasedClaims;
import org.campaignbot.testkit.Fixtures;
import org.campaignbot.update.ConversationStore.Commit;
import org.campaignbot.update.ConversationStore.PendingEffect;
import org.campaignbot.update.ConversationStore.Saved;
import org.campaignbot.update.ConversationStore.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two processes over one PostgreSQL database: nothing twice, nothing lost, nothing reordered. */
class TwoProcessesTest {

    private static final ConversationKey ANA = Fixtures.conversationOf("ana");
    private static final ConversationKey BEN = Fixtures.conversationOf("ben");

    private final Database first = TestDatabase.POSTGRESQL.empty();
    private final Database second = TestDatabase.POSTGRESQL.another();

    @AfterEach
    void closeTheSecond() {
        second.close();
    }

    @Test
    void theMessagesOfAChatAreInOneHandAtATime() {
        commit(ANA, "a1", "a2", "a3");
        commit(BEN, "b1", "b2");
        assertThat(ids(first.outbox().claim(2))).containsExactly("a1", "a2");
        assertThat(ids(second.outbox().claim(10))).containsExactly("b1", "b2");
        assertThat(ids(second.outbox().claim(10))).isEmpty();
        first.outbox().settle(List.of("a1"));
        assertThat(ids(second.outbox().claim(10))).isEmpty();
        assertThat(ids(first.outbox().claim(10))).containsExactly("a3");
        first.outbox().release(List.of("a2", "a3"));
        assertThat(ids(second.outbox().claim(10))).containsExactly("a2", "a3");
    }

    @Test
    void theClaimsOfAProcessThatDiedRunOut() {
        commit(ANA, "a1", "a2");
        first.outbox().claim(10);
        assertThat(second.outbox().claim(10)).isEmpty();
        TestDatabase.CLOCK.advance(LeasedClaims.LEASE.plus(Duration.ofSeconds(1)));
        assertThat(ids(second.outbox().claim(10))).containsExactly("a1", "a2");
        // A process that was only slow must not release what another has taken over.
        first.outbox().release(List.of("a1", "a2"));
        assertThat(ids(first.outbox().claim(10))).isEmpty();
    }

    @Test
    void anUpdateThatReachesBothIsAnsweredByOne() throws Exception {
        for (int round = 0; round < 20; round++) {
            Commit turn = Fixtures.firstTurn(Fixtures.conversationOf("person" + round), "u" + round);
            assertThat(both(() -> verdict(first, turn), () -> verdict(second, turn)))
                    .containsOnlyOnce(Verdict.COMMITTED)
                    .doesNotContainNull();
        }
        assertThat(first.outbox().claim(100)).hasSize(20);
    }

    @Test
    void batchesOverTheSameConversationsInAnyOrderNeitherBlockNorMix() throws Exception {
        List<ConversationKey> people = IntStream.range(0, 50)
                .mapToObj(i -> Fixtures.conversationOf("p" + i))
                .toList();
        for (int round = 0; round < 10; round++) {
            List<Commit> there = new ArrayList<>();
            List<Commit> back = new ArrayList<>();
            for (ConversationKey each : people) {
                String update = each.person().id() + "-" + round;
                there.add(Fixtures.firstTurn(each, update + "-there"));
                back.add(0, Fixtures.firstTurn(each, update + "-back"));
            }
            List<List<Verdict>> verdicts = both(
                    () -> first.conversations().commit(there),
                    () -> second.conversations().commit(back));
            if (round == 0) {
                long committed = verdicts.stream()
                        .flatMap(List::stream)
                        .filter(Verdict.COMMITTED::equals)
                        .count();
                assertThat(committed).isEqualTo(people.size());
            } else {
                assertThat(verdicts.get(0)).containsOnly(Verdict.OVERTAKEN);
            }
        }
    }

    @Test
    void everyMessageIsClaimedOnceAndInOrderHoweverManyClaim() throws Exception {
        int chats = 30;
        int each = 10;
        for (int chat = 0; chat < chats; chat++) {
            String name = "c" + chat;
            commit(
                    Fixtures.conversationOf(name),
                    IntStream.range(0, each).mapToObj(i -> name + "-" + i).toArray(String[]::new));
        }
        List<String> sent = Collections.synchronizedList(new ArrayList<>());
        both(() -> drain(first.outbox(), sent, 7), () -> drain(second.outbox(), sent, 5));
        drain(first.outbox(), sent, 100);
        assertThat(sent).doesNotHaveDuplicates().hasSize(chats * each);
        for (int chat = 0; chat < chats; chat++) {
            String name = "c" + chat + "-";
            assertThat(sent.stream().filter(id -> id.startsWith(name)))
                    .containsExactlyElementsOf(
                            IntStream.range(0, each).mapToObj(i -> name + i).toList());
        }
    }

    @Test
    void theEffectsOfAConversationAreInOneHandAtATime() {
        turn(first, ANA, 1);
        turn(first, BEN, 1);
        turn(second, ANA, 2);
        assertThat(effects(second)).isEmpty();
        assertThat(effects(first)).containsExactly("ana 1", "ben 1", "ana 2");
        settleFirst(first);
        turn(second, ANA, 3);
        assertThat(effects(second)).isEmpty();
        first.conversations().settleEffects(first.conversations().pendingEffects(2));
        assertThat(effects(first)).containsExactly("ana 3");
        settleFirst(first);
        turn(second, ANA, 4);
        assertThat(effects(second)).containsExactly("ana 4");
        assertThat(effects(first)).isEmpty();
    }

    @Test
    void theEffectsOfAProcessThatDiedAreCarriedOutByAnother() {
        turn(first, ANA, 1);
        turn(second, ANA, 2);
        TestDatabase.CLOCK.advance(JdbcEffects.LEASE);
        assertThat(effects(second)).isEmpty();
        TestDatabase.CLOCK.advance(Duration.ofSeconds(1));
        assertThat(effects(second)).containsExactly("ana 1", "ana 2");
        assertThat(effects(first)).isEmpty();
    }

    @Test
    void aProcessThatGoesOnAskingKeepsItsEffects() {
        turn(first, ANA, 1);
        for (int minute = 0; minute < 10; minute++) {
            TestDatabase.CLOCK.advance(Duration.ofMinutes(1).plusSeconds(1));
            assertThat(effects(first)).containsExactly("ana 1");
            assertThat(effects(second)).isEmpty();
        }
    }

    @Test
    void everyEffectIsCarriedOutOnceAndInOrderHoweverManyCarryOut() throws Exception {
        int people = 20;
        List<String> carriedOut = Collections.synchronizedList(new ArrayList<>());
        both(() -> takeAndCarryOut(first, carriedOut, people), () -> takeAndCarryOut(second, carriedOut, people));
        carryOut(first, carriedOut, 3);
        carryOut(second, carriedOut, 3);
        assertThat(carriedOut).doesNotHaveDuplicates().hasSize(people * 10);
        for (int person = 0; person < people; person++) {
            String name = "p" + person + " ";
            assertThat(carriedOut.stream().filter(each -> each.startsWith(name)))
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, 10).mapToObj(i -> name + i).toList());
        }
    }

    /** Takes the conversations of some people to their tenth turn, concurrently with others, and carries out effects. */
    private static boolean takeAndCarryOut(Database database, List<String> carriedOut, int people) {
        boolean isAllTaken = false;
        while (!isAllTaken) {
            isAllTaken = true;
            for (int person = 0; person < people; person++) {
                ConversationKey conversation = Fixtures.conversationOf("p" + person);
                Saved saved = database.conversations()
                        .load(List.of(conversation))
                        .getOrDefault(conversation, new Saved(State.fresh(), 0));
                long next = saved.state().turn() + 1;
                if (next <= 10) {
                    isAllTaken = false;
                    verdict(
                            database,
                            Fixtures.turn(
                                    conversation,
                                    saved.version(),
                                    person + "-" + next,
                                    Fixtures.waitingAt("call", "outcome", next)));
                }
            }
            carryOut(database, carriedOut, 7);
        }
        return true;
    }

    private static void carryOut(Database database, List<String> carriedOut, int most) {
        List<PendingEffect> pending = database.conversations().pendingEffects(most);
        while (!pending.isEmpty()) {
            pending.forEach(each -> carriedOut.add(name(each)));
            database.conversations().settleEffects(pending);
            pending = database.conversations().pendingEffects(most);
        }
    }

    private static void turn(Database database, ConversationKey conversation, long turn) {
        long version = turn == 1
                ? 0
                : Objects.requireNonNull(database.conversations()
                                .load(List.of(conversation))
                                .get(conversation))
                        .version();
        String update = conversation.person().id() + turn;
        assertThat(verdict(
                        database,
                        Fixtures.turn(conversation, version, update, Fixtures.waitingAt("call", "outcome", turn))))
                .isEqualTo(Verdict.COMMITTED);
    }

    private static void settleFirst(Database database) {
        database.conversations().settleEffects(database.conversations().pendingEffects(1));
    }

    private static List<String> effects(Database database) {
        return database.conversations().pendingEffects(10).stream()
                .map(TwoProcessesTest::name)
                .toList();
    }

    private static String name(PendingEffect pending) {
        return pending.conversation().person().id() + " " + pending.effect().turn();
    }

    @Test
    void oneSeatCountsOnceAPersonHoweverManyCount() throws Exception {
        Tally.Deed call = new Tally.Deed("call", "NY-S1");
        for (int round = 0; round < 10; round++) {
            String outcome = round % 2 == 0 ? "spoke" : "busy";
            String other = round % 2 == 0 ? "busy" : "spoke";
            both(() -> count(first.tally(), "ana", call, outcome), () -> count(second.tally(), "ana", call, other));
        }
        assertThat(first.tally().bySeat(Fixtures.EVER))
                .hasSize(1)
                .allSatisfy(total -> assertThat(total.count()).isEqualTo(1));
    }

    private static boolean count(Tally tally, String doer, Tally.Deed deed, String outcome) {
        tally.count(doer, deed, outcome, Fixtures.WAY, Fixtures.NOON);
        return true;
    }

    private static int drain(Outbox outbox, List<String> sent, int most) {
        int empty = 0;
        while (empty < 3) {
            List<String> claimed = ids(outbox.claim(most));
            empty = claimed.isEmpty() ? empty + 1 : 0;
            sent.addAll(claimed);
            outbox.settle(claimed);
        }
        return sent.size();
    }

    private static Verdict verdict(Database database, Commit turn) {
        return database.conversations().commit(List.of(turn)).get(0);
    }

    private void commit(ConversationKey to, String... ids) {
        List<Outgoing> messages =
                List.of(ids).stream().map(id -> Fixtures.message(to, id)).toList();
        first.conversations()
                .commit(List.of(
                        new Commit(to, 0, ids[0], Fixtures.waitingAt("call", "outcome", 1), messages, List.of())));
    }

    private static List<String> ids(List<Outgoing> messages) {
        return messages.stream().map(Outgoing::id).toList();
    }

    private static <T> List<T> both(Callable<T> one, Callable<T> other) throws Exception {
        ExecutorService processes = Executors.newFixedThreadPool(2);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> each : processes.invokeAll(List.of(one, other))) {
                results.add(each.get());
            }
            return results;
        } finally {
            processes.shutdownNow();
        }
    }
}
