package org.campaignbot.app.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long, how often and from whom the port accepts requests, and what it accepts as one. */
class HttpLimitsTest {

    private static final String SLOW = "GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ";

    /** An address that no machine here has. */
    private static final String NOBODY = "192.0.2.1";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void aThousandSlowHeadsFromManyAddressesKeepNobodyFromBeingAnswered() throws Exception {
        try (Door door = new Door(folder)) {
            door.scene().set("TRUSTED_PROXIES", NOBODY);
            List<Socket> slow = new ArrayList<>();
            try (ServerProcess server = door.server()) {
                long begin = System.nanoTime();
                for (int i = 0; i < 1_000; i++) {
                    Socket one = door.from("127.0.1." + (1 + i / 50));
                    slow.add(one);
                    Door.write(one, SLOW);
                }
                // Each sends one byte per round, so that none pauses for long.
                int left = slow.size();
                while (left > 0
                        && System.nanoTime() - begin < Duration.ofSeconds(60).toNanos()) {
                    assertThat(door.health(door.port()).statusCode()).isEqualTo(200);
                    left = trickle(slow);
                }
                assertThat(left).as("heads that are still waited for").isZero();
                assertThat(server.isAlive()).isTrue();
            } finally {
                for (Socket each : slow) {
                    each.close();
                }
            }
        }
    }

    /** Writes a byte to each open connection, and returns how many there are. */
    private static int trickle(List<Socket> slow) throws IOException {
        int open = 0;
        for (Socket each : slow) {
            if (!each.isClosed() && isOpen(each, 1)) {
                Door.write(each, "x");
                open++;
            } else {
                each.close();
            }
        }
        return open;
    }

    private static boolean isOpen(Socket socket, int millis) {
        try {
            socket.setSoTimeout(millis);
            return socket.getInputStream().read() >= 0;
        } catch (SocketTimeoutException nothingYet) {
            return true;
        } catch (IOException ended) {
            return false;
        }
    }

    @Test
    void anAddressHoldsAHundredConnectionsAndATrustedProxyAHundredRequestsOfEachClient() throws Exception {
        try (Door door = new Door(folder)) {
            door.scene().set("TRUSTED_PROXIES", NOBODY + ",127.0.2.0/24");
            List<Socket> all = new ArrayList<>();
            try (ServerProcess server = door.server()) {
                for (int i = 0; i < 130; i++) {
                    all.add(door.from("127.0.3.1"));
                }
                await(() -> all.stream().filter(each -> isOpen(each, 1)).count() == 100);
                all.forEach(HttpLimitsTest::close);
                all.clear();

                // Trusted proxies report the same client here; an untrusted peer (127.0.4.1) that claims it isn't
                // believed.
                String forwarded = "POST /telegram HTTP/1.1\r\nHost: a\r\nX-Telegram-Bot-Api-Secret-Token: "
                        + Door.TELEGRAM_SECRET
                        + "\r\nX-Forwarded-For: 198.51.100.7\r\nContent-Length: 2000\r\n\r\n";
                for (int i = 0; i < 130; i++) {
                    Socket one = door.from("127.0.2." + (1 + i));
                    all.add(one);
                    Door.write(one, forwarded + "half");
                }
                await(() -> answered(all).size() == 30);
                for (Socket each : answered(all).subList(0, 30)) {
                    assertThat(status(each)).isEqualTo("503");
                }
                String another = forwarded.replace("198.51.100.7", "198.51.100.7, 198.51.100.8, 127.0.2.9");
                assertThat(status(door, "127.0.2.1", another + "x".repeat(2_000)))
                        .isEqualTo("200");
                assertThat(status(door, "127.0.4.1", forwarded + "x".repeat(2_000)))
                        .isEqualTo("200");
                assertThat(server.isAlive()).isTrue();
            } finally {
                all.forEach(HttpLimitsTest::close);
            }
        }
    }

