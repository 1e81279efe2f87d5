package org.campaignbot.testkit.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhookTest extends FakeBotApiCase {

    private final Hook hook;

    WebhookTest() throws IOException {
        hook = new Hook();
    }

    @AfterEach
    void unhook() {
        hook.close();
    }

    @Override
    FakeBotSettings settings() {
        return super.settings().withRedelivery(new Redelivery(Duration.ofMillis(5), Duration.ofMillis(20), 4));
    }

    @Test
    void whatWaitsAndWhatComesIsPushedWithTheSecret() throws Exception {
        assertThat(set(",\"secret_token\":\"s3cret_-\"")
                        .body()
                        .path("description")
                        .asString())
                .isEqualTo("Webhook was set");
        Hook.Taken first = hook.next(SOON);
        assertThat(first.text()).isEqualTo("hello");
        assertThat(first.secret()).containsExactly("s3cret_-");
        ana.says("more");
        assertThat(hook.next(SOON).text()).isEqualTo("more");
        api.awaitAllConfirmed(SOON);
    }

    @Test
    void messagesOfOneChatComeOneByOneAndInOrder() throws Exception {
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        hook.answers(push -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            atOnce.decrementAndGet();
            return 200;
        });
        for (int message = 0; message < 10; message++) {
            ana.says("message " + message);
        }
        set("");
        assertThat(hook.next(SOON).text()).isEqualTo("hello");
        for (int message = 0; message < 10; message++) {
            assertThat(hook.next(SOON).text()).isEqualTo("message " + message);
        }
        assertThat(most).hasValue(1);
    }

    @Test
    void chatsDoNotWaitForEachOther() throws Exception {
        CountDownLatch all = new CountDownLatch(20);
        Set<Long> chats = ConcurrentHashMap.newKeySet();
        set("");
        hook.next(SOON);
        hook.answers(push -> {
            all.countDown();
            await(all);
            return 200;
        });
        for (long person = 1; person <= 20; person++) {
            api.talk(Person.of(person)).says("hello");
        }
        for (int push = 0; push < 20; push++) {
            chats.add(hook.next(SOON)
                    .update()
                    .path("message")
                    .path("chat")
                    .path("id")
                    .asLong(0));
        }
        assertThat(chats).hasSize(20);
        api.awaitAllConfirmed(SOON);
    }

    @Test
    void noMoreArePushedAtOnceThanTheBotAllows() throws Exception {
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch three = new CountDownLatch(3);
        hook.answers(push -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            three.countDown();
            await(three);
            atOnce.decrementAndGet();
            return 200;
        });
        for (long person = 1; person <= 50; person++) {
            api.talk(Person.of(person)).says("hello");
        }
        set(",\"max_connections\":3");
        api.awaitAllConfirmed(SOON);
        assertThat(most).hasValue(3);
    }

    @Test
    void aFailureComesAgainAndHoldsUpItsChatAlone() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        hook.answers(push -> push.text().equals("hello") && tries.incrementAndGet() < 3 ? 503 : 200);
        long behind = ana.says("behind");
        set("");
        assertThat(hook.next(SOON).text()).isEqualTo("hello");
        assertThat(hook.next(SOON).text()).isEqualTo("hello");
        assertThat(hook.next(SOON).text()).isEqualTo("hello");
        assertThat(hook.next(SOON).text()).isEqualTo("behind");
        api.awaitConfirmed(behind, SOON);
        var info = bot.call("getWebhookInfo", "{}").result();
        assertThat(info.path("last_error_message").asString()).isEqualTo("Wrong response from the webhook: 503");
        assertThat(info.path("url").asString()).isEqualTo(hook.url());
    }

    @Test
    void theWaitDoublesUpToItsEnd() {
        Redelivery redelivery = new Redelivery(Duration.ofSeconds(2), Duration.ofSeconds(60), 100);
        assertThat(IntStream.of(1, 2, 3, 5, 6, 90).mapToObj(redelivery::after).map(Duration::toSeconds))
                .containsExactly(2L, 4L, 8L, 32L, 60L, 60L);
    }

    @Test
    void aWebhookMayAskForALongerWait() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        hook.answers(push -> tries.incrementAndGet() == 1 ? 429 : 200);
        hook.asksToRetryAfter(1);
        long before = System.nanoTime();
        set("");
        hook.next(SOON);
        hook.next(SOON);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void anUpdateThatIsNeverTakenIsGivenUpAtLast() throws Exception {
        hook.answers(push -> push.text().equals("hello") ? 500 : 200);
        long next = ana.says("next");
        set("");
        api.awaitConfirmed(next, SOON);
        assertThat(api.givenUpUpdates()).hasSize(1);
    }

    @Test
    void aConfirmedUpdateCanComeOnceMore() throws Exception {
        set("");
        hook.next(SOON);
        long id = ana.says("again");
        assertThat(hook.next(SOON).text()).isEqualTo("again");
        api.awaitConfirmed(id, SOON);
        api.redeliver(id);
        assertThat(hook.next(SOON).update().path("update_id").asLong(0)).isEqualTo(id);
    }

    @Test
    void anAddressAndASecretHaveTheirForm() throws Exception {
        assertThat(bot.call("setWebhook", "{\"url\":\"http://example.org/hook\"}")
                        .description())
                .isEqualTo("Bad Request: bad webhook: An HTTPS URL must be provided for webhook");
        assertThat(bot.call("setWebhook", "{\"url\":\"https://example.org:8080/hook\"}")
                        .description())
                .isEqualTo("Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443");
        assertThat(set(",\"secret_token\":\"a b\"").description())
                .isEqualTo("Bad Request: secret token contains unallowed characters");
        set("");
        assertThat(set("").body().path("description").asString()).isEqualTo("Webhook is already set");
    }

    @Test
    void aBacklogCanBeDropped() throws Exception {
        set(",\"drop_pending_updates\":true");
        ana.says("fresh");
        assertThat(hook.next(SOON).text()).isEqualTo("fresh");
        assertThat(hook.isQuiet()).isTrue();
    }

    @Test
    void aMethodCallInTheAnswerIsAViolation() throws Exception {
        hook.answersWith("{\"method\":\"sendMessage\",\"chat_id\":101,\"text\":\"hello\"}");
        set("");
        api.awaitAllConfirmed(SOON);
        assertThat(api.violations()).hasSize(1);
    }

    @Test
    void aPressMayBeAnsweredInTheAnswer() throws Exception {
        long id = bot.withMarkup(ANA.id(), "{\"inline_keyboard\":[[{\"text\":\"Yes\",\"callback_data\":\"y\"}]]}")
                .messageId();
        ana.presses(id, "Yes");
        String press = api.unansweredPresses().get(0);
        hook.answersWith("{\"method\":\"answerCallbackQuery\",\"callback_query_id\":\"" + press + "\"}");
        set("");
        api.awaitAllConfirmed(SOON);
        assertThat(api.unansweredPresses()).isEmpty();
        assertThat(api.violations()).isEmpty();
    }

    @Test
    void aPressDoesNotWaitForTheMessagesOfItsChat() throws Exception {
        long id = bot.withMarkup(ANA.id(), "{\"inline_keyboard\":[[{\"text\":\"Yes\",\"callback_data\":\"y\"}]]}")
                .messageId();
        CountDownLatch pressed = new CountDownLatch(1);
        hook.answers(push -> {
            if (push.update().has("callback_query")) {
                pressed.countDown();
            } else {
                await(pressed);
            }
            return 200;
        });
        set("");
        hook.next(SOON);
        ana.presses(id, "Yes");
        assertThat(hook.next(SOON).update().path("callback_query").path("data").asString())
                .isEqualTo("y");
        api.awaitAllConfirmed(SOON);
    }

    private BareBot.Reply set(String more) throws IOException, InterruptedException {
        return bot.call("setWebhook", "{\"url\":\"" + hook.url() + "\"" + more + "}");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
