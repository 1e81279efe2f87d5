package org.campaignbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.campaignbot.conversation.Event;
import org.campaignbot.testkit.RecordingOperator;
import org.campaignbot.testkit.telegram.FakeBotApi;
import org.campaignbot.testkit.telegram.FakeBotSettings;
import org.campaignbot.testkit.telegram.Person;
import org.campaignbot.testkit.telegram.Talk;
import org.campaignbot.update.Update;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Polling over HTTP, as in a process. */
class TelegramPollingTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final FakeBotApi server = FakeBotApi.start(FakeBotSettings.DEFAULTS);
    private final RecordingOperator operator = new RecordingOperator();
    private final TelegramBot bot = Bots.polling(server, operator);
    private final List<Update> taken = Collections.synchronizedList(new ArrayList<>());
    private final Talk talk = server.talk(Person.of(77));

    @AfterEach
    void end() {
        bot.close();
        assertThat(server.violations()).isEmpty();
        server.close();
    }

    private void start(Consumer<List<Update>> intake) {
        bot.polling(intake).start();
    }

    @Test
    void whatPeopleDoIsTakenInOrderAndThenConfirmed() {
        start(taken::addAll);
        talk.says("one");
        talk.says("two");
        talk.sharesLocation(40.7, -74);
        server.awaitAllConfirmed(SOON);
        assertThat(taken)
                .extracting(Update::event)
                .containsExactly(new Event.Typed("one"), new Event.Typed("two"), new Event.Located(40.7, -74));
        assertThat(taken.get(0).origin().deepLinks()).isEqualTo("https://t.me/campaign_test_bot?start=");
        assertThat(bot.counts()).containsEntry("updates.taken", 3L);
    }

    @Test
    void nothingIsConfirmedBeforeTheIntakeHasReturned() throws InterruptedException {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch committed = new CountDownLatch(1);
        start(updates -> {
            arrived.countDown();
            try {
                assertThat(committed.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            taken.addAll(updates);
        });
        talk.says("one");
        assertThat(arrived.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(server.pendingUpdates()).isEqualTo(1);
        committed.countDown();
        server.awaitAllConfirmed(SOON);
        assertThat(taken).hasSize(1);
    }

    @Test
    void aBatchThatCouldNotBeCommittedComesAgain() {
        List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());
        start(updates -> {
            sizes.add(updates.size());
            if (sizes.size() == 1) {
                throw new IllegalStateException("the database is away");
            }
            taken.addAll(updates);
        });
        talk.says("one");
        server.awaitAllConfirmed(SOON);
        assertThat(taken).extracting(Update::event).containsExactly(new Event.Typed("one"));
        assertThat(sizes).hasSize(2);
    }

    @Test
    void aPressIsAnsweredOnceItsTurnIsCommitted() {
        start(taken::addAll);
        talk.says("Hi");
        server.awaitAllConfirmed(SOON);
        bot.channel()
                .send(
                        taken.get(0).conversation().address(),
                        Bots.PERSON,
                        TelegramChannelTest.message(
                                "Ready?", new org.campaignbot.message.Choice.Press("Yes", "call", "ready", "yes")),
                        null);
        talk.presses("Yes");
        server.await(() -> server.log().count("answerCallbackQuery") == 1, SOON, "the press was not answered");
        assertThat(server.unansweredPresses()).isEmpty();
        assertThat(taken.get(1).event()).isEqualTo(new Event.Pressed("call", "ready", "yes"));
        assertThat(taken.get(1).origin().pressedOn())
                .isEqualTo(Long.toString(server.lastShown(77).id()));
    }

    @Test
    void whatIsOfNoUseIsConfirmedAndCounted() {
        start(taken::addAll);
        talk.says("before");
        server.deliver("message", "{\"message_id\": 1, \"text\": \"no chat\"}");
        talk.says("after");
        server.awaitAllConfirmed(SOON);
        assertThat(taken).hasSize(2);
        assertThat(bot.counts()).containsEntry("updates.malformed", 1L);
    }

    @Test
    void onlyTheKindsThatAreReadAreAskedFor() {
        start(taken::addAll);
        server.awaitListening(SOON);
        server.deliver("inline_query", "{\"id\": \"1\", \"query\": \"x\", \"offset\": \"\"}");
        talk.says("one");
        server.awaitAllConfirmed(SOON);
        assertThat(taken).hasSize(1);
        assertThat(bot.counts()).containsEntry("updates.unknown-kind", 0L);
    }

    @Test
    void anAlbumWithoutWordsIsOneUnreadableMessage() {
        start(taken::addAll);
        for (int i = 0; i < 3; i++) {
            server.deliver("message", """
                    {"message_id": %d, "date": 1700000000, "chat": {"id": 77, "type": "private"}, "media_group_id": "album",
                     "from": {"id": 77, "is_bot": false, "first_name": "A"}, "photo": []}""".formatted(100 + i));
        }
        server.awaitAllConfirmed(SOON);
        assertThat(taken).extracting(Update::event).containsExactly(new Event.Unreadable());
        assertThat(bot.counts()).containsEntry("updates.rest-of-album", 2L);
    }

    @Test
    void theEndComesWhileTelegramHoldsThePollBack() {
        TelegramPolling polling = bot.polling(taken::addAll);
        polling.start();
        server.awaitListening(SOON);
        polling.close();
        talk.says("nobody listens");
        assertThat(server.pendingUpdates()).isEqualTo(1);
        assertThat(taken).isEmpty();
    }
}
