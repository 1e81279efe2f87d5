package org.campaignbot.testkit.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.campaignbot.testkit.fake.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What an app meets that lets the deadline pass, which is short here. */
class LateAnswersTest extends FakeSlackCase {

    @Override
    SlackSettings settings() {
        return super.settings().withRetries(Retries.QUICK.ackedWithin(Duration.ofSeconds(1)));
    }

    @Test
    void anEventThatIsAnsweredLateComesAgain() throws Exception {
        CountDownLatch again = new CountDownLatch(1);
        server.answers(request -> {
            if (request.retryNum().isEmpty()) {
                AppServer.hold(again);
            } else {
                again.countDown();
            }
            return AppServer.Reply.OK;
        });
        Delivery delivery = ana.says("hello").awaitTaken(SOON);
        assertThat(delivery.attempts().get(0).failure()).isEqualTo("http_timeout");
        assertThat(delivery.attempts()).hasSize(2);
    }

    @Test
    void aCommandThatIsAnsweredLateTimesOut() {
        CountDownLatch toldOff = new CountDownLatch(1);
        server.answers(request -> {
            AppServer.hold(toldOff);
            return AppServer.Reply.OK;
        });
        ana.command("/bill", "").awaitGivenUp(SOON);
        toldOff.countDown();
        assertThat(ana.notices()).singleElement().asString().contains("operation_timeout");
        assertThat(ben.notices()).isEmpty();
    }

    private BareSocket connect() throws Exception {
        slack.deliversOverSockets();
        String link = new BareApp(slack, SlackSettings.APP_TOKEN)
                .call("apps.connections.open", Json.object())
                .body()
                .path("url")
                .asString("");
        BareSocket socket = new BareSocket(link);
        assertThat(socket.next(SOON).path("type").asString("")).isEqualTo("hello");
        slack.await(() -> slack.socketMode().connections() == 1, SOON, "no connection");
        return socket;
    }

    @Test
    void anEventWithoutAcknowledgementComesAgain() throws Exception {
        try (BareSocket socket = connect()) {
            Delivery delivery = ana.says("hello");
            assertThat(socket.next(SOON).path("retry_attempt").asInt(-1)).isZero();
            JsonNode again = socket.next(SOON);
            assertThat(again.path("retry_attempt").asInt(-1)).isEqualTo(1);
            assertThat(again.path("retry_reason").asString("")).isEqualTo("http_timeout");
            socket.acks(again);
            delivery.awaitTaken(SOON);
            assertThat(socket.isQuiet()).isTrue();
        }
    }

    @Test
    void aCommandWithoutAcknowledgementTimesOut() throws Exception {
        try (BareSocket socket = connect()) {
            ana.command("/bill", "").awaitGivenUp(SOON);
            assertThat(ana.notices()).singleElement().asString().contains("operation_timeout");
            JsonNode envelope = socket.next(SOON);
            socket.acks(envelope);
            slack.await(() -> !slack.violations().isEmpty(), SOON, "the late acknowledgement was not noted");
            assertThat(socket.isQuiet()).isTrue();
        }
    }
}
