package org.campaignbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.campaignbot.conversation.Event;
import org.campaignbot.platform.Counts;
import org.campaignbot.platform.Troubles;
import org.campaignbot.testkit.RecordingOperator;
import org.campaignbot.testkit.telegram.FakeBotApi;
import org.campaignbot.testkit.telegram.FakeBotSettings;
import org.campaignbot.testkit.telegram.Person;
import org.campaignbot.update.Update;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Polling round by round: what it does after a failure, and how long it pauses. */
class PollingFailuresTest {

    private final FakeBotApi server = FakeBotApi.start(FakeBotSettings.DEFAULTS);
    private final RecordingOperator operator = new RecordingOperator();
    private final Troubles troubles = new Troubles(operator);
    private final Counts counts = new Counts(TelegramCount.values());
    private final BotApi api = new BotApi(URI.create(server.url()), server.token(), troubles);
    private final Identity identity = new Identity(api);
    private final PressAnswers presses = new PressAnswers(api, counts);
    private final List<Event> taken = new ArrayList<>();
    private Set<String> failing = Set.of();

    private final TelegramPolling polling = polling(updates -> {
        if (updates.stream().anyMatch(update -> failing.contains(words(update)))) {
            throw new IllegalStateException("cannot be committed");
        }
        updates.forEach(update -> taken.add(update.event()));
    });

    private TelegramPolling polling(Consumer<List<Update>> intake) {
        return new TelegramPolling(
                api,
                new TelegramReader(identity, counts),
                intake,
                presses,
                counts,
                troubles,
                TelegramPolling.Rest::really);
    }

    private static String words(Update update) {
        return update.event() instanceof Event.Typed typed ? typed.text() : "";
    }

    @AfterEach
    void end() {
        polling.close();
        presses.close();
        api.close();
        server.close();
    }

    private void say(long person, String... words) {
        for (String each : words) {
            server.talk(Person.of(person)).says(each);
        }
    }

    @Test
    void oneBadUpdateIsPassedOverAndAllOthersAreTaken() {
        failing = Set.of("bad");
        say(77, "first");
        say(78, "bad", "after bad");
        say(79, "last");
        List<Duration> rests = rounds(4);
        assertThat(rests.subList(0, 3)).allSatisfy(rest -> assertThat(rest).isPositive());
        assertThat(rests.get(3)).isZero();
        assertThat(taken)
                .containsExactlyInAnyOrder(
                        new Event.Typed("first"), new Event.Typed("last"), new Event.Typed("after bad"));
        assertThat(counts.of(TelegramCount.UPDATE_POISONED)).isEqualTo(1);
        assertThat(operator.over()).isEqualTo(operator.told()).containsExactly(TelegramTrouble.INTAKE_FAILS);
    }

    @Test
    void whereNothingGoesThroughNothingIsPassedOver() {
        failing = Set.of("one", "two");
        say(77, "one");
        say(78, "two");
        assertThat(rounds(8)).allSatisfy(rest -> assertThat(rest).isPositive());
        assertThat(counts.of(TelegramCount.UPDATE_POISONED)).isZero();
        assertThat(operator.told()).containsExactly(TelegramTrouble.INTAKE_FAILS);
        failing = Set.of();
        assertThat(polling.round()).isZero();
        assertThat(taken).containsExactly(new Event.Typed("one"), new Event.Typed("two"));
        assertThat(operator.over()).containsExactly(TelegramTrouble.INTAKE_FAILS);
    }

