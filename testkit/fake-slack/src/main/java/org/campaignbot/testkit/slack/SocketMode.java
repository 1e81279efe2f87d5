package org.campaignbot.testkit.slack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.campaignbot.testkit.fake.Daemons;
import org.campaignbot.testkit.fake.Json;
import org.java_websocket.WebSocket;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Socket Mode: up to ten connections of the app; each delivery goes to one of them and is acknowledged by its envelope
 * (docs.slack.dev, "Using Socket Mode"). Thread-safe.
 */
public final class SocketMode implements Carrier, AutoCloseable {

    private static final int MOST_CONNECTIONS = 10;

    private final World world;
    private final ScheduledExecutorService waits =
            Executors.newSingleThreadScheduledExecutor(Daemons.named("fake-slack-socket"));
    private final Set<String> tickets = new HashSet<>();
    private final List<WebSocket> connections = new ArrayList<>();
    private final Map<String, Pending> pending = new HashMap<>();

    /** Envelopes that nobody waits for any more. */
    private final Set<String> givenUp = new HashSet<>();

    private @Nullable SocketServer server;
    private int next;
    private int pongs;

    /** A delivery that waits for its acknowledgement, or for a connection. */
    private record Pending(Parcel parcel, int attempt, String reason, Consumer<Ack> done, boolean sent) {}

    SocketMode(World world) {
        this.world = world;
    }

    /** apps.connections.open; the first call starts listening. */
    synchronized Answer open() {
        SocketServer listening = server;
        if (listening == null) {
            listening = listen();
            server = listening;
        }
        String ticket = UUID.randomUUID().toString();
        tickets.add(ticket);
        String url =
                "ws://127.0.0.1:" + listening.getPort() + "/link/?ticket=" + ticket + "&app_id=" + SlackSettings.APP_ID;
        return Answer.ok(Json.object().put("url", url));
    }

