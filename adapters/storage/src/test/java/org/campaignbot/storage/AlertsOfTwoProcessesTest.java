package org.campaignbot.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import org.campaignbot.alert.Actor;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.AlertStateMachine;
import org.campaignbot.alert.AlertTransition;
import org.campaignbot.alert.Draft;
import org.campaignbot.alert.audience.Audience;
import org.campaignbot.alert.sending.AlertCaps;
import org.campaignbot.alert.sending.AlertDispatcher;
import org.campaignbot.alert.sending.AlertHours;
import org.campaignbot.alert.sending.AlertSendGuard;
import org.campaignbot.alert.sending.CanaryRules;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.message.Message;
import org.campaignbot.message.RichText;
import org.campaignbot.organizers.Role;
import org.campaignbot.people.Language;
import org.campaignbot.sending.DeliveryListener.Ended;
import org.campaignbot.sending.DeliveryStatus;
import org.campaignbot.sending.Outbox.Claimed;
import org.campaignbot.sending.Outbox.Wanted;
import org.campaignbot.sending.Outgoing;
import org.campaignbot.sending.Outgoing.Lane;
import org.campaignbot.storage.outbox.LeasedClaims;
import org.campaignbot.subscriptions.Subscription;
import org.campaignbot.testkit.Fixtures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An alert sent by several processes, at once or one after another because of a crash. */
class AlertsOfTwoProcessesTest {

    private static final int PEOPLE = 600;
    private static final int AT_ONCE = 25;
    private static final String ALERT = "k3x9";
    private static final Actor AUTHOR = new Actor("id-of-sunflower", "sunflower", Role.ORGANIZER);
    private static final Actor OTHER = new Actor("id-of-tulip", "tulip", Role.ORGANIZER);

    private final Map<String, Integer> received = new ConcurrentHashMap<>();

    /** Where a process dies. */
    enum Point {
        /** Its recipients are in the outbox. */
        BEFORE_DEPARTURE,
        /** Only the recipients' store records that the messages are being sent. */
        BETWEEN_THE_STORES,
        /** Both stores record it, and nothing was sent. */
        BEFORE_SENDING,
        /** They were sent, and no result was recorded. */
        AFTER_SENDING,
        /** The results are recorded with the recipients, and the messages are still in the outbox. */
        BEFORE_SETTLING
    }

    /** A process whose sends the test drives. */
    private final class Sending {
        private final Database database;
        private final AlertSendGuard watch;
        private final AlertDispatcher dispatcher;

