package org.campaignbot.testkit.slack;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.campaignbot.testkit.fake.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The app's end of a socket, without any library for Slack. */
final class BareSocket implements WebSocket.Listener, AutoCloseable {

    private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();
    /** Held for as long as the socket: a client that nothing refers to any more may be collected, and its connections are left alone. */
    private final HttpClient client = HttpClient.newHttpClient();

    private final WebSocket socket;

    BareSocket(String url) {
        socket = client.newWebSocketBuilder().buildAsync(URI.create(url), this).join();
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
        WebSocket unused = socket.sendText(text, true).join();
    }

    /** With which code the other end closed it. */
    int awaitClosed(Duration deadline) throws Exception {
        return closed.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            messages.add(Json.read(part.toString()));
            part.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failed) {
        closed.complete(1006);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