    private SocketServer listen() {
        try {
            SocketServer started = new SocketServer(this, new InetSocketAddress(SlackServer.loopback(), 0));
            started.begin();
            return started;
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    /** How many connections the app has. */
    public synchronized int connections() {
        return connections.size();
    }

    /** How many pings the app has answered. */
    public synchronized int pongs() {
        return pongs;
    }

    /** Warns the app, about ten seconds before Slack ends a connection. */
    public void warns() {
        disconnect("warning", false);
    }

    /** Tells the app to open another connection, then ends the oldest. */
    public void refreshes() {
        disconnect("refresh_requested", true);
    }

    /** Ends a connection as Slack does when Socket Mode is turned off in the app's settings. */
    public void disables() {
        disconnect("link_disabled", true);
    }

    /** Cuts the oldest connection without notice. */
    public void cuts() {
        oldest().closeConnection(1006, "cut");
    }

    /** Sends a ping over each connection. */
    public void pings() {
        snapshot().forEach(WebSocket::sendPing);
    }

    private void disconnect(String reason, boolean ends) {
        WebSocket oldest = oldest();
        ObjectNode message = Json.object().put("type", "disconnect").put("reason", reason);
        message.putObject("debug_info").put("host", "fake-slack");
        oldest.send(message.toString());
        if (ends) {
            oldest.close(1000, reason);
        }
    }

    private synchronized List<WebSocket> snapshot() {
        return List.copyOf(connections);
    }

    private synchronized WebSocket oldest() {
        return connections.stream()
                .filter(WebSocket::isOpen)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the app has no connection"));
    }

    /** Greets a connection that came with a ticket, and sends what was waiting for one. */
    void opened(WebSocket socket, String ticket) {
        List<String> waiting = new ArrayList<>();
        int count;
        synchronized (this) {
            if (!tickets.remove(ticket) || connections.size() >= MOST_CONNECTIONS) {
                socket.close(1008, "no such ticket, or too many connections");
                return;
            }
            count = connections.size() + 1;
        }
        ObjectNode hello = Json.object().put("type", "hello").put("num_connections", count);
        hello.putObject("connection_info").put("app_id", SlackSettings.APP_ID);
        hello.putObject("debug_info").put("host", "fake-slack").put("approximate_connection_time", 18_060);
        socket.send(hello.toString());
        synchronized (this) {
            connections.add(socket);
            pending.forEach((id, each) -> {
                if (!each.sent) {
                    waiting.add(id);
                }
            });
            waiting.forEach(this::sendNow);
        }
        signal();
    }

    void closed(WebSocket socket) {
        synchronized (this) {
            connections.remove(socket);
        }
        signal();
    }

    void ponged() {
        synchronized (this) {
            pongs++;
        }
        signal();
    }

    private void signal() {
        boolean unused = world.locked(() -> {
            world.log.signal();
            return true;
        });
    }

    /** Handles the app's messages: only acknowledgements. */
    void said(String text) {
        JsonNode message = Json.read(text);
        String id = message.path("envelope_id").asString("");
        Pending acked = end(id);
        if (acked == null && wasGivenUp(id)) {
            note("socket: an acknowledgement that comes later than Slack waits for it");
            return;
        } else if (acked == null) {
            note("socket: a message that acknowledges no envelope under way: " + text);
            return;
        }
        JsonNode payload = message.path("payload");
        boolean says = !payload.isMissingNode() && !payload.isNull();
        if (says && !acked.parcel.acceptsPayload() && !payload.isEmpty()) {
            note("socket: a payload for an envelope that accepts none");
        }
        acked.done.accept(new Ack("", 200, "application/json", says ? payload.toString() : "", false));
    }

    private void note(String violation) {
        boolean unused = world.locked(() -> {
            world.violation(violation);
            return true;
        });
    }

    private synchronized @Nullable Pending end(String id) {
        return pending.remove(id);
    }

    private synchronized boolean wasGivenUp(String id) {
        return givenUp.remove(id);
    }

    private synchronized @Nullable Pending giveUp(String id) {
        Pending late = pending.remove(id);
        if (late != null) {
            givenUp.add(id);
        }
        return late;
    }

    @Override
    public void carry(Parcel parcel, int attempt, String reason, Consumer<Ack> done) {
        String id = UUID.randomUUID().toString();
        synchronized (this) {
            pending.put(id, new Pending(parcel, attempt, reason, done, false));
            sendNow(id);
        }
        try {
            long millis = world.settings.retries().ackWithin().toMillis();
            var unused = waits.schedule(() -> late(id), millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            // The fake is closing: nobody waits for this delivery any more.
        }
    }

    private void late(String id) {
        Pending late = giveUp(id);
        if (late != null) {
            late.done.accept(Ack.failed(late.sent ? "http_timeout" : "connection_failed"));
        }
    }

    /** Sends an envelope over the next connection in turn, if there is one; this object's lock is held. */
    private void sendNow(String id) {
        Pending waiting = pending.get(id);
        if (waiting == null) {
            return;
        }
        ObjectNode envelope = Json.object().put("envelope_id", id).put("type", waiting.parcel.kind().wire);
        envelope.put("accepts_response_payload", waiting.parcel.acceptsPayload());
        envelope.set("payload", waiting.parcel.payload());
        if (waiting.parcel.kind() == Parcel.Kind.EVENTS_API) {
            envelope.put("retry_attempt", waiting.attempt).put("retry_reason", waiting.reason);
        }
        if (isSent(envelope.toString())) {
            pending.put(id, new Pending(waiting.parcel, waiting.attempt, waiting.reason, waiting.done, true));
        }
    }

    /**
     * Sends over an open connection; a connection that Slack has begun to end gets nothing more, even if the app hasn't left it
     * yet.
     */
    private boolean isSent(String envelope) {
        for (WebSocket turn = turn(); turn != null; turn = turn()) {
            try {
                turn.send(envelope);
                return true;
            } catch (WebsocketNotConnectedException endedMeanwhile) {
                // The next connection takes it.
            }
        }
        return false;
    }

    private @Nullable WebSocket turn() {
        List<WebSocket> open = connections.stream().filter(WebSocket::isOpen).toList();
        return open.isEmpty() ? null : open.get(Math.floorMod(next++, open.size()));
    }

    @Override
    public void close() {
        waits.shutdownNow();
        SocketServer listening;
        synchronized (this) {
            listening = server;
        }
        if (listening != null) {
            listening.end();
        }
    }
}
