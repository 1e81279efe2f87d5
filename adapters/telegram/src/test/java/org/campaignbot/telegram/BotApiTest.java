package org.campaignbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import okio.Buffer;
import org.campaignbot.platform.Troubles;
import org.campaignbot.telegram.BotApi.Answer;
import org.campaignbot.testkit.FreePort;
import org.campaignbot.testkit.RecordingOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;

/** Calls to servers that answer unlike any Bot API server. */
class BotApiTest {

    private static final String TOKEN = "7:secret-token";
    private static final SendMessage HELLO =
            SendMessage.builder().chatId("77").text("Hello").build();

    private final AtomicInteger requests = new AtomicInteger();
    private final HttpServer server;
    private final RecordingOperator operator = new RecordingOperator();
    private volatile int status = 200;
    private volatile String body = "";

    BotApiTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            if (status == 302) {
                exchange.getResponseHeaders().set("Location", "/elsewhere");
            }
            exchange.getResponseHeaders().set("Retry-After", "12");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    private Answer call(int port) {
        try (BotApi api = new BotApi(URI.create("http://127.0.0.1:" + port), TOKEN, new Troubles(operator))) {
            return api.call(HELLO);
        }
    }

    @Test
    void ofACallAndItsAnswerNothingStaysInPooledBuffers() {
        answered(200, "{\"ok\": true, \"result\": \"gallivore benches\"}");
        String pooled = pooled();
        assertThat(pooled.contains("Hello")).isFalse();
        assertThat(pooled.contains("gallivore")).isFalse();
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

    private Answer answered(int newStatus, String newBody) {
        status = newStatus;
        body = newBody;
        return call(server.getAddress().getPort());
    }

    @Test
    void whateverStandsInTheResultOfAnAcceptedCallItWasAccepted() {
        assertThat(answered(200, "{\"ok\": true, \"result\": {\"of\": [\"2031\"]}}"))
                .isInstanceOf(Answer.Done.class);
        assertThat(answered(200, "{\"ok\": true}")).isInstanceOf(Answer.Done.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>busy</html>", "{}", "{\"ok\": \"yes\"}", "[]", "{\"ok\": tr"})
    void anAnswerThatCannotBeReadTellsNothing(String text) {
        assertThat(answered(200, text)).isInstanceOf(Answer.Unclear.class);
        assertThat(answered(502, text)).isEqualTo(new Answer.Unclear("status 502"));
    }

    @Test
    void aStatusSpeaksWhereTheBodyDoesNot() {
        assertThat(answered(429, "<html>slow down</html>")).isEqualTo(new Answer.Refused(429, "", 12, null));
        assertThat(answered(404, "<html>nothing here</html>")).isEqualTo(new Answer.Refused(404, "", null, null));
        assertThat(operator.told()).containsExactly(TelegramTrouble.TOKEN_REFUSED);
    }

    @Test
    void aRefusalIsReadByItsStructure() {
        assertThat(answered(
                        400,
                        "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: group chat was upgraded\","
                                + "\"parameters\":{\"migrate_to_chat_id\":-1004503599627370495}}"))
                .isEqualTo(
                        new Answer.Refused(400, "Bad Request: group chat was upgraded", null, "-1004503599627370495"));
        assertThat(answered(418, "{\"ok\":false,\"new\":1}")).isEqualTo(new Answer.Refused(418, "", null, null));
    }

    @Test
    void aRedirectIsNotFollowedWithTheTokenInHand() {
        assertThat(answered(302, "")).isEqualTo(new Answer.Unclear("status 302"));
        assertThat(requests.get()).isEqualTo(1);
    }

    @Test
    void whereNobodyListensNothingWasSent() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertThat(call(free)).isInstanceOf(Answer.NotSent.class);
        try (BotApi nowhere = new BotApi(URI.create("https://nowhere.invalid"), TOKEN, new Troubles(operator))) {
            Answer answer = nowhere.call(HELLO);
            assertThat(answer).isInstanceOf(Answer.NotSent.class);
            assertThat(answer.toString()).doesNotContain("secret-token");
        }
    }

    @Test
    void aConnectionThatBreaksAfterTheRequestIsUnclearAndTheRequestIsNotRepeated() throws Exception {
        AtomicInteger connections = new AtomicInteger();
        Thread breaker;
        try (ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            breaker = new Thread(() -> breakAll(socket, connections));
            breaker.start();
            Answer answer = call(socket.getLocalPort());
            assertThat(answer).isInstanceOf(Answer.Unclear.class);
            assertThat(answer.toString()).doesNotContain("secret-token");
        }
        breaker.join();
        assertThat(connections.get()).isEqualTo(1);
    }

    /** Reads a request up to the end of its JSON, and closes the connection. */
    private static void breakAll(ServerSocket socket, AtomicInteger connections) {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept()) {
                connections.incrementAndGet();
                InputStream in = connection.getInputStream();
                int next = in.read();
                while (next >= 0 && next != '}') {
                    next = in.read();
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    @Test
    void aServerThatCannotBeReachedIsToldOnceAndOnceMoreWhenItIsBack() throws IOException {
        int port = FreePort.find();
        try (BotApi api = new BotApi(URI.create("http://127.0.0.1:" + port), TOKEN, new Troubles(operator))) {
            for (int i = 0; i < 5; i++) {
                assertThat(operator.told()).hasSize(i < 3 ? 0 : 1);
                assertThat(api.call(HELLO)).isInstanceOf(Answer.NotSent.class);
            }
            assertThat(operator.told()).containsExactly(TelegramTrouble.UNREACHABLE);
            assertThat(operator.over()).isEmpty();
            HttpServer back = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            back.start();
            try {
                assertThat(api.call(HELLO)).isInstanceOf(Answer.Refused.class);
                assertThat(operator.over()).containsExactly(TelegramTrouble.UNREACHABLE);
            } finally {
                back.stop(0);
            }
        }
    }
}