    @Test
    void restsGrowUpToAMinuteAndBeginAnewAfterASuccess() {
        failing = Set.of("one");
        say(77, "one");
        List<Duration> rests = rounds(12);
        assertThat(rests.get(0)).isBetween(Duration.ofMillis(250), Duration.ofMillis(500));
        assertThat(rests.get(3)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
        assertThat(rests.get(11)).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60));
        failing = Set.of();
        assertThat(polling.round()).isZero();
        server.faults().next(1).of("getUpdates").internalError();
        assertThat(polling.round()).isBetween(Duration.ofMillis(250), Duration.ofMillis(500));
    }

    @Test
    void anotherPollerIsToldOnceAndTheLoopDoesNotSpin() {
        server.faults()
                .next(3)
                .of("getUpdates")
                .answer(
                        409,
                        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running");
        assertThat(rounds(3)).allSatisfy(rest -> assertThat(rest).isGreaterThanOrEqualTo(Duration.ofSeconds(15)));
        assertThat(operator.told()).containsExactly(TelegramTrouble.ANOTHER_POLLER);
        say(77, "one");
        assertThat(polling.round()).isZero();
        assertThat(operator.over()).containsExactly(TelegramTrouble.ANOTHER_POLLER);
        assertThat(taken).containsExactly(new Event.Typed("one"));
    }

    @Test
    void aWebhookIsToldAndLeftInPlace() {
        try (TelegramBot other = Bots.webhook(server, URI.create("http://127.0.0.1:9/telegram"))) {
            assertThat(other.registerWebhook()).isEmpty();
            assertThat(rounds(2)).allSatisfy(rest -> assertThat(rest).isPositive());
            assertThat(operator.told()).containsExactly(TelegramTrouble.WEBHOOK_IS_SET);
            assertThat(server.webhookUrl()).isEqualTo("http://127.0.0.1:9/telegram");
            assertThat(other.removeWebhook()).isEmpty();
            say(77, "one");
            assertThat(polling.round()).isZero();
            assertThat(operator.over()).containsExactly(TelegramTrouble.WEBHOOK_IS_SET);
        }
    }

    @Test
    void telegramsOwnWaitIsKept() {
        server.faults().next(1).of("getUpdates").tooManyRequests(9);
        assertThat(polling.round()).isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void brokenAnswersAndAServerThatIsAwayAreTriedAgain() {
        say(77, "one");
        server.faults().next(1).of("getUpdates").badGateway();
        server.faults().next(1).of("getUpdates").cutAnswer();
        server.faults().next(1).of("getUpdates").body("{\"ok\":true,\"result\":{\"not\":\"a list\"}}");
        assertThat(rounds(3)).allSatisfy(rest -> assertThat(rest).isPositive());
        assertThat(polling.round()).isZero();
        assertThat(taken).containsExactly(new Event.Typed("one"));
        server.close();
        assertThat(polling.round()).isPositive();
    }

    @Test
    void untilTheBotKnowsItsOwnNameNothingIsAskedFor() {
        server.faults().next(2).of("getMe").internalError();
        say(77, "one");
        assertThat(rounds(2)).allSatisfy(rest -> assertThat(rest).isPositive());
        assertThat(taken).isEmpty();
        assertThat(polling.isConnected()).isFalse();
        assertThat(polling.round()).isZero();
        assertThat(taken).hasSize(1);
        assertThat(polling.isConnected()).isTrue();
    }

    @Test
    void aBatchThatCannotBeConfirmedIsNotAskedForWithoutARest() {
        say(77, "so that Telegram does not hold the poll back");
        server.faults()
                .next(2)
                .of("getUpdates")
                .body("{\"ok\":true,\"result\":[{\"message\":{}},{\"update_id\":1e99}]}");
        assertThat(rounds(2)).allSatisfy(rest -> assertThat(rest).isPositive());
        assertThat(counts.of(TelegramCount.UPDATE_MALFORMED)).isEqualTo(4);
    }

    @Test
    void anErrorInTheIntakeDoesNotEndTheLoop() throws InterruptedException {
        java.util.concurrent.CountDownLatch again = new java.util.concurrent.CountDownLatch(2);
        TelegramPolling robust = polling(updates -> {
            again.countDown();
            if (again.getCount() > 0) {
                throw new StackOverflowError();
            }
        });
        say(77, "one");
        robust.start();
        assertThat(again.await(30, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        robust.close();
    }

    private List<Duration> rounds(int count) {
        List<Duration> rests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rests.add(polling.round());
        }
        return rests;
    }
}
