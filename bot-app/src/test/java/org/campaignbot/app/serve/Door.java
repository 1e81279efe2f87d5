package org.campaignbot.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.campaignbot.testkit.slack.SlackSettings;

/** The port of a server with both platforms, as a stranger sees it: raw connections, and genuine requests. */
final class Door implements AutoCloseable {

    static final String TELEGRAM_SECRET = "the-secret-of-the-scene";

    private static final AtomicInteger NUMBERS = new AtomicInteger(1);

    private final Scene scene;
    private final SlackScene slack;
    private final int port;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build();

    Door(Path folder) throws IOException {
        scene = new Scene(folder);
        port = scene.byWebhook();
        slack = new SlackScene(folder.resolve("slack"), true);
        slack.variables().forEach((name, value) -> {
            if (name.startsWith("SLACK_")) {
                scene.set(name, value);
            }
        });
    }

    Scene scene() {
        return scene;
    }

    int port() {
        return port;
    }

    /** Starts the server with the heap size that it ships with. */
    ServerProcess server() throws IOException, InterruptedException {
        ServerProcess server = ServerProcess.readyAsShipped(scene.variables());
        scene.api().awaitListening(Scene.PATIENCE);
        return server;
    }

    /** A connection from one of this machine's own addresses. */
    Socket from(String address) throws IOException {
        return from(address, port);
    }

    static Socket from(String address, int port) throws IOException {
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress(InetAddress.getByName(address), 0));
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 20_000);
        socket.setSoTimeout(20_000);
        return socket;
    }

    static void write(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /** The head of a request with a body; its signature is well-formed and fresh, but wrong. */
    String head(String path, int length) {
        return "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slack-Signature: v0=" + "ab".repeat(32)
                + "\r\nX-Slack-Request-Timestamp: " + now() + "\r\nContent-Length: " + length + "\r\n\r\n";
    }

    String now() {
        return Long.toString(slack.clock().instant().getEpochSecond());
    }

    /** The response of {@code /health}. */
    HttpResponse<String> health(int atPort) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + atPort + "/health"))
                        .timeout(Duration.ofSeconds(20))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Delivers a Telegram update, and returns how long the answer took. */
    Duration telegramAnswers(int atPort) throws IOException, InterruptedException {
        int number = NUMBERS.incrementAndGet();
        String body =
                ("{\"update_id\":%d,\"message\":{\"message_id\":%d,\"date\":1,\"from\":{\"id\":70,\"is_bot\":false,"
                                + "\"first_name\":\"A\"},\"chat\":{\"id\":70,\"type\":\"private\"},\"text\":\"help\"}}")
                        .formatted(900_000 + number, number);
        return answers(request(atPort, "/telegram")
                .header("X-Telegram-Bot-Api-Secret-Token", TELEGRAM_SECRET)
                .POST(BodyPublishers.ofString(body)));
    }

    /** Delivers a signed Slack event, and returns how long the answer took. */
    Duration slackAnswers(int atPort) throws IOException, InterruptedException {
        String body = "{\"type\":\"event_callback\",\"team_id\":\"T0ACME\",\"event_id\":\"Ev0DOOR"
                + NUMBERS.incrementAndGet() + "\",\"event\":{\"type\":\"message\",\"channel_type\":\"im\","
                + "\"channel\":\"D0ANA\",\"user\":\"U0ANA\",\"text\":\"help\"}}";
        return answers(signed(atPort, body));
    }

    /** A request with a valid Slack signature. */
    HttpRequest.Builder signed(int atPort, String body) {
        String time = now();
        return request(atPort, "/slack/events")
                .header("X-Slack-Request-Timestamp", time)
                .header("X-Slack-Signature", signature(time, body))
                .POST(BodyPublishers.ofString(body));
    }

    private Duration answers(HttpRequest.Builder request) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        assertThat(response.statusCode()).isEqualTo(200);
        return took;
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    static HttpRequest.Builder request(int atPort, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + atPort + path))
                .timeout(Duration.ofSeconds(20));
    }

    private static String signature(String time, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(
                    SlackSettings.SIGNING_SECRET.getBytes(StandardCharsets.UTF_8), mac.getAlgorithm()));
            return "v0="
                    + HexFormat.of()
                            .formatHex(mac.doFinal(("v0:" + time + ":" + body).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new AssertionError(missing);
        }
    }

    @Override
    public void close() {
        slack.close();
        scene.close();
    }
}
