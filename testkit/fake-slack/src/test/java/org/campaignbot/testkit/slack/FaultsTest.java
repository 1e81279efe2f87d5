package org.campaignbot.testkit.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.campaignbot.testkit.fake.Fault;
import org.campaignbot.testkit.fake.Json;
import org.junit.jupiter.api.Test;

class FaultsTest extends FakeSlackCase {

    @Test
    void anErrorIsAnsweredAndNothingSent() throws Exception {
        slack.faults().next(1).of("chat.postMessage").error("fatal_error");
        assertThat(app.call("auth.test", Json.object()).isOk()).isTrue();
        assertThat(app.says(ANA.id(), "hi").error()).isEqualTo("fatal_error");
        assertThat(ana.shown()).isEmpty();
        assertThat(app.says(ANA.id(), "hi").isOk()).isTrue();
        assertThat(slack.log().count("chat.postMessage")).isEqualTo(1);
    }

    @Test
    void aServerFailsWithAPage() throws Exception {
        slack.faults().next(1).internalError();
        slack.faults().next(1).badGateway();
        assertThat(app.says(ANA.id(), "hi").status()).isEqualTo(500);
        assertThat(app.says(ANA.id(), "hi").status()).isEqualTo(502);
        assertThat(ana.shown()).isEmpty();
    }

    @Test
    void anAnswerIsLostBeforeOrAfterTheMessageWasTaken() throws Exception {
        slack.faults().next(1).in(ana.channel()).closeUnprocessed();
        assertThatThrownBy(() -> app.says(ana.channel(), "hi")).isInstanceOf(IOException.class);
        assertThat(ana.shown()).isEmpty();
        slack.faults().next(1).loseAnswer();
        assertThatThrownBy(() -> app.says(ana.channel(), "hi")).isInstanceOf(IOException.class);
        assertThat(ana.shown()).hasSize(1);
        slack.faults().next(1).cutAnswer();
        assertThatThrownBy(() -> app.says(ana.channel(), "hi")).isInstanceOf(IOException.class);
        assertThat(ana.shown()).hasSize(2);
        assertThat(slack.log().messageCount(ana.channel())).isEqualTo(2);
    }

    @Test
    void anAnswerMayBeNoJson() throws Exception {
        slack.faults().next(1).body("{");
        BareApp.Reply reply = app.says(ANA.id(), "hi");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).isEqualTo("{");
        assertThat(ana.shown()).hasSize(1);
    }

    @Test
    void anAnswerIsHeldUntilItIsLetGo() throws Exception {
        Fault fault = slack.faults().next(1).hold();
        CompletableFuture<BareApp.Reply> reply = CompletableFuture.supplyAsync(() -> {
            try {
                return app.says(ANA.id(), "hi");
            } catch (IOException | InterruptedException failed) {
                throw new AssertionError(failed);
            }
        });
        fault.awaitUsed(1, SOON);
        assertThat(reply.isDone()).isFalse();
        fault.release();
        assertThat(reply.get().isOk()).isTrue();
    }

    @Test
    void aWaitMayHoldForTheWholeWorkspace() throws Exception {
        slack.faults().next(1).rateLimitedEverywhere(30);
        assertThat(app.says(ana.channel(), "hi").retryAfter()).isEqualTo("30");
        assertThat(app.says(ben.channel(), "hi").status()).isEqualTo(429);
        assertThat(app.form("users.info", "user=" + ANA.id()).isOk())
                .as("another method does not wait")
                .isTrue();
    }

    @Test
    void aResponseUrlFailsOnDemandToo() throws Exception {
        ana.command("/bill", "").awaitTaken(SOON);
        String url = server.next(SOON).text("response_url");
        slack.faults().next(1).of("response_url").internalError();
        assertThat(app.respond(url, Json.object().put("text", "hi")).status()).isEqualTo(500);
        assertThat(app.respond(url, Json.object().put("text", "hi")).isOk()).isTrue();
    }
}
