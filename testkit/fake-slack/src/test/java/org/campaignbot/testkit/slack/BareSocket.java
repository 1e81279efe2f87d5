package org.campaignbot.testkit.slack;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.campaignbot.testkit.fake.Json;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ServerHandshake;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The app's end of a socket, without any library for Slack. Not the JDK's client: one time in a hundred, that never tells that a
 * connection was cut right after its first message.
 */
final class BareSocket implements AutoCloseable {

    private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final Client client;

    BareSocket(String url) throws InterruptedException {
        client = new Client(URI.create(url));
        // Not what connectBlocking answers: a socket that the server closed at once is no longer open by then.
        boolean unused = client.connectBlocking();
        if (!client.hasOpened) {
            throw new AssertionError("the socket does not open");
        }
    }

    /** The next message; fails where none comes in time. */
    JsonNode next(Duration deadline) throws InterruptedException {
        JsonNode next = messages.poll(deadline.toMillis(), TimeUnit.MILLISECONDS);
        if (next == null) {
            throw new AssertionError("nothing came over the socket");
        }
        return next;
    }

    boolean isQuiet() {
        return messages.isEmpty();
    }

    void acks(JsonNode envelope) {
        acks(envelope, Json.missing());
    }

    void acks(JsonNode envelope, JsonNode payload) {
        ObjectNode ack = Json.object();
        ack.put("envelope_id", envelope.path("envelope_id").asString(""));
        if (!payload.isMissingNode()) {
            ack.set("payload", payload);
        }
        says(ack.toString());
    }

    void says(String text) {
        client.send(text);
    }

    /** With which code the other end closed it. */
    int awaitClosed(Duration deadline) throws Exception {
        return closed.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        client.closeConnection(CloseFrame.ABNORMAL_CLOSE, "done");
    }

    private final class Client extends WebSocketClient {

        private volatile boolean hasOpened;

        Client(URI url) {
            super(url);
            setDaemon(true);
            setConnectionLostTimeout(0);
        }

        @Override
        public void onOpen(ServerHandshake handshake) {
            hasOpened = true;
        }

        @Override
        public void onMessage(String message) {
            messages.add(Json.read(message));
        }

        @Override
        public void onClose(int code, String reason, boolean remote) {
            closed.complete(code);
        }

        @Override
        public void onError(Exception failed) {
            // Its close follows.
        }
    }
}
