package campaignbot.slack;

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
 * One connection of Socket Mode, over the library's client, from its opening to its end.
 *
 * <p>Of the client only the connection is used. Its own workers look for messages a hundred times a second each, and its own
 * reconnecting ends for good at the first refusal of Slack's; so it is given a queue that hands on at once, and no workers.
 */
final class SocketConnection implements AutoCloseable {

    private final SocketModeClientJavaWSImpl client;

    /** When it shall be renewed for what it carried; null while that is nothing. */
    private final AtomicReference<@Nullable Instant> due = new AtomicReference<>();

    /**
     * A connection that begins to open.
     *
     * @param url where Slack wants it, which holds a ticket and is of use once
     * @param receiver takes each message in the thread of the connection, and must not keep it
     */
    SocketConnection(Slack slack, String appToken, String url, BiConsumer<SocketConnection, String> receiver)
            throws URISyntaxException {
        SocketModeMessageQueue handOver = new SocketModeMessageQueue() {
            @Override
            public void add(String message) {
                receiver.accept(SocketConnection.this, message);
            }

            @Override
            public @Nullable String poll() {
                return null;
            }
        };
        client = new SocketModeClientJavaWSImpl(slack, appToken, url, 0, handOver, false, false, 0);
        client.connect();
    }

    /** Whether Slack answers on it, which is waited for a few seconds at most. */
    boolean isAlive() {
        return client.verifyConnection();
    }

    /** Tells that it carries what people said, and until when it may keep that; what it carried first counts. */
    void carries(Instant until) {
        boolean unused = due.compareAndSet(null, until);
    }

    /** Whether it has kept what people said for long enough; where it has, that is told again at another instant. */
    boolean isDue(Instant now, Instant again) {
        Instant until = due.get();
        return until != null && !now.isBefore(until) && due.compareAndSet(until, again);
    }

    /** Acknowledges an envelope; one that came on another connection, or is not acknowledged, comes again. */
    void acknowledge(String envelope, SlackReply reply) {
        JsonObject answer = new JsonObject();
        answer.addProperty("envelope_id", envelope);
        if (reply.body() != null) {
            answer.add("payload", JsonParser.parseString(reply.body()));
        }
        client.sendWebSocketMessage(answer.toString());
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException closing) {
            // It is gone, which is what was wanted.
        }
    }
}
