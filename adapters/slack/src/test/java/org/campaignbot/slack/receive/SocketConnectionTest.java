package org.campaignbot.slack.receive;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.Slack;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.junit.jupiter.api.RepeatedTest;

class SocketConnectionTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @RepeatedTest(20)
    void closedWhileItOpensItDoesNotStayOpen() throws Exception {
        Greeter server = new Greeter();
        server.begin();
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        Slack slack = Slack.getInstance();
        try {
            SocketConnection connection =
                    new SocketConnection(slack, "xapp-1-test", server.url(), (from, message) -> {});
            List<Thread> opening = startedSince(before);
            assertThat(opening).isNotEmpty();
            connection.close();
            for (Thread thread : opening) {
                thread.join(SOON.toMillis());
            }
            assertThat(opening).filteredOn(Thread::isAlive).isEmpty();
        } finally {
            slack.close();
            server.stop((int) SOON.toMillis());
        }
    }

    private static List<Thread> startedSince(Set<Thread> before) {
        Set<Thread> started = new HashSet<>(Thread.getAllStackTraces().keySet());
        started.removeAll(before);
        return started.stream()
                .filter(thread -> thread.getName().startsWith("WebSocketConnect"))
                .toList();
    }

    /** Greets each connection, as Slack does, and never closes one. */
    private static final class Greeter extends WebSocketServer {

        private final CountDownLatch listening = new CountDownLatch(1);

        Greeter() {
            super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
            setDaemon(true);
            setConnectionLostTimeout(0);
        }

        void begin() throws InterruptedException {
            start();
            assertThat(listening.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }

        String url() {
            return "ws://127.0.0.1:" + getPort() + "/";
        }

        @Override
        public void onStart() {
            listening.countDown();
        }

        @Override
        public void onOpen(WebSocket socket, ClientHandshake handshake) {
            socket.send("{\"type\": \"hello\"}");
        }

        @Override
        public void onClose(WebSocket socket, int code, String reason, boolean remote) {
            // Nothing is kept of it.
        }

        @Override
        public void onMessage(WebSocket socket, String message) {
            // The connection under test says nothing.
        }

        @Override
        public void onError(WebSocket socket, Exception failed) {
            // The test sees that the connection ends.
        }
    }
}
