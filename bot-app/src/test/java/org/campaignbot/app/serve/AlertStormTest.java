package org.campaignbot.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.campaignbot.alert.Alert;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.storage.Database;
import org.campaignbot.storage.sql.DatabaseLocation;
import org.campaignbot.testkit.telegram.Call;
import org.campaignbot.testkit.telegram.FakeBotSettings;
import org.campaignbot.testkit.telegram.Faults;
import org.campaignbot.testkit.telegram.Limits;
import org.campaignbot.testkit.telegram.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts to two hundred people while Telegram fails in every possible way. */
class AlertStormTest {

    private static final int PEOPLE = 200;
    private static final int RATE = 100;
    private static final int ALWAYS = 1_000_000;

    /** The number of threads that send alerts. */
    private static final int AT_ONCE = 24;

    /** How often a platform is probed in four seconds. */
    private static final int PROBES = 6;

    private static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");

    /** The time for messages that were already in flight when an alert ended. */
    private static final Duration ON_ITS_WAY = Duration.ofMillis(250);

    private final InstantSource clock =
            InstantSource.offset(InstantSource.system(), Duration.between(Instant.now(), NOON));

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    /** A scene with people who have already written to the bot. */
    private Scene scene(int rate) throws Exception {
        Scene scene = new Scene(
                folder, FakeBotSettings.DEFAULTS.withLimits(Limits.NONE).withClock(clock));
        scene.set("TELEGRAM_RATE_PER_SECOND", Integer.toString(rate));
        scene.set("TELEGRAM_ALERT_RATE_PER_SECOND", Integer.toString(rate));
        LongStream.rangeClosed(1, PEOPLE)
                .forEach(id -> scene.api().talk(Person.of(id)).hasWrittenBefore());
        return scene;
    }

    private static Database open(Scene scene) throws Exception {
        return Database.open(DatabaseLocation.of(null, scene.data()), null, InstantSource.system());
    }

    /** A fault for messages to these people. */
    private static Faults.Order fault(Scene scene, int times, LongPredicate to) {
        return scene.api().faults().next(times).of("sendMessage").when(call -> to.test(call.chat()));
    }

    /** People whose number ends with this digit. */
    private static LongPredicate endingIn(int digit) {
        return id -> id % 10 == digit;
    }

    private static List<ConversationKey> people(Scene scene, LongPredicate which) {
        return LongStream.rangeClosed(1, PEOPLE)
                .filter(which)
                .mapToObj(scene::inPrivate)
                .toList();
    }

    /** The alerts that reached the fake, with any result. */
    private static List<Call> tried(Scene scene) {
        return scene.api().log().calls().stream()
                .filter(call -> call.method().equals("sendMessage"))
                .toList();
    }

    private static List<Long> received(Scene scene) {
        return tried(scene).stream()
                .filter(call -> call.accepted() && call.text().contains(SentAlert.WORDS))
                .map(Call::chat)
                .toList();
    }

