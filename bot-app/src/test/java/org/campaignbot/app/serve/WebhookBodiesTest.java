package org.campaignbot.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.campaignbot.testkit.telegram.Person;
import org.campaignbot.testkit.telegram.Talk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests to the webhook's port that Telegram wouldn't send. */
class WebhookBodiesTest {

    private static final String SECRET = "the-secret-of-the-scene";
    private static final String HEADER = "X-Telegram-Bot-Api-Secret-Token";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    private static final String[] INSIDE = {"Exception", "\tat ", "Tomcat", "campaignbot"};

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void nothingThatComesToTheDoorHindersTheNextUpdateOrShowsWhatIsInside() throws Exception {
        try (Scene scene = new Scene(folder)) {
            int port = scene.byWebhook();
            try (ServerProcess server = scene.server()) {
                List<HttpResponse<String>> answers = new ArrayList<>();
                answers.addAll(garbageIsTakenAndPassedOver(port));
                answers.addAll(strangersAndOtherPathsAreTurnedAway(port));
                assertThat(answers).allSatisfy(answer -> {
                    assertThat(answer.statusCode()).isLessThan(500);
                    assertThat(answer.body()).doesNotContain(INSIDE);
                });
                bodiesThatNeverEndKeepNobodyWaiting(port);

                Talk talk = scene.api().talk(Person.of(7));
                talk.command("help");
                scene.awaitShown(talk, "These always work");
                assertThat(server.stop()).isZero();
                assertThat(server.out() + server.err()).doesNotContain("Exception", "\tat ");
                assertThat(server.err()).isEmpty();
            }
        }
    }

    private List<HttpResponse<String>> garbageIsTakenAndPassedOver(int port) throws Exception {
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (String body : List.of(
                "",
                "{",
                "[]",
                "nonsense",
                "{\"update_id\":1}",
                "{\"update_id\":\"x\",\"message\":7}",
                "{\"update_id\":2,\"a_kind_of_the_future\":{\"text\":\"hello\"}}",
                "{\"update_id\":3,\"message\":{\"message_id\":1,\"chat\":{\"id\":\"no number\"},\"text\":\"x\"}}",
                "{\"update_id\":4,\"callback_query\":{\"id\":\"5\",\"from\":{\"id\":7},\"data\":\"" + "x".repeat(100)
                        + "\"}}",
                "{\"update_id\":5,\"message\":{\"message_id\":1,\"date\":1,\"from\":{\"id\":9,\"first_name\":\"A\"},"
                        + "\"chat\":{\"id\":9,\"type\":\"private\"},\"text\":\"hi\",\"entities\":[{\"type\":\"bold\","
                        + "\"offset\":-5,\"length\":99999}]}}",
                "\u0000\u0001\uFFFF")) {
            HttpResponse<String> answer = post(port, "/telegram", SECRET, body);
            assertThat(answer.statusCode()).as(body).isEqualTo(200);
            answers.add(answer);
        }
        assertThat(post(port, "/telegram", SECRET, " ".repeat((1 << 20) - 2) + "{}")
                        .statusCode())
                .isEqualTo(200);
        // Rejected by its head: sending more could cut the connection before the answer is read, so it sends no more.
        try (Socket tooLarge = delivery(port, SECRET, (1 << 20) + 1, "")) {
            assertThat(start(tooLarge)).isEqualTo("HTTP/1.1 413");
            tooLarge.shutdownOutput();
            String rest = new String(tooLarge.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(rest).doesNotContain(INSIDE);
        }
        return answers;
    }

    private List<HttpResponse<String>> strangersAndOtherPathsAreTurnedAway(int port) throws Exception {
        HttpResponse<String> wrongSecret = post(port, "/telegram", "another", "{}");
        assertThat(wrongSecret.statusCode()).isEqualTo(401);
        HttpResponse<String> noSecret = send(request(port, "/telegram").POST(BodyPublishers.ofString("{}")));
        assertThat(noSecret.statusCode()).isEqualTo(401);
        HttpResponse<String> get = send(request(port, "/telegram").GET());
        assertThat(get.statusCode()).isEqualTo(405);
        HttpResponse<String> elsewhere = post(port, "/elsewhere", SECRET, "{}");
        assertThat(elsewhere.statusCode()).isEqualTo(404);
        HttpResponse<String> root = send(request(port, "/").GET());
        assertThat(root.statusCode()).isEqualTo(404);
        HttpResponse<String> health = send(request(port, "/health").GET());
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).isEqualTo("{\"status\":\"up\"}\n");
        return List.of(wrongSecret, noSecret, get, elsewhere, root, health);
    }

    /** More connections than there are threads, each with a body that is announced but never comes. */
    private void bodiesThatNeverEndKeepNobodyWaiting(int port) throws Exception {
        List<Socket> open = new ArrayList<>();
        try {
            for (int i = 0; i < 200; i++) {
                open.add(halfADelivery(port, i % 2 == 0 ? SECRET : "another"));
            }
            assertThat(post(port, "/telegram", SECRET, "{}").statusCode()).isEqualTo(200);
            try (Socket stranger = halfADelivery(port, "another")) {
                assertThat(start(stranger)).isEqualTo("HTTP/1.1 401");
            }
        } finally {
            for (Socket each : open) {
                each.close();
            }
        }
    }

    private static Socket halfADelivery(int port, String secret) throws IOException {
        return delivery(port, secret, 1000, "{\"update_id\":");
    }

    /** A delivery that stops after its first part. */
    private static Socket delivery(int port, String secret, int length, String beginning) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        OutputStream out = socket.getOutputStream();
        out.write(("POST /telegram HTTP/1.1\r\nHost: 127.0.0.1\r\n" + HEADER + ": " + secret + "\r\nContent-Length: "
                        + length + "\r\n\r\n" + beginning)
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return socket;
    }

    private static String start(Socket socket) throws IOException {
        byte[] start = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
        return new String(start, StandardCharsets.US_ASCII);
    }

    private HttpResponse<String> post(int port, String path, String secret, String body) throws Exception {
        return send(request(port, path).header(HEADER, secret).POST(BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Scene.PATIENCE);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
