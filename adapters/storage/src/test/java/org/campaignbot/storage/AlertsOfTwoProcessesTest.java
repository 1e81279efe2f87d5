package org.campaignbot.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import org.campaignbot.alert.Actor;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.AlertStateMachine;
import org.campaignbot.alert.AlertTransition;
import org.campaignbot.alert.sending.AlertCaps;
import org.campaignbot.alert.sending.AlertDispatcher;
import org.campaignbot.alert.sending.CanaryRules;
import org.campaignbot.alert.sending.RecipientQueue;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.sending.AlertQueue.Room;
import org.campaignbot.sending.DeliveryListener.Ended;
import org.campaignbot.sending.DeliveryStatus;
import org.campaignbot.sending.Outbox.Claimed;
import org.campaignbot.sending.Outgoing;
import org.campaignbot.storage.outbox.LeasedClaims;
import org.campaignbot.testkit.Fixtures;
import org.campaignbot.update.ConversationStore.Commit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An alert sent by several processes, at once or one after another because of a crash. */
class AlertsOfTwoProcessesTest {

    private static final int PEOPLE = 600;
    private static final int AT_ONCE = 25;
    private final Map<String, Integer> received = new ConcurrentHashMap<>();

    /** Where a process dies. */
    enum Point {
        /** It has claimed nothing of this round. */
        BEFORE_THE_CLAIM,
        /** The messages are claimed, and nothing was sent. */
        BEFORE_SENDING,
        /** They were sent, and no result was recorded. */
        AFTER_SENDING
    }

    /** A process whose sends the test drives. */
    private final class Sending {
        private final RecipientQueue queue;
        private final AlertDispatcher dispatcher;
        private final List<Ended> ended = new ArrayList<>();

        Sending(Database database) {
            this.queue = BegunAlert.queue(database, TestDatabase.CLOCK);
            this.dispatcher = new AlertDispatcher(
                    database.alerts(),
                    database.recipients(),
                    database.subscriptions(),
                    queue,
                    (alert, some, now) -> some,
                    alert -> AlertStateMachine.begin(alert, false, Actor.BOT, TestDatabase.CLOCK.instant())
                                    instanceof AlertTransition.Taken taken
                            && database.alerts().save(taken.alert(), taken.entry()),
                    () -> new AlertDispatcher.Rules(BegunAlert.hours(), new AlertCaps(1, 4)),
                    new CanaryRules(0, Duration.ZERO),
                    alert -> {},
                    TestDatabase.CLOCK);
        }

        /** Sends a few messages, and returns whether there were any. */
        boolean round() {
            return round(null);
        }

        boolean round(@Nullable Point death) {
            dispatcher.run();
            if (death == Point.BEFORE_THE_CLAIM) {
                queue.advance(ended, List.of(), Room.NONE, TestDatabase.CLOCK.instant());
                return true;
            }
            List<Claimed> claimed =
                    queue.advance(ended, List.of(), new Room(Map.of(), AT_ONCE), TestDatabase.CLOCK.instant());
            ended.clear();
            if (death == Point.BEFORE_SENDING) {
                return true;
            }
            for (Claimed each : claimed) {
                received.merge(each.message().to().chat(), 1, Integer::sum);
                ended.add(new Ended(each.message(), DeliveryStatus.SENT, null));
            }
            return !claimed.isEmpty();
        }

        /** Claims whoever is due, without sending anything; returns the chats. */
        List<String> claim() {
            List<Claimed> claimed =
                    queue.advance(List.of(), List.of(), new Room(Map.of(), AT_ONCE), TestDatabase.CLOCK.instant());
            claimed.forEach(each -> ended.add(new Ended(each.message(), DeliveryStatus.SENT, null)));
            return claimed.stream().map(each -> each.message().to().chat()).toList();
        }

        void endAll() {
            queue.advance(ended, List.of(), Room.NONE, TestDatabase.CLOCK.instant());
            ended.clear();
        }

        void finish() {
            while (round()) {
                // Until nothing is left.
            }
            dispatcher.run();
        }
    }

    @BeforeEach
    void nobodyHasGotAnything() {
        received.clear();
    }

