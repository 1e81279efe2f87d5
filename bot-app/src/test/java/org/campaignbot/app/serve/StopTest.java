package org.campaignbot.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.campaignbot.testkit.telegram.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is told to stop ends before a supervisor loses patience, whatever is in progress. */
class StopTest {

    /** Ten seconds, plus some for a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final int ALWAYS = 1_000_000;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    private static void stopsInTime(ServerProcess server) throws InterruptedException {
        long begun = System.nanoTime();
        assertThat(server.stop()).isZero();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PATIENCE);
        assertThat(server.out()).contains("Stopped");
    }

    /** Makes a person wait for an answer that the platform doesn't accept. */
    private static void sendsSlowly(Scene scene) {
        scene.api().faults().next(ALWAYS).of("sendMessage").hold();
        scene.api().talk(Person.of(7)).command("help");
        scene.api().await(() -> scene.api().log().count("sendMessage") > 0, Scene.PATIENCE, "nothing was sent");
    }

    @Test
    void withABodyHalfDeliveredAndASendThatDoesNotEnd() throws Exception {
        try (Scene scene = new Scene(folder)) {
            int port = scene.byWebhook();
            try (ServerProcess server = scene.server();
                    Socket slow = new Socket(InetAddress.getLoopbackAddress(), port)) {
                sendsSlowly(scene);
                OutputStream out = slow.getOutputStream();
                out.write(("POST /telegram HTTP/1.1\r\nHost: bot\r\nContent-Type: application/json\r\n"
                                + "X-Telegram-Bot-Api-Secret-Token: the-secret-of-the-scene\r\nContent-Length: 900\r\n\r\n{")
                        .getBytes(StandardCharsets.US_ASCII));
                out.flush();
                stopsInTime(server);
            }
        }
    }

    @Test
    void whilePollingWithASendThatDoesNotEnd() throws Exception {
        try (Scene scene = new Scene(folder);
                ServerProcess server = scene.server()) {
            sendsSlowly(scene);
            stopsInTime(server);
        }
    }
}
