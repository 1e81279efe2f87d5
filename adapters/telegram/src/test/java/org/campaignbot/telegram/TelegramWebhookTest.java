package org.campaignbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.campaignbot.conversation.Event;
import org.campaignbot.telegram.TelegramWebhook.Reply;
import org.campaignbot.testkit.telegram.FakeBotApi;
import org.campaignbot.testkit.telegram.FakeBotSettings;
import org.campaignbot.update.Update;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TelegramWebhookTest {

    private static final Reply OK = new Reply(200, null);
    private static final Reply LATER = new Reply(503, null);

    private final FakeBotApi server = FakeBotApi.start(FakeBotSettings.DEFAULTS);
    private final TelegramBot bot = Bots.webhook(server, URI.create("http://127.0.0.1:9/telegram"));
    private final List<Event> taken = Collections.synchronizedList(new ArrayList<>());
    private Set<String> failing = Set.of();
    private final TelegramWebhook webhook = bot.webhook(this::take);

    private void take(List<Update> updates) {
        for (Update update : updates) {
            if (update.event() instanceof Event.Typed typed && failing.contains(typed.text())) {
                throw new IllegalStateException("cannot be committed");
            }
            taken.add(update.event());
        }
    }

    @AfterEach
    void end() {
        bot.close();
        server.close();
    }

    private Reply deliver(String json) {
        return webhook.accept(json.getBytes(StandardCharsets.UTF_8), Bots.SECRET);
    }

    private static String typed(int id, String words) {
        return """
                {"update_id": %d, "message": {"message_id": %d, "date": 1700000000, "text": "%s",
                 "chat": {"id": 77, "type": "private"}, "from": {"id": 77, "is_bot": false, "first_name": "A"}}}""".formatted(id, id, words);
    }

    private long count(TelegramCount telegramCount) {
        return bot.counts().getOrDefault(telegramCount.title(), -1L);
    }

    @Test
    void anUpdateIsTakenAndThenAcknowledged() {
        assertThat(deliver(typed(1, "Hello"))).isEqualTo(OK);
        assertThat(taken).containsExactly(new Event.Typed("Hello"));
    }

    @Test
    void aPressIsAnsweredInTheReplyItself() {
        Reply reply = deliver("""
                {"update_id": 5, "callback_query": {"id": "4711", "from": {"id": 77, "is_bot": false, "first_name": "A"},
                 "chat_instance": "1", "data": "call/ready/yes",
                 "message": {"message_id": 1, "date": 5, "chat": {"id": 77, "type": "private"}}}}""");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json())
                .contains("\"method\":\"answerCallbackQuery\"")
                .contains("\"callback_query_id\":\"4711\"");
        assertThat(taken).containsExactly(new Event.Pressed("call", "ready", "yes"));
    }

    @Test
    void aPressWhoseTurnCouldNotBeCommittedIsNotAnswered() {
        TelegramWebhook broken = bot.webhook(updates -> {
            throw new IllegalStateException("the database is away");
        });
        String press = """
                {"update_id": 5, "callback_query": {"id": "4711", "from": {"id": 77, "is_bot": false, "first_name": "A"},
                 "chat_instance": "1", "data": "call/ready/yes",
                 "message": {"message_id": 1, "date": 5, "chat": {"id": 77, "type": "private"}}}}""";
        assertThat(broken.accept(press.getBytes(StandardCharsets.UTF_8), Bots.SECRET))
                .isEqualTo(LATER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a-secret-of-test", "a-secret-of-tests ", "A-SECRET-OF-TESTS"})
    void aWrongSecretIsRefusedBeforeAnythingIsRead(String secret) {
        byte[] body = typed(1, "Hello").getBytes(StandardCharsets.UTF_8);
        assertThat(webhook.accept(body, secret)).isEqualTo(new Reply(401, null));
        assertThat(webhook.accept(body, null)).isEqualTo(new Reply(401, null));
        assertThat(taken).isEmpty();
        assertThat(count(TelegramCount.WEBHOOK_WRONG_SECRET)).isEqualTo(2);
    }

    @Test
    void aBodyOfMoreThanAMegabyteIsNotRead() {
        assertThat(webhook.accept(new byte[TelegramWebhook.LARGEST + 1], Bots.SECRET))
                .isEqualTo(new Reply(413, null));
        byte[] spaces = " ".repeat(TelegramWebhook.LARGEST - 300).getBytes(StandardCharsets.UTF_8);
        assertThat(webhook.accept(spaces, Bots.SECRET)).isEqualTo(OK);
        assertThat(deliver(typed(1, "x".repeat(1_000_000)))).isEqualTo(OK);
        assertThat(taken).hasSize(1);
    }

    @Test
    void aBodyThatIsCutOffAnywhereIsAcknowledgedAndTheNextIsServed() {
        byte[] whole = typed(1, "Hello").getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length; length++) {
            assertThat(webhook.accept(java.util.Arrays.copyOf(whole, length), Bots.SECRET))
                    .isEqualTo(OK);
        }
        assertThat(taken).isEmpty();
        assertThat(count(TelegramCount.UPDATE_MALFORMED)).isEqualTo(whole.length);
        assertThat(deliver(typed(1, "Hello"))).isEqualTo(OK);
        assertThat(taken).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[]", "7", "\"x\"", "null", "{}", "{\"update_id\": 1, \"kind_of_2031\": {}}", "\u0000\u0001"})
    void whatIsNoUpdateOfOursIsAcknowledged(String body) {
        assertThat(deliver(body)).isEqualTo(OK);
        assertThat(taken).isEmpty();
    }

    @Test
    void nestingWithoutEndIsAcknowledgedLikeAnyOtherNonsense() {
        assertThat(deliver("[".repeat(500_000))).isEqualTo(OK);
        assertThat(deliver("{\"a\":".repeat(100_000))).isEqualTo(OK);
    }

    @Test
    void whatCouldNotBeCommittedIsToBeDeliveredAgain() {
        failing = Set.of("Hello");
        assertThat(deliver(typed(1, "Hello"))).isEqualTo(LATER);
        failing = Set.of();
        assertThat(deliver(typed(1, "Hello"))).isEqualTo(OK);
        assertThat(taken).containsExactly(new Event.Typed("Hello"));
    }

    @Test
    void oneBadUpdateIsPassedOverOnceOthersHaveGoneThrough() {
        failing = Set.of("bad");
        for (int i = 0; i < 4; i++) {
            assertThat(deliver(typed(1, "bad"))).isEqualTo(LATER);
        }
        deliver(typed(2, "good"));
        assertThat(deliver(typed(1, "bad"))).isEqualTo(OK);
        assertThat(count(TelegramCount.UPDATE_POISONED)).isEqualTo(1);
    }

    @Test
    void whereNothingGoesThroughNothingIsPassedOver() {
        failing = Set.of("bad", "good");
        for (int i = 0; i < 20; i++) {
            assertThat(deliver(typed(1, "bad"))).isEqualTo(LATER);
            assertThat(deliver(typed(2, "good"))).isEqualTo(LATER);
        }
    }

    @Test
    void deliveriesDoNotWaitForEachOther() throws Exception {
        CountDownLatch together = new CountDownLatch(3);
        TelegramWebhook parallel = bot.webhook(updates -> {
            together.countDown();
            try {
                assertThat(together.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<Reply>> replies = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                byte[] body = typed(i, "Hello").getBytes(StandardCharsets.UTF_8);
                replies.add(threads.submit(() -> parallel.accept(body, Bots.SECRET)));
            }
            for (Future<Reply> reply : replies) {
                assertThat(reply.get(30, TimeUnit.SECONDS)).isEqualTo(OK);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void untilTheBotKnowsItsOwnNameUpdatesArePutOff() {
        server.faults().next(1).of("getMe").internalError();
        assertThat(deliver(typed(1, "Hello"))).isEqualTo(LATER);
        assertThat(deliver(typed(1, "Hello"))).isEqualTo(OK);
    }
}
