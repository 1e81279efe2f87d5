package org.campaignbot.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.modeler.Registry;
import org.campaignbot.app.config.TrustedProxies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bodies over real connections: however one ends, its budget is fully restored. */
class DeliveryTest {

    private static final int LARGEST = 512 * 1024;

    static {
        // Like the server. A registry that was started differently would break later servers in this process.
        Registry.disableRegistry();
    }

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    private final Clients clients = new Clients(TrustedProxies.THIS_MACHINE);
    private final ClientShares shares = new ClientShares();
    private final BodyBudget budget = new BodyBudget(4 << 20, shares);
    private final AtomicInteger taken = new AtomicInteger();

    private final Tomcat tomcat = new Tomcat();
    private final Connector connector = new Connector(GuardedProtocol.class.getName());

    @BeforeEach
    void begin() throws Exception {
        tomcat.setBaseDir(folder.toString());
        connector.setPort(0);
        tomcat.setConnector(connector);
        Context context = tomcat.addContext("", null);
        Wrapper taking = Tomcat.addServlet(context, "taking", new Taking());
        taking.setAsyncSupported(true);
        taking.addMapping("/");
        Wrapper dropping = Tomcat.addServlet(context, "dropping", new Dropping());
        dropping.setAsyncSupported(true);
        dropping.addMapping("/dropped");
        tomcat.start();
    }

    @AfterEach
    void end() throws Exception {
        tomcat.stop();
        tomcat.destroy();
    }

    private final class Taking extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Delivery.begin(
                    request,
                    new Delivery.Limits(LARGEST, Duration.ofSeconds(1)),
                    budget.begin(clients.of(request)),
                    (exchange, body) -> {
                        taken.incrementAndGet();
                        if (body.length == 13) {
                            throw new IllegalStateException("it failed");
                        }
                        ((HttpServletResponse) exchange.getResponse()).setStatus(200);
                    });
        }
    }

    private static final class Dropping extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Delivery.drop(request, new Delivery.Limits(LARGEST, Duration.ofSeconds(1)), (exchange, none) -> {
                HttpServletResponse refusal = (HttpServletResponse) exchange.getResponse();
                refusal.setStatus(413);
                refusal.setHeader("Connection", "close");
            });
        }
    }

    private Socket begun(int length, int sent) throws IOException {
        return begun("/", length, sent);
    }

    private Socket begun(String path, int length, int sent) throws IOException {
        Socket socket = Door.from("127.0.0.1", connector.getLocalPort());
        Door.write(
                socket,
                "POST " + path + " HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 198.51.100." + sent % 200
                        + "\r\nContent-Length: " + length + "\r\n\r\n" + "x".repeat(sent));
        return socket;
    }

    private static String status(Socket socket) throws IOException {
        String start = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
        return start.length() < 12 ? start : start.substring(9);
    }

    private void awaitNothingHeld() {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while ((budget.held() > 0 || shares.count() > 0) && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(budget.held()).isZero();
        assertThat(shares.count()).isZero();
    }

    @Test
    void whetherTakenFailedLateCutOffOrPutOffNothingStaysHeld() throws Exception {
        for (int round = 0; round < 20; round++) {
            try (Socket whole = begun(9_000 + round, 9_000 + round);
                    Socket failing = begun(13, 13);
                    Socket cut = begun(100_000, 50_000 + round)) {
                assertThat(status(whole)).isEqualTo("200");
                assertThat(status(failing)).isEqualTo("503");
                assertThat(cut.isConnected()).isTrue();
            }
        }
        try (Socket late = begun(1_000, 10)) {
            assertThat(status(late)).isEqualTo("408");
        }
        assertThat(taken).hasValue(40);
        awaitNothingHeld();
    }

    @Test
    void aDroppedBodyIsReceivedFirstSoThatItsSenderSeesWhy() throws Exception {
        for (int round = 0; round < 20; round++) {
            try (Socket refused = begun("/dropped", 20_000, 10_000 + round)) {
                Door.write(refused, "x".repeat(10_000 - round));
                assertThat(status(refused)).isEqualTo("413");
                // To its end: a reset would fail here.
                assertThat(refused.getInputStream().readAllBytes()).isNotEmpty();
            }
        }
        assertThat(taken).hasValue(0);
    }

    @Test
    void nobodyWaitsForADroppedBodyThatIsLargeOrDoesNotCome() throws Exception {
        try (Socket large = begun("/dropped", LARGEST, 10);
                Socket late = begun("/dropped", 20_000, 10)) {
            assertThat(status(large)).isEqualTo("413");
            assertThat(status(late)).isEqualTo("413");
        }
    }

    @Test
    void largeBodiesThatStandStillGiveUpTheirRoomWhenTheyEnd() throws Exception {
        List<Socket> large = new ArrayList<>();
        try {
            for (int i = 0; i < 20; i++) {
                try {
                    large.add(begun(LARGEST, 400_000 + i));
                } catch (IOException putOff) {
                    // The server didn't read to the end.
                }
                assertThat(budget.held()).isLessThanOrEqualTo(4 << 20);
            }
        } finally {
            for (Socket each : large) {
                each.close();
            }
        }
        // A head that the server reads only now, though its client is gone, may hold room for another moment.
        String answer = "503";
        for (int i = 0; i < 20 && answer.equals("503"); i++) {
            awaitNothingHeld();
            try (Socket whole = begun(LARGEST, LARGEST)) {
                answer = status(whole);
            }
        }
        assertThat(answer).isEqualTo("200");
        awaitNothingHeld();
    }
}