    @Test
    void everybodyEndsInOneStateAndWhoIsSaidToHaveItDoes() throws Exception {
        try (Scene scene = scene(RATE)) {
            scene.set("ALERT_CANARY_PERCENT", "0");
            LongPredicate blocked = id -> id % 2 == 0;
            fault(scene, ALWAYS, blocked).forbidden();
            fault(scene, 4, endingIn(1)).tooManyRequests(1);
            fault(scene, 2, endingIn(1)).answer(429, "Too Many Requests");
            fault(scene, 10, endingIn(3)).internalError();
            fault(scene, 10, endingIn(3)).badGateway();
            fault(scene, 10, endingIn(5)).loseAnswer();
            fault(scene, 10, endingIn(5)).cutAnswer();
            fault(scene, 20, endingIn(7)).closeUnprocessed();
            try (ServerHere server = ServerHere.start(scene.variables(), clock);
                    Database database = open(scene)) {
                SentAlert alert = new SentAlert(database);
                alert.begin(people(scene, id -> true), false, clock.instant(), NOON.plus(Duration.ofDays(1)));
                scene.api().await(alert::isSettled, Scene.PATIENCE, "not everybody came to an end");
                scene.api()
                        .await(
                                () -> alert.subscribed(people(scene, blocked)).isEmpty(),
                                Scene.PATIENCE,
                                "somebody who blocked the bot is signed up");

                assertThat(alert.alert().stage()).isEqualTo(Alert.Stage.DONE);
                assertThat(alert.figures()).isEqualTo(Map.of("failed/gone", 100L, "sent", 40L, "unknown", 60L));
                assertThat(alert.saidToBeSent(people(scene, id -> true)))
                        .containsExactlyInAnyOrderElementsOf(people(scene, id -> id % 10 == 1 || id % 10 == 9));
                assertThat(received(scene))
                        .doesNotHaveDuplicates()
                        .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, PEOPLE)
                                .filter(id -> Set.of(1L, 5L, 9L).contains(id % 10))
                                .boxed()
                                .toList());
                // Only rate-limited messages were sent again.
                assertThat(tried(scene).stream()
                                .filter(call -> call.status() != 429)
                                .map(Call::chat))
                        .hasSize(PEOPLE)
                        .doesNotHaveDuplicates();
                assertThat(alert.subscribed(people(scene, blocked.negate()))).hasSize(PEOPLE / 2);
                assertThat(scene.api().earlySends()).isEmpty();
                assertThat(scene.api().violations()).isEmpty();
                assertThat(server.err()).isEmpty();
            }
        }
    }

    @Test
    void whatIsToldToWaitComesLaterAndNothingIsLost() throws Exception {
        try (Scene scene = scene(RATE)) {
            scene.set("ALERT_CANARY_PERCENT", "0");
            fault(scene, 4, id -> true).tooManyRequestsForAll(1);
            try (ServerHere server = ServerHere.start(scene.variables(), clock);
                    Database database = open(scene)) {
                SentAlert alert = new SentAlert(database);
                alert.begin(people(scene, id -> true), false, clock.instant(), NOON.plus(Duration.ofDays(1)));
                scene.api()
                        .await(() -> received(scene).size() >= PEOPLE / 2, Scene.PATIENCE, "the alert does not go on");
                fault(scene, 2, id -> true).tooManyRequestsForAll(2);
                fault(scene, 2, id -> true).answer(429, "Too Many Requests");
                scene.api().await(alert::isSettled, Scene.PATIENCE, "not everybody came to an end");
                assertThat(alert.figures()).isEqualTo(Map.of("sent", (long) PEOPLE));
                assertThat(received(scene)).hasSize(PEOPLE).doesNotHaveDuplicates();
                assertThat(scene.api().earlySends()).isEmpty();
                assertThat(server.err()).isEmpty();
            }
        }
    }

    @Test
    void anAlertThatTheFirstHaveBlockedIsHeld() throws Exception {
        try (Scene scene = scene(RATE)) {
            fault(scene, ALWAYS, id -> true).forbidden();
            try (ServerHere server = ServerHere.start(scene.variables(), clock);
                    Database database = open(scene)) {
                SentAlert alert = new SentAlert(database);
                alert.begin(people(scene, id -> true), true, clock.instant(), NOON.plus(Duration.ofDays(1)));
                scene.api()
                        .await(
                                () -> alert.alert().stage() == Alert.Stage.PAUSED,
                                Scene.PATIENCE,
                                "the alert was not held: " + alert.figures());
                assertThat(alert.alert().why()).matches("[0-9]+ of the first 20 did not get it or perhaps did not");
                // It is reported right after it is stored.
                scene.api()
                        .await(
                                () -> server.err().contains("The alert k3x9 is held"),
                                Scene.PATIENCE,
                                "nobody is told that the alert is held");
                assertThat(tried(scene)).hasSizeLessThanOrEqualTo(20);
            }
        }
    }

    @Test
    void anAlertThatExpiresInAStormEndsToTheSecond() throws Exception {
        try (Scene scene = scene(RATE / 4)) {
            scene.set("ALERT_CANARY_PERCENT", "0");
            try (ServerHere server = ServerHere.start(scene.variables(), clock);
                    Database database = open(scene)) {
                SentAlert alert = new SentAlert(database);
                Instant expires = clock.instant().plusSeconds(7);
                alert.begin(people(scene, id -> true), false, clock.instant(), expires);
                scene.api().await(() -> received(scene).size() >= 40, Scene.PATIENCE, "nothing of the alert came");
                fault(scene, ALWAYS, id -> true).tooManyRequestsForAll(1);
                scene.api().await(alert::isSettled, Scene.PATIENCE, "not everybody came to an end");

                assertThat(alert.alert().stage()).isEqualTo(Alert.Stage.EXPIRED);
                assertThat(alert.alert().ended()).isBetween(expires, expires.plusSeconds(3));
                assertThat(tried(scene))
                        .allSatisfy(call -> assertThat(call.at()).isBefore(expires.plus(ON_ITS_WAY)))
                        .anySatisfy(call -> assertThat(call.status()).isEqualTo(429));
                long sent = received(scene).size();
                assertThat(received(scene)).doesNotHaveDuplicates();
                assertThat(alert.figures()).isEqualTo(Map.of("expired", PEOPLE - sent, "sent", sent));
                assertThat(alert.saidToBeSent(people(scene, id -> true)))
                        .containsExactlyInAnyOrderElementsOf(
                                received(scene).stream().map(scene::inPrivate).toList());
                assertThat(scene.api().earlySends()).isEmpty();
                assertThat(server.err()).isEmpty();
            }
        }
    }

    @Test
    void anOutageLeavesFewOfWhomNobodyKnows() throws Exception {
        try (Scene scene = scene(RATE)) {
            scene.set("ALERT_CANARY_PERCENT", "0");
            fault(scene, ALWAYS, id -> true).badGateway();
            try (ServerHere server = ServerHere.start(scene.variables(), clock);
                    Database database = open(scene)) {
                SentAlert alert = new SentAlert(database);
                alert.begin(people(scene, id -> true), false, clock.instant(), NOON.plus(Duration.ofDays(1)));
                scene.api().await(() -> !tried(scene).isEmpty(), Scene.PATIENCE, "nothing of the alert came");
                Instant over = clock.instant().plusSeconds(4);
                scene.api().await(() -> clock.instant().isAfter(over), Scene.PATIENCE, "the clock stands still");
                scene.api().faults().clear();
                int failed = tried(scene).size();
                scene.api().await(alert::isSettled, Scene.PATIENCE, "not everybody came to an end");
                assertThat(failed).isLessThanOrEqualTo(AT_ONCE + PROBES);
                assertThat(received(scene)).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(PEOPLE - failed - 1);
                assertThat(alert.figures())
                        .isEqualTo(Map.of(
                                "sent",
                                (long) received(scene).size(),
                                "unknown",
                                (long) PEOPLE - received(scene).size()));
                assertThat(server.err()).isEmpty();
            }
        }
    }
}
