package org.campaignbot.testkit.slack;

import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.java_websocket.WebSocket;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/** The server side of Socket Mode. */
final class SocketServer extends WebSocketServer {

    private static final Pattern TICKET = Pattern.compile("[?&]ticket=([^&]+)");
    private static final int LONGEST_START_SECONDS = 20;
    private static final int LONGEST_END_MILLIS = 1000;

    private final SocketMode mode;
    private final CountDownLatch started = new CountDownLatch(1);

    SocketServer(SocketMode mode, InetSocketAddress address) {
        super(address, 1);
        this.mode = mode;
        setDaemon(true);
        setReuseAddr(true);
        // Pings are sent only when a test asks for them.
        setConnectionLostTimeout(0);
    }

    /** Starts listening; returns once it does. */
    void begin() {
        start();
        try {
            if (!started.await(LONGEST_START_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the socket does not listen");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    void end() {
        try {
            stop(LONGEST_END_MILLIS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void onStart() {
        started.countDown();
    }

    @Override
    public void onOpen(WebSocket socket, ClientHandshake handshake) {
        Matcher ticket = TICKET.matcher(handshake.getResourceDescriptor());
        mode.opened(socket, ticket.find() ? ticket.group(1) : "");
    }

    @Override
    public void onClose(WebSocket socket, int code, String reason, boolean remote) {
        mode.closed(socket);
    }

    @Override
    public void onMessage(WebSocket socket, String message) {
        mode.said(message);
    }

    @Override
    public void onError(WebSocket socket, Exception failed) {
        // What a failed connection held is retried if it isn't acknowledged.
    }

    @Override
    public void onWebsocketPong(WebSocket socket, Framedata frame) {
        mode.ponged();
    }
}
