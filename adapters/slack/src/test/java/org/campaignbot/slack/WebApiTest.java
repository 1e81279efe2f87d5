package org.campaignbot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import okio.Buffer;
import org.campaignbot.platform.Troubles;
import org.campaignbot.slack.api.WebApi;
import org.campaignbot.slack.api.WebApi.Answer;
import org.campaignbot.testkit.RecordingOperator;
import org.campaignbot.testkit.slack.FakeSlack;
import org.campaignbot.testkit.slack.Limits;
import org.campaignbot.testkit.slack.SlackSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebApiTest {

    private final FakeSlack slack = FakeSlack.start(SlackSettings.DEFAULTS.withLimits(Limits.NONE));
    private final String token = slack.workspace("T0ACME").botToken();
    private final WebApi api = new WebApi(URI.create(slack.apiUrl()), new Troubles(new RecordingOperator()));

    @AfterEach
    void end() {
        api.close();
        slack.close();
    }

    private Answer ask() {
        return api.call("auth.test", token, Map.of());
    }

    @Test
    void whatSlackDidIsDoneAndItsClockIsKnown() {
        assertThat(ask()).isInstanceOf(Answer.Done.class);
        assertThat(api.serverTime()).isNotNull();
    }

    @Test
    void ofACallAndItsAnswerNothingStaysInPooledBuffers() {
        Answer unused = api.call("auth.test", token, Map.of("name", "Zephyrantha"));
        String pooled = pooled();
        assertThat(pooled.contains("Zephyrantha")).isFalse();
        assertThat(pooled.contains("T0ACME")).isFalse();
    }

    /** The contents of the HTTP library's pooled buffers for this thread. */
    private static String pooled() {
        Buffer buffer = new Buffer();
        StringBuilder all = new StringBuilder();
        for (int segment = 0; segment < 16; segment++) {
            try (Buffer.UnsafeCursor cursor = buffer.readAndWriteUnsafe(new Buffer.UnsafeCursor())) {
                cursor.expandBuffer(8192);
                all.append(new String(Objects.requireNonNull(cursor.data), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    @Test
    void whatSlackRefusesHasItsWord() {
        assertThat(api.call("auth.test", "xoxb-wrong", Map.of())).isEqualTo(new Answer.Refused("invalid_auth", null));
        assertThat(api.call("no.such", token, Map.of())).isEqualTo(new Answer.Refused("unknown_method", null));
    }

    @Test
    void aServerThatIsNotThereWasSentNothing() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        try (WebApi nowhere =
                new WebApi(URI.create("http://127.0.0.1:" + free + "/api/"), new Troubles(new RecordingOperator()))) {
            assertThat(nowhere.call("auth.test", token, Map.of())).isInstanceOf(Answer.NotSent.class);
        }
    }

    @Test
    void anAnswerThatIsLostOrNoneIsUnclearAndAskedForOnce() {
        slack.faults().next(1).of("auth.test").loseAnswer();
        assertThat(ask()).isInstanceOf(Answer.Unclear.class);
        slack.faults().next(1).of("auth.test").internalError();
        assertThat(ask()).isInstanceOf(Answer.Unclear.class);
        slack.faults().next(1).of("auth.test").body("{");
        assertThat(ask()).isInstanceOf(Answer.Unclear.class);
        slack.faults().next(1).of("auth.test").body("{}");
        assertThat(ask()).isInstanceOf(Answer.Unclear.class);
        assertThat(slack.log().calls()).hasSize(4);
    }

    @Test
    void aLimitTellsHowLongToWait() {
        slack.faults().next(1).of("auth.test").rateLimitedEverywhere(9);
        assertThat(ask()).isEqualTo(new Answer.Refused("ratelimited", 9));
    }

    @Test
    void noAnswerTellsAToken() {
        slack.faults().next(1).of("auth.test").loseAnswer();
        assertThat(ask().toString()).doesNotContain(token);
        assertThat(api.call("auth.test", "xoxb-wrong", Map.of()).toString()).doesNotContain("xoxb");
    }

    @Test
    void anAnswerGoesOnlyToSlack() {
        assertThat(api.responseAddress("https://hooks.slack.com/commands/1")).isNotNull();
        assertThat(api.responseAddress(slack.url() + "/response/1")).isNotNull();
        assertThat(api.responseAddress("http://hooks.slack.com/commands/1")).isNull();
        assertThat(api.responseAddress("https://hooks.slack.com.example.org/")).isNull();
        assertThat(api.responseAddress("no address")).isNull();
    }
}
