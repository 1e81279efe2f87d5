package org.campaignbot.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A flood of requests from strangers can't use up the memory of a server with its shipped heap size.
 *
 * <p>All of them come from 127.0.0.1, which is a trusted proxy by default, so no per-address limit applies.
 */
class HttpFloodTest {

    private static final int STRANGERS = 900;

    /** The maximum size of a body that is read. */
    private static final int LARGE = 500 * 1024;

    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void bodiesThatAreAnnouncedAndDoNotComeTakeNoMemory() throws Exception {
        try (Door door = new Door(folder);
                ServerProcess server = door.server()) {
            for (String path : List.of("/slack/events", "/slack/nothing", "/telegram")) {
                flood(door, server, door.port(), door.head(path, LARGE) + "{\"a\":\"b");
            }
        }
    }

    @Test
    void bodiesThatComeUnderWrongSignaturesTakeNoMoreThanTheirShare() throws Exception {
        try (Door door = new Door(folder);
                ServerProcess server = door.server()) {
            flood(door, server, door.port(), door.head("/slack/events", LARGE) + "x".repeat(LARGE - 1));
        }
    }

    @Test
    void throughAProxyItIsTheSame() throws Exception {
        try (Door door = new Door(folder);
                ServerProcess server = door.server();
                LoopbackProxy proxy = new LoopbackProxy(door.port())) {
            flood(door, server, proxy.port(), door.head("/slack/events", LARGE) + "{\"a\":\"b");
            flood(door, server, proxy.port(), door.head("/slack/events", LARGE) + "x".repeat(LARGE - 1));
        }
    }

    /** Many clients send the same and keep the connection open; meanwhile both platforms get answers. */
    private static void flood(Door door, ServerProcess server, int port, String said) throws Exception {
        List<Socket> strangers = new ArrayList<>();
        ExecutorService writers = Executors.newFixedThreadPool(32);
        try {
            for (int i = 0; i < STRANGERS && server.isAlive(); i++) {
                Socket stranger = Door.from("127.0.0.1", port);
                strangers.add(stranger);
                writers.execute(() -> writeAsFarAsTaken(stranger, said));
            }
            writers.shutdown();
            assertThat(writers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
            assertThat(server.isAlive())
                    .as("the process lives: " + server.out())
                    .isTrue();
            assertThat(quickest(() -> door.telegramAnswers(port))).isLessThan(AT_ONCE);
            assertThat(quickest(() -> door.slackAnswers(port))).isLessThan(AT_ONCE);
            assertThat(server.isAlive())
                    .as("the process lives: " + server.out())
                    .isTrue();
        } finally {
            for (Socket each : strangers) {
                each.close();
            }
            writers.shutdownNow();
        }
    }

    private static void writeAsFarAsTaken(Socket stranger, String said) {
        try {
            Door.write(stranger, said);
        } catch (IOException refused) {
            // The server need not read a stranger's request to the end.
        }
    }

    /** The fastest of a few tries, each of which must be answered: other work on this machine may delay one. */
    private static Duration quickest(Callable<Duration> answered) throws Exception {
        Duration quickest = answered.call();
        for (int i = 0; i < 3 && quickest.compareTo(AT_ONCE) >= 0; i++) {
            Duration next = answered.call();
            quickest = next.compareTo(quickest) < 0 ? next : quickest;
        }
        return quickest;
    }
}