    private static String status(Door door, String from, String request) throws IOException {
        try (Socket socket = door.from(from)) {
            Door.write(socket, request);
            return status(socket);
        }
    }

    private static String status(Socket socket) throws IOException {
        String start = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
        return start.length() < 12 ? start : start.substring(9);
    }

    private static List<Socket> answered(List<Socket> all) throws IOException {
        List<Socket> answered = new ArrayList<>();
        for (Socket each : all) {
            if (each.getInputStream().available() > 0) {
                answered.add(each);
            }
        }
        return answered;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It is over either way.
        }
    }

    @Test
    void whatCouldBeReadInTwoWaysIsRefusedAndNoAnswerTellsWhoServes() throws Exception {
        try (Door door = new Door(folder);
                ServerProcess server = door.server()) {
            String health = "GET /health HTTP/1.1\r\nHost: a\r\n";
            assertThat(answer(door, health + "\r\n")).startsWith("HTTP/1.1 200").contains("nosniff", "\"up\"");
            for (String head : List.of(
                    "GET /health HTTP/1.1\nHost: a\r\n\r\n",
                    "GET /health HTTP/1.1\r\nHost: a\nX: b\r\n\r\n",
                    "GET /health HTTP/1.1\r\nHost: a\r\n\n",
                    health + "X: a\r\n b\r\n\r\n",
                    health + "X:a\n b\r\n\r\n",
                    health + "X: a\r\n\tb  \r\n\r\n",
                    health + "\r\n" + health + "\r\n",
                    "GET /health%zz HTTP/1.1\r\nHost: a\r\n\r\n",
                    "GET /<health HTTP/1.1\r\nHost: a\r\n\r\n",
                    "BAD\u0001 /health HTTP/1.1\r\nHost: a\r\n\r\n")) {
                String last = answers(door, head);
                assertThat(last).as(head).contains("HTTP/1.1 400", "nosniff").doesNotContain("<", "omcat");
            }
            assertThat(answers(door, "GET /health\r\n")).doesNotContain("up");
            for (String path :
                    List.of("//telegram", "/telegram;x=y", "/%74elegram", "/x/../telegram", "/nothing", "/")) {
                assertThat(answer(door, "POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n"))
                        .as(path)
                        .startsWith("HTTP/1.1 404")
                        .contains("nosniff")
                        .doesNotContain("<", "omcat");
            }
            // The server doesn't wait for the rest of a body that it doesn't read.
            assertThat(answers(door, "POST /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab"))
                    .contains("HTTP/1.1 404", "Connection: close");
            assertThat(server.isAlive()).isTrue();
        }
    }

    /** The first answer. */
    private static String answer(Door door, String request) throws IOException {
        try (Socket socket = door.from("127.0.0.1")) {
            Door.write(socket, request);
            byte[] some = new byte[4_096];
            int read = socket.getInputStream().read(some);
            return read < 0 ? "" : new String(some, 0, read, StandardCharsets.ISO_8859_1);
        }
    }

    /** All answers until the server closes the connection. */
    private static String answers(Door door, String request) throws IOException {
        try (Socket socket = door.from("127.0.0.1")) {
            Door.write(socket, request);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    /** Another loopback address stands for all other addresses of this machine. */
    @Test
    void onlyTheOneAddressIsBoundUnlessAnotherIsSet() throws Exception {
        try (Door door = new Door(folder);
                ServerProcess server = door.server()) {
            assertThat(door.health(door.port()).statusCode()).isEqualTo(200);
            assertThatThrownBy(() -> new Socket("127.0.0.2", door.port()).close())
                    .isInstanceOf(ConnectException.class);
            assertThat(server.isAlive()).isTrue();
        }
    }

    private interface Fact {
        boolean holds() throws IOException;
    }

    private static void await(Fact fact) throws IOException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        boolean holds = fact.holds();
        while (!holds && System.nanoTime() < end) {
            Thread.onSpinWait();
            holds = fact.holds();
        }
        assertThat(holds).isTrue();
    }
}
