package org.campaignbot.testkit.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.campaignbot.testkit.fake.Fault;
import org.junit.jupiter.api.Test;

class FaultsTest extends FakeBotApiCase {

    @Test
    void aFaultBefallsSoManyCallsOfItsKindAndNoMore() throws Exception {
        Fault fault = api.faults().next(2).of("sendMessage").in(ANA.id()).internalError();
        assertThat(bot.call("getMe", "{}").status()).isEqualTo(200);
        assertThat(bot.plain(ANA.id(), "one").description()).isEqualTo("Internal Server Error");
        assertThat(bot.plain(ANA.id(), "two").status()).isEqualTo(500);
        assertThat(bot.plain(ANA.id(), "three").status()).isEqualTo(200);
        assertThat(fault.used()).isEqualTo(2);
        assertThat(api.shown(ANA.id())).extracting(SentMessage::text).containsExactly("three");
    }

    @Test
    void aProxyAnswersWithAPage() throws Exception {
        api.faults().next(1).badGateway();
        BareBot.Reply reply = bot.plain(ANA.id(), "hello");
        assertThat(reply.status()).isEqualTo(502);
        assertThat(reply.text()).startsWith("<html>");
        assertThat(api.shown(ANA.id())).isEmpty();
    }

    @Test
    void aConnectionClosedBeforehandLeavesNothingBehind() {
        api.faults().next(1).closeUnprocessed();
        assertThatThrownBy(() -> bot.plain(ANA.id(), "hello")).isInstanceOf(IOException.class);
        assertThat(api.shown(ANA.id())).isEmpty();
        assertThat(api.log().calls()).extracting(Call::status).containsExactly(0);
    }

    @Test
    void aLostAnswerLeavesTheMessageBehind() {
        api.faults().next(1).loseAnswer();
        assertThatThrownBy(() -> bot.plain(ANA.id(), "hello")).isInstanceOf(IOException.class);
        assertThat(api.log().messagesTo(ANA.id())).extracting(Call::text).containsExactly("hello");
    }

    @Test
    void anAnswerMayBreakOffOrBeSomethingElse() throws Exception {
        api.faults().next(1).cutAnswer();
        assertThatThrownBy(() -> bot.plain(ANA.id(), "hello")).isInstanceOf(IOException.class);
        api.faults().next(1).body("{");
        assertThat(bot.plain(ANA.id(), "hello").text()).isEqualTo("{");
        api.faults().next(1).body("{}");
        assertThat(bot.plain(ANA.id(), "hello").text()).isEqualTo("{}");
        assertThat(api.shown(ANA.id())).hasSize(3);
    }

    @Test
    void anAnswerIsHeldUntilItIsLetGo() throws Exception {
        Fault held = api.faults().next(1).of("sendMessage").hold();
        CompletableFuture<BareBot.Reply> reply = CompletableFuture.supplyAsync(() -> {
            try {
                return bot.plain(ANA.id(), "hello");
            } catch (IOException | InterruptedException failed) {
                throw new IllegalStateException(failed);
            }
        });
        api.log().awaitMessages(ANA.id(), 1, SOON);
        held.awaitUsed(1, SOON);
        assertThat(reply).isNotDone();
        held.release();
        assertThat(reply.get(20, TimeUnit.SECONDS).status()).isEqualTo(200);
    }

    @Test
    void afterADeadlineThatPassedTheWaitTellsWhatThereIs() {
        assertThatThrownBy(() -> api.log().awaitMessages(ANA.id(), 1, Duration.ofMillis(1)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("0 messages instead of 1");
    }
}
