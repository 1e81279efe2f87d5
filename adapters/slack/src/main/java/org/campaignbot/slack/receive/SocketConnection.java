package org.campaignbot.slack.receive;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.Slack;
import com.slack.api.socket_mode.impl.SocketModeClientJavaWSImpl;
import com.slack.api.socket_mode.queue.SocketModeMessageQueue;
import java.io.IOException;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One Socket Mode connection through the library's client, from opening to closing.
 *
 * <p>We only use the client's connection. Each of its workers polls for messages a hundred times a second, and its reconnecting
 * stops for good the first time Slack refuses; so we give it a queue that passes messages on at once, and no workers.
 */
final class SocketConnection implements AutoCloseable {

    private final SocketModeClientJavaWSImpl client;

    private volatile boolean closed;

    /** When to renew it because of what it carried; null as long as that's nothing. */
    private final AtomicReference<@Nullable Instant> due = new AtomicReference<>();

    /**
     * Starts opening a connection.
     *
     * @param url the URL from Slack, with a ticket that works once
     * @param receiver takes each message in the connection's thread and must not keep it
     */
    SocketConnection(Slack slack, String appToken, String url, BiConsumer<SocketConnection, String> receiver)
            throws URISyntaxException {
        SocketModeMessageQueue handOver = new SocketModeMessageQueue() {
            @Override
            public void add(String message) {
                if (closed) {
                    // Java-WebSocket 1.6.0 ignores a close while it connects, so it's closed at Slack's greeting.
                    end();
                } else {
                    receiver.accept(SocketConnection.this, message);
                }
            }

            @Override
            public @Nullable String poll() {
                return null;
            }
        };
        client = new SocketModeClientJavaWSImpl(slack, appToken, url, 0, handOver, false, false, 0);
        client.connect();
    }

    /** Whether Slack answers on it; waits a few seconds at most. */
    boolean isAlive() {
        return client.verifyConnection();
    }

    /** Records that it carries what people said, and until when it may keep that; the first time counts. */
    void carries(Instant until) {
        boolean unused = due.compareAndSet(null, until);
    }

    /** Whether it has kept what people said for long enough; if so, it's due again at {@code again}. */
    boolean isDue(Instant now, Instant again) {
        Instant until = due.get();
        return until != null && !now.isBefore(until) && due.compareAndSet(until, again);
    }

    /** Acknowledges an envelope; one that came on another connection, or isn't acknowledged, is delivered again. */
    void acknowledge(String envelope, SlackReply reply) {
        JsonObject answer = new JsonObject();
        answer.addProperty("envelope_id", envelope);
        if (reply.body() != null) {
            answer.add("payload", JsonParser.parseString(reply.body()));
        }
        client.sendWebSocketMessage(answer.toString());
    }

    /** Closes it, also while it's still opening: then it ends as soon as it's open. What comes after isn't handed on. */
    @Override
    public void close() {
        closed = true;
        end();
    }

    private void end() {
        try {
            client.close();
        } catch (IOException closing) {
            // It's closed, as intended.
        }
    }
}