    @Test
    void twoThatSendAtOnceReachEachOnce() throws Exception {
        Database database = TestDatabase.POSTGRESQL.empty();
        BegunAlert.to(PEOPLE, database);
        List<Sending> both = List.of(
                new Sending(TestDatabase.POSTGRESQL.restarted()), new Sending(TestDatabase.POSTGRESQL.restarted()));
        CyclicBarrier start = new CyclicBarrier(2);
        List<Throwable> failed = new ArrayList<>();
        List<Thread> threads = both.stream()
                .map(each -> new Thread(() -> {
                    try {
                        start.await();
                        each.finish();
                    } catch (Throwable failure) {
                        failed.add(failure);
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        for (Thread each : threads) {
            each.join();
        }
        both.forEach(Sending::finish);
        assertThat(failed).isEmpty();
        assertThat(received).hasSize(PEOPLE);
        assertThat(received.values()).containsOnly(1);
        assertThat(BegunAlert.figures(database)).isEqualTo(Map.of("sent", (long) PEOPLE));
        assertThat(BegunAlert.of(database).stage()).isEqualTo(Alert.Stage.DONE);
    }

    @ParameterizedTest
    @EnumSource
    void onSqliteTheNextStartGoesOnWhereverItDied(Point point) {
        goesOn(TestDatabase.SQLITE, point);
    }

    @ParameterizedTest
    @EnumSource
    void onPostgresqlAnotherGoesOnWhereverItDied(Point point) {
        goesOn(TestDatabase.POSTGRESQL, point);
    }

    private void goesOn(TestDatabase kind, Point point) {
        Database database = kind.empty();
        BegunAlert.to(PEOPLE, database);
        Sending dying = new Sending(database);
        for (int i = 0; i < 4; i++) {
            assertThat(dying.round()).isTrue();
        }
        dying.round(point);
        int before = received.size();
        TestDatabase.CLOCK.advance(LeasedClaims.LEASE.plusSeconds(1));
        new Sending(kind.restarted()).finish();
        Map<String, Long> figures = BegunAlert.figures(database);
        long unknown = figures.getOrDefault("unknown", 0L);
        assertThat(received.values()).containsOnly(1);
        assertThat(before).isLessThan(PEOPLE);
        assertThat(unknown).isEqualTo(point == Point.BEFORE_THE_CLAIM ? 0 : AT_ONCE);
        assertThat(figures.get("sent")).isEqualTo(PEOPLE - unknown);
        assertThat(received).hasSize(point == Point.AFTER_SENDING ? PEOPLE : PEOPLE - (int) unknown);
        assertThat(BegunAlert.of(database).stage()).isEqualTo(Alert.Stage.DONE);
    }

    @Test
    void aChatThatAnotherProcessWritesToWaitsForItsAlertAndItsReplies() {
        Database first = TestDatabase.POSTGRESQL.empty();
        Database second = TestDatabase.POSTGRESQL.restarted();
        BegunAlert.to(2, first);
        Sending ofFirst = new Sending(first);
        Sending ofSecond = new Sending(second);
        ofFirst.dispatcher.run();
        ConversationKey busy = Fixtures.conversationOf("person0");
        first.outbox().add(List.of(Fixtures.message(busy, "reply")));
        assertThat(first.outbox().claim(10)).hasSize(1);
        // The second process leaves the chat to the first, which sends a reply there.
        assertThat(ofSecond.claim()).containsExactly(chat("person1"));
        first.outbox().settle(List.of("reply"));
        assertThat(ofSecond.claim()).isEmpty();
        TestDatabase.CLOCK.advance(Duration.ofSeconds(10));
        assertThat(ofFirst.claim()).containsExactly(busy.address().chat());
        // Now the first sends an alert there, and the second neither takes nor claims a reply to that chat.
        second.outbox().accept(10);
        Outgoing reply = Fixtures.message(busy, "second reply");
        second.conversations()
                .commit(List.of(new Commit(
                        busy, 0, "u1", Fixtures.waitingAt("call", "outcome", 1), List.of(reply), List.of())));
        assertThat(second.outbox().handOver(List.of(reply))).isEmpty();
        assertThat(second.outbox().claim(10)).isEmpty();
        ofFirst.endAll();
        assertThat(second.outbox().claim(10)).containsExactly(reply);
    }

    private static String chat(String person) {
        return Fixtures.conversationOf(person).address().chat();
    }
}
