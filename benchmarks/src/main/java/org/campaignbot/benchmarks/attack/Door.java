package org.campaignbot.benchmarks.attack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.campaignbot.benchmarks.acknowledgement.RequestSignature;
import org.campaignbot.testkit.slack.SlackSettings;

/** A bot's port as clients see it, byte by byte; each client can have its own address in 127.0.0.0/8. */
final class Door {

    static final String SECRET = "a-secret-of-the-attack";
    static final String TELEGRAM = "/telegram";
    static final String EVENTS = "/slack/events";

    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final int MILLIS = 10_000;
    private static final int FIRST_OWN_UPDATE = 900_000_000;

    private final int port;
    private final RequestSignature signature = new RequestSignature(SlackSettings.SIGNING_SECRET);
    private final AtomicLong updates = new AtomicLong(FIRST_OWN_UPDATE);

    Door(int port) {
        this.port = port;
    }

    /**
     * A response.
     *
     * @param status the status; 0 if no answer came, 9 for an answer without a status
     * @param text the whole answer, from its first byte
     * @param millis until its end
     */
    record Answer(int status, String text, long millis) {

        boolean within(long limit) {
            return status != 0 && millis <= limit;
        }
    }

    InetSocketAddress address() {
        return new InetSocketAddress(HERE, port);
    }

    /** An address used by no more than ten clients. */
    static InetSocketAddress client(int number) {
        return new InetSocketAddress("127.1." + number / 2_000 + "." + (1 + number / 10 % 200), 0);
    }

    Socket open(int client) throws IOException {
        Socket socket = new Socket();
        socket.setReuseAddress(true);
        socket.bind(client(client));
        socket.connect(address(), MILLIS);
        socket.setSoTimeout(MILLIS);
        return socket;
    }

    /**
     * Sends bytes as is and reads until the bot closes, or sends nothing for ten seconds; a request asks the bot to close with
     * {@code Connection: close}.
     */
    Answer sends(String bytes) {
        return sends(bytes, MILLIS);
    }

    Answer sends(String bytes, int patience) {
        long begin = System.nanoTime();
        StringBuilder text = new StringBuilder();
        try (Socket socket = new Socket()) {
            socket.connect(address(), patience);
            socket.setSoTimeout(patience);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            byte[] buffer = new byte[8_192];
            for (int read = socket.getInputStream().read(buffer);
                    read > 0 && text.length() < 100_000;
                    read = socket.getInputStream().read(buffer)) {
                text.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException ended) {
            // What arrived until then is the answer.
        }
        return new Answer(status(text.toString()), text.toString(), (System.nanoTime() - begin) / 1_000_000);
    }

    private static int status(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        return text.matches("(?s)HTTP/1\\.1 \\d{3}.*") ? Integer.parseInt(text.substring(9, 12)) : 9;
    }

    Answer get(String path, Map<String, String> headers) {
        StringBuilder head = new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return sends(head + "\r\n");
    }

    Answer health() {
        return get("/health", Map.of());
    }

    /** An update as Telegram might deliver it, with nothing that the bot must store. */
    Answer telegram() {
        return telegram("{\"update_id\":" + updates.incrementAndGet() + "}");
    }

    /** A message that a person types in their private chat. */
    Answer typed(long person, String text) {
        return telegram(update(person, text));
    }

    String update(long person, String text) {
        long update = updates.incrementAndGet();
        String who = "\"id\":" + person + ",\"first_name\":\"Person\"";
        return "{\"update_id\":" + update + ",\"message\":{\"message_id\":" + update + ",\"date\":"
                + Instant.now().getEpochSecond() + ",\"from\":{" + who + ",\"is_bot\":false,\"language_code\":\"en\"},"
                + "\"chat\":{" + who + ",\"type\":\"private\"},\"text\":\"" + text + "\"}}";
    }

    Answer telegram(String body) {
        return sends(post(TELEGRAM, secret(SECRET), body));
    }

    /** A Slack request with the right signature. */
    Answer slack() {
        String body = "{\"type\":\"url_verification\",\"token\":\"t\",\"challenge\":\"c\"}";
        return sends(post(EVENTS, signature.headers(body.getBytes(StandardCharsets.UTF_8), Instant.now()), body));
    }

    static String secret(String secret) {
        return "X-Telegram-Bot-Api-Secret-Token: " + secret + "\r\n";
    }

    /** A signature of the right form and time that no secret produced. */
    static String wrongSignature() {
        return "X-Slack-Request-Timestamp: " + Instant.now().getEpochSecond() + "\r\nX-Slack-Signature: v0="
                + "0123456789abcdef".repeat(4) + "\r\n";
    }

    static String post(String path, String headers, String body) {
        return head(path, headers, body.length()) + body;
    }

    static String head(String path, String headers, int length) {
        return "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\n" + headers + "Content-Length: " + length + "\r\n\r\n";
    }
}
