package org.campaignbot.app.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignbot.app.config.Shipped.question;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.campaignbot.storage.Database;
import org.campaignbot.storage.maintenance.Transfer;
import org.campaignbot.storage.sql.DatabaseLocation;
import org.campaignbot.testkit.telegram.Person;
import org.campaignbot.testkit.telegram.Talk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server on a small disk of its own, which fills up and gets room again. Skipped without the privilege to mount a disk. */
class FullDiskTest {

    private static final String SIZE = "size=32m";
    private static final int PERSON = 7;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path elsewhere;

    private int backups;

    private final HttpClient client = HttpClient.newHttpClient();
    private boolean isMounted;

    @BeforeEach
    void mount() throws Exception {
        isMounted = succeeds("mount", "-t", "tmpfs", "-o", SIZE, "tmpfs", folder.toString());
        assumeTrue(isMounted, "left out: a file system of its own can be mounted only by root on Linux");
    }

    @AfterEach
    void unmount() throws Exception {
        if (isMounted) {
            // A killed server may still be releasing its files.
            assertThat(succeeds("umount", "--lazy", folder.toString())).isTrue();
        }
    }

    @Test
    void onlyUrgentHelpIsAnsweredWhileTheDiskIsFullAndAllElseOnceThereIsRoom() throws Exception {
        try (Scene scene = new Scene(folder)) {
            int port = scene.byWebhook();
            Talk talk = scene.api().talk(Person.of(PERSON));
            try (ServerProcess server = scene.server();
                    Database beside =
                            Database.open(new DatabaseLocation.Embedded(folder), null, InstantSource.system())) {
                talk.says("menu");
                scene.awaitShown(talk, question("menu/choose"));
                Path filler = fill();
                List<String> before = rows(beside);
                int shown = scene.api().shown(PERSON).size();
                for (int update = 1; update <= 5; update++) {
                    assertThat(post(port, update, "call")).isEqualTo(503);
                    assertThat(rows(beside)).isEqualTo(before);
                }
                assertThat(scene.api().shown(PERSON)).hasSize(shown);

                assertThat(post(port, 6, "ICE is at my door")).isEqualTo(503);
                scene.awaitShown(talk, "Urgent help");
                assertThat(scene.api().shown(PERSON)).hasSize(shown + 1);
                assertThat(rows(beside)).isEqualTo(before);
                server.awaitErr("The disk is full");

                Files.delete(filler);
                assertThat(post(port, 5, "call")).isEqualTo(200);
                scene.awaitShown(talk, question("home/place"));
                server.awaitOut("The disk has room again");
                assertThat(server.stop()).isZero();
                assertThat(server.err().lines()).hasSizeBetween(1, 3);
                assertThat(server.err()).containsOnlyOnce("The disk is full");
            }
        }
    }

    /** Fills the rest of the disk. */
    private Path fill() throws IOException {
        Path filler = folder.resolve("filler");
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(new byte[4_096]);
            }
        } catch (IOException noRoom) {
            assertThat(noRoom).hasMessageContaining("No space left");
        }
        return filler;
    }

    private int post(int port, int update, String words) throws Exception {
        String body = "{\"update_id\":" + (9_000_000 + update) + ",\"message\":{\"message_id\":" + (90_000 + update)
                + ",\"date\":1795532400,\"from\":{\"id\":7,\"is_bot\":false,\"first_name\":\"A\",\"language_code\":\"en\"},"
                + "\"chat\":{\"id\":7,\"type\":\"private\"},\"text\":\"" + words + "\"}}";
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/telegram"))
                .timeout(Scene.PATIENCE)
                .header("X-Telegram-Bot-Api-Secret-Token", "the-secret-of-the-scene")
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    /** The rows of all tables, taken from a backup that is written elsewhere. */
    private List<String> rows(Database beside) throws IOException {
        Path backup = elsewhere.resolve("backup-" + backups++);
        assertThat(beside.backup(backup)).isInstanceOf(Transfer.Done.class);
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(backup)), StandardCharsets.UTF_8))) {
            // The first line is the time of the backup.
            return lines.lines().skip(1).toList();
        }
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }
}
