package org.campaignbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.campaignbot.platform.Check;
import org.campaignbot.platform.Check.Level;
import org.campaignbot.telegram.TelegramWebhook.Reply;
import org.campaignbot.testkit.RecordingOperator;
import org.campaignbot.testkit.telegram.FakeBotApi;
import org.campaignbot.testkit.telegram.Person;
import org.campaignbot.testkit.telegram.Talk;
import org.campaignbot.update.Update;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TelegramBotTest {

    private static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");
    private static final Duration SOON = Duration.ofSeconds(30);

    private final FakeBotApi server = FakeBotApi.start();

    @AfterEach
    void end() {
        assertThat(server.violations()).isEmpty();
        server.close();
    }

    @Test
    void itKnowsWhoItIs() {
        try (TelegramBot bot = Bots.polling(server, new RecordingOperator())) {
            assertThat(bot.me()).contains(new BotAccount("7000000001", "campaign_test_bot", false));
            server.faults().next(1).of("getMe").internalError();
            assertThat(bot.me()).isEmpty();
        }
    }

    /** The whole path of a webhook: registered, delivered to over HTTP, answered in the reply, retried after a failure. */
    @Test
    void whatTelegramDeliversIsTakenAndPressesAreAnsweredInTheReply() throws IOException {
        List<Update> taken = Collections.synchronizedList(new ArrayList<>());
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        URI address = URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/telegram");
        try (TelegramBot bot = Bots.webhook(server, address)) {
            TelegramWebhook webhook = bot.webhook(updates -> {
                taken.addAll(updates);
                if (taken.size() == 2) {
                    throw new IllegalStateException("cannot be committed");
                }
            });
            http.createContext(address.getPath(), exchange -> {
                Reply reply = webhook.accept(
                        exchange.getRequestBody().readAllBytes(),
                        exchange.getRequestHeaders().getFirst(TelegramWebhook.SECRET_HEADER));
                byte[] body = reply.json() == null ? new byte[0] : reply.json().getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            http.start();
            assertThat(bot.registerWebhook()).isEmpty();
            assertThat(bot.checks(NOON)).extracting(Check::level).containsOnly(Level.FINE);
            Talk talk = server.talk(Person.of(77));
            String first = Long.toString(talk.says("Hi"));
            server.awaitAllConfirmed(SOON);
            String second = Long.toString(talk.says("once more"));
            server.awaitAllConfirmed(SOON);
            assertThat(taken)
                    .extracting(Update::id)
                    .as("the second could not be committed at first")
                    .containsExactly(first, second, second);
            bot.channel()
                    .send(
                            taken.get(0).conversation().address(),
                            Bots.PERSON,
                            TelegramChannelTest.message(
                                    "Ready?", new org.campaignbot.message.Choice.Press("Yes", "call", "ready", "yes")),
                            null);
            talk.presses("Yes");
            server.awaitAllConfirmed(SOON);
            server.await(() -> server.unansweredPresses().isEmpty(), SOON, "the press was not answered");
            assertThat(bot.removeWebhook()).isEmpty();
            assertThat(server.webhookUrl()).isEmpty();
        } finally {
            http.stop(0);
        }
    }

    @Test
    void aWebhookThatTelegramRefusesIsToldInItsWords() {
        try (TelegramBot bot = Bots.webhook(server, URI.create("https://bot.example.org:8080/telegram"))) {
            assertThat(bot.registerWebhook()).get().asString().contains("ports 80, 88, 443 or 8443");
        }
        try (TelegramBot bot = Bots.polling(server, new RecordingOperator())) {
            assertThat(bot.registerWebhook()).isPresent();
        }
    }

    @Test
    void theStateOfTheWebhookIsToldAsItIs() {
        URI address = URI.create("http://127.0.0.1:9/telegram");
        try (TelegramBot bot = Bots.webhook(server, address)) {
            assertThat(bot.webhookState()).map(WebhookState::url).contains("");
            bot.registerWebhook();
            assertThat(bot.webhookState()).map(WebhookState::url).contains(address.toString());
            assertThat(bot.webhookState())
                    .get()
                    .satisfies(state ->
                            assertThat(state.kinds()).containsExactlyInAnyOrderElementsOf(TelegramUpdates.KINDS));
        }
    }

    @Test
    void aCheckFindsAWebhookThatIsInTheWayOfPolling() {
        try (TelegramBot bot = Bots.polling(server, new RecordingOperator());
                TelegramBot other = Bots.webhook(server, URI.create("http://127.0.0.1:9/telegram"))) {
            assertThat(bot.checks(NOON)).extracting(Check::level).containsOnly(Level.FINE);
            assertThat(other.checks(NOON)).extracting(Check::level).contains(Level.PROBLEM);
            other.registerWebhook();
            assertThat(bot.checks(NOON)).extracting(Check::finding).contains(TelegramTrouble.WEBHOOK_IS_SET.finding());
        }
    }

    @Test
    void aCheckFindsATokenThatIsRefusedAndAServerThatIsAway() {
        try (TelegramBot bot = Bots.polling(server, new RecordingOperator())) {
            server.faults().next(1).of("getMe").answer(401, "Unauthorized");
            List<Check> checks = bot.checks(NOON);
            assertThat(checks).hasSize(1);
            assertThat(checks.get(0).level()).isEqualTo(Level.PROBLEM);
            assertThat(checks.get(0).finding()).contains("Unauthorized");
            server.close();
            assertThat(bot.checks(NOON)).extracting(Check::level).containsExactly(Level.PROBLEM);
            assertThat(bot.checks(NOON).toString()).doesNotContain(server.token());
        }
    }

    @Test
    void aCheckTellsOfDeliveriesThatFailOrPileUpAndOfPrivacyModeThatIsOff() {
        URI address = URI.create("https://bot.example.org/telegram");
        TelegramSettings settings = Bots.settings(server, TelegramSettings.Mode.WEBHOOK, address);
        WebhookState state = new WebhookState(
                address.toString(), 500, NOON.minusSeconds(60), "Connection refused", TelegramUpdates.KINDS);
        List<Check> checks = new TelegramCheckup(settings, NOON)
                .of(Optional.of(new BotAccount("1", "b", true)), "", Optional.of(state));
        assertThat(checks).filteredOn(check -> check.level() == Level.WARNING).hasSize(3);
        assertThat(checks).allMatch(check -> check.level() == Level.FINE || check.fix() != null);
        WebhookState other = new WebhookState(address.toString(), 0, null, null, List.of("message"));
        assertThat(new TelegramCheckup(settings, NOON)
                        .of(Optional.of(new BotAccount("1", "b", false)), "", Optional.of(other)))
                .extracting(Check::level)
                .contains(Level.PROBLEM);
    }

    @Test
    void allCountsAreThereFromTheStart() {
        try (TelegramBot bot = Bots.polling(server, new RecordingOperator())) {
            assertThat(bot.counts())
                    .hasSize(TelegramCount.values().length)
                    .allSatisfy((name, count) -> assertThat(count).isZero());
        }
    }
}
