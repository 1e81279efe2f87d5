package org.campaignbot.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.campaignbot.storage.failure.StorageFailure;
import org.campaignbot.storage.sql.DatabaseLocation;
import org.campaignbot.testkit.Fixtures;
import org.campaignbot.testkit.FreePort;
import org.campaignbot.update.ConversationStore.Verdict;
import org.junit.jupiter.api.Test;

/** An unreachable PostgreSQL doesn't block anyone for long. */
class OutageTest {

    /** Half of what a call once took, and more than twice what it may take. */
    private static final Duration LONG = Duration.ofSeconds(5);

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Test
    void callersFailSoonAndThenAtOnceUntilItIsBack() throws Exception {
        TestDatabase.onServer("create schema if not exists outage");
        String behind = TestDatabase.serverLocation("postgres").jdbcUrl();
        URI address = URI.create(behind.substring("jdbc:".length()));
        try (Gate gate = new Gate(address.getPort());
                Database database = Database.open(through(gate, address), TestDatabase.KEY, TestDatabase.CLOCK)) {
            assertThat(database.conversations()
                            .commit(List.of(Fixtures.firstTurn(Fixtures.conversationOf("ana"), "outage-1"))))
                    .hasSize(1);
            assertThat(database.trouble()).isEmpty();
            gate.shut();
            long began = System.nanoTime();
            fails(database);
            assertThat(since(began)).isLessThan(LONG);
            assertThat(database.trouble()).contains(StorageFailure.Kind.AWAY);
            began = System.nanoTime();
            for (int i = 0; i < 20; i++) {
                fails(database);
            }
            assertThat(since(began)).isLessThan(LONG);
            gate.open();
            awaitNoTrouble(database);
            assertThat(database.conversations()
                            .commit(List.of(Fixtures.firstTurn(Fixtures.conversationOf("ben"), "outage-2"))))
                    .containsExactly(Verdict.COMMITTED);
        } finally {
            TestDatabase.onServer("drop schema outage cascade");
        }
    }

    private static void fails(Database database) {
        assertThatThrownBy(() -> database.conversations().load(List.of(Fixtures.conversationOf("ana"))))
                .isInstanceOfSatisfying(
                        StorageFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(StorageFailure.Kind.AWAY));
    }

    private static void awaitNoTrouble(Database database) {
        long began = System.nanoTime();
        Optional<StorageFailure.Kind> trouble = database.trouble();
        while (trouble.isPresent()) {
            assertThat(since(began)).isLessThan(PATIENCE);
            trouble = database.trouble();
        }
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    private static DatabaseLocation.Server through(Gate gate, URI address) {
        String url = "jdbc:postgresql://127.0.0.1:" + gate.port + address.getPath() + "?"
                + (address.getQuery() == null ? "" : address.getQuery() + "&") + "currentSchema=outage";
        return new DatabaseLocation.Server(url, null, null);
    }

    /** A closable gate in front of a port on this machine. */
    private static final class Gate implements AutoCloseable {
        private final ExecutorService threads = Executors.newCachedThreadPool();
        private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
        private final int behind;
        private final int port;
        private ServerSocket server;

        Gate(int behind) throws IOException {
            this.behind = behind;
            this.server = new ServerSocket(FreePort.find(), 50, InetAddress.getLoopbackAddress());
            this.port = server.getLocalPort();
            accept(server);
        }

        private void accept(ServerSocket at) {
            threads.execute(() -> {
                try {
                    while (true) {
                        Socket in = at.accept();
                        Socket out = new Socket(InetAddress.getLoopbackAddress(), behind);
                        if (!keep(at, in, out)) {
                            return;
                        }
                        threads.execute(() -> pump(in, out));
                        threads.execute(() -> pump(out, in));
                    }
                } catch (IOException shut) {
                    // The gate is closed.
                }
            });
        }

        /** A connection accepted while the gate was closing must not stay open. */
        private boolean keep(ServerSocket at, Socket in, Socket out) throws IOException {
            synchronized (sockets) {
                if (at.isClosed()) {
                    in.close();
                    out.close();
                    return false;
                }
                sockets.add(in);
                sockets.add(out);
                return true;
            }
        }

        private void pump(Socket from, Socket to) {
            try (from;
                    to) {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                in.transferTo(out);
            } catch (IOException shut) {
                // The other end learns of it in the same way.
            }
        }

        void shut() throws IOException {
            synchronized (sockets) {
                server.close();
                for (Socket each : sockets) {
                    each.close();
                }
            }
        }

        void open() throws IOException {
            server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            accept(server);
        }

        @Override
        public void close() throws IOException {
            shut();
            threads.shutdownNow();
        }
    }
}