        Sending(Database database) {
            this.database = database;
            this.watch = new AlertSendGuard(
                    database.alerts(), database.recipients(), database.subscriptions(), TestDatabase.CLOCK);
            this.dispatcher = new AlertDispatcher(
                    database.alerts(),
                    database.recipients(),
                    database.subscriptions(),
                    watch,
                    (alert, some, now) -> some,
                    alert -> AlertStateMachine.begin(alert, false, Actor.BOT, TestDatabase.CLOCK.instant())
                                    instanceof AlertTransition.Taken taken
                            && database.alerts().save(taken.alert(), taken.entry()),
                    (alert, subscription) -> Message.of(RichText.of("There is a vote.")),
                    () -> new AlertDispatcher.Rules(
                            AlertHours.outside("20:00-09:00", state -> List.of()), new AlertCaps(1, 4)),
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
            List<Claimed> claimed = new ArrayList<>();
            database.outbox().take(new Wanted(Lane.ALERT, Lane.ALERT, AT_ONCE, Set.of()), claimed::addAll);
            List<Ended> ended = new ArrayList<>();
            List<Outgoing> leaving = new ArrayList<>();
            for (Claimed each : claimed) {
                if (each.mayHaveLeft()) {
                    ended.add(new Ended(each.message(), DeliveryStatus.UNKNOWN, null));
                } else {
                    leaving.add(each.message());
                }
            }
            if (death == Point.BEFORE_DEPARTURE) {
                return true;
            }
            Map<String, DeliveryStatus> denied = watch.denied(leaving, TestDatabase.CLOCK.instant());
            denied.forEach((id, status) -> leaving.stream()
                    .filter(each -> each.id().equals(id))
                    .forEach(each -> ended.add(new Ended(each, status, null))));
            leaving.removeIf(each -> denied.containsKey(each.id()));
            if (death == Point.BETWEEN_THE_STORES) {
                return true;
            }
            database.outbox()
                    .settle(List.of(), leaving.stream().map(Outgoing::id).toList(), List.of());
            if (death == Point.BEFORE_SENDING) {
                return true;
            }
            for (Outgoing each : leaving) {
                received.merge(each.to().chat(), 1, Integer::sum);
                ended.add(new Ended(each, DeliveryStatus.SENT, null));
            }
            if (death == Point.AFTER_SENDING) {
                return true;
            }
            watch.ended(ended);
            if (death == Point.BEFORE_SETTLING) {
                return true;
            }
            database.outbox()
                    .settle(ended.stream().map(each -> each.message().id()).toList());
            return !claimed.isEmpty();
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
        begin(database);
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
        assertThat(figures(database)).isEqualTo(Map.of("sent", (long) PEOPLE));
        assertThat(database.alerts().find(ALERT).orElseThrow().stage()).isEqualTo(Alert.Stage.DONE);
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
        begin(database);
        Sending dying = new Sending(database);
        for (int i = 0; i < 4; i++) {
            assertThat(dying.round()).isTrue();
        }
        dying.round(point);
        int before = received.size();
        TestDatabase.CLOCK.advance(LeasedClaims.LEASE.plusSeconds(1));
        new Sending(kind.restarted()).finish();
        Map<String, Long> figures = figures(database);
        long unknown = figures.getOrDefault("unknown", 0L);
        assertThat(received.values()).containsOnly(1);
        assertThat(before).isLessThan(PEOPLE);
        assertThat(unknown).isEqualTo(point == Point.BEFORE_SENDING || point == Point.AFTER_SENDING ? AT_ONCE : 0);
        assertThat(figures.get("sent")).isEqualTo(PEOPLE - unknown);
        assertThat(received).hasSize(point == Point.BEFORE_SENDING ? PEOPLE - AT_ONCE : PEOPLE);
        assertThat(database.alerts().find(ALERT).orElseThrow().stage()).isEqualTo(Alert.Stage.DONE);
    }

    private static void begin(Database database) {
        database.inOneCommit(() -> {
            for (int i = 0; i < PEOPLE; i++) {
                ConversationKey key = Fixtures.conversationOf("person" + i);
                database.subscriptions()
                        .subscribe(new Subscription(
                                key, "3", Fixtures.NOON, Language.ENGLISH, ZoneId.of("America/New_York"), "NY"));
            }
        });
        Draft draft = new Draft(
                "action-call",
                Subscription.ALL,
                Map.of(Language.ENGLISH, "There is a vote."),
                Audience.EVERYBODY,
                null,
                Fixtures.NOON.plus(Duration.ofDays(1)));
        keep(database, AlertStateMachine.draft(ALERT, Alert.Kind.NEW, null, draft, AUTHOR, Fixtures.NOON));
        keep(database, AlertStateMachine.check(alert(database), true, "", AUTHOR, Fixtures.NOON));
        keep(database, AlertStateMachine.approve(alert(database), OTHER, Fixtures.NOON));
        keep(database, AlertStateMachine.begin(alert(database), false, AUTHOR, Fixtures.NOON));
    }

    private static Alert alert(Database database) {
        return database.alerts().find(ALERT).orElseThrow();
    }

    private static void keep(Database database, AlertTransition step) {
        AlertTransition.Taken taken = (AlertTransition.Taken) step;
        assertThat(database.alerts().save(taken.alert(), taken.entry())).isTrue();
    }

    private static Map<String, Long> figures(Database database) {
        Map<String, Long> sums = new TreeMap<>();
        database.recipients().figures(ALERT).forEach(each -> sums.merge(each.what(), each.number(), Long::sum));
        return sums;
    }
}
