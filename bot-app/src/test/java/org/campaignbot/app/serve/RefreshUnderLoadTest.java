package org.campaignbot.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.campaignbot.app.BotProcess;
import org.campaignbot.content.refresh.SourceServer;
import org.campaignbot.content.tables.AppliedTables;
import org.campaignbot.testkit.telegram.FakeBotSettings;
import org.campaignbot.testkit.telegram.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tables are refreshed while people talk, and everything is killed in the midst of it: each answer and the folder are of the old tables
 * or of the new ones, never of both, and everybody gets their answer after the restart.
 *
 * <p>{@code -Drefresh.people=1000 -Drefresh.rounds=3} is the whole measurement, with the refresh by the server itself.
 */
class RefreshUnderLoadTest {

    private static final int PEOPLE = Integer.getInteger("refresh.people", 40);
    private static final int ROUNDS = Integer.getInteger("refresh.rounds", 1);

    /** What somebody does with an answer before they ask again: a hundred questions a second, whatever the people. */
    private static final Duration PAUSE = Duration.ofMillis(10L * PEOPLE);

    /** The files of an applied folder without a map. */
    private static final int FILES = 5;

    /** When everything is killed. */
    private enum Moment {
        /** The command reads the source. */
        READING,
        /** The folder for the new tables is there. */
        DRAFT,
        HALF_WRITTEN,
        WRITTEN,
        /** The folder has its number. */
        MOVED
    }

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void aRefreshThatIsKilledLeavesTheOldTablesOrTheNewOnes() throws Exception {
        List<Moment> moments = PEOPLE < 1000 ? List.of(Moment.DRAFT, Moment.MOVED) : List.of(Moment.values());
        try (Scene scene = scene()) {
            ServerProcess server = scene.server();
            try (AskingCrowd crowd = new AskingCrowd(scene, PEOPLE)) {
                int version = 0;
                for (int round = 0; round < ROUNDS; round++) {
                    for (Moment moment : moments) {
                        Path source = new TableVersions(folder.resolve("source")).write(version + 1);
                        crowd.begin(PAUSE);
                        Process command = refresh(scene, source, version + 1);
                        await(moment, scene.data(), command, round);
                        command.destroyForcibly();
                        version = killed(moment.name(), server, scene, crowd, version);
                        command.waitFor();
                        server = restarted(scene, crowd, version);
                    }
                }
                assertThat(server.stop()).isZero();
                assertThat(server.err()).isEmpty();
            } finally {
                server.close();
            }
            assertThat(scene.api().violations()).isEmpty();
        }
    }

    private Scene scene() throws IOException {
        return new Scene(
                folder.resolve("data"),
                FakeBotSettings.DEFAULTS.withLimits(Limits.NONE).remembering(FakeBotSettings.Memory.COUNTS));
    }

    /** The server looks for itself a minute after its start, so this takes more than a minute a kill. */
    @Test
    @EnabledIfSystemProperty(named = "refresh.people", matches = ".+")
    void aServerThatIsKilledInItsOwnRefreshGoesOnByTheOldTablesOrTheNewOnes() throws Exception {
        TableVersions versions = new TableVersions(folder.resolve("source"));
        try (Scene scene = scene();
                SourceServer source = new SourceServer(
                        versions.write(1), TableVersions.day(1).atTime(15, 0).toInstant(ZoneOffset.UTC))) {
            scene.set("DIRECTORY_REFRESH", "apply");
            scene.set("DIRECTORY_ADDRESS", source.address());
            scene.set("DIRECTORY_LOCAL_HOST", SourceServer.HOST);
            ServerProcess server = scene.server();
            try (AskingCrowd crowd = new AskingCrowd(scene, PEOPLE)) {
                int version = 0;
                for (Moment moment : Moment.values()) {
                    versions.write(version + 1);
                    source.publish(TableVersions.day(version + 1).atTime(15, 0).toInstant(ZoneOffset.UTC));
                    int asked = source.log().size();
                    crowd.begin(PAUSE);
                    long pid = server.pid();
                    Optional<Path> before = new AppliedTables(scene.data()).newest();
                    scene.api()
                            .await(
                                    () -> moment == Moment.READING
                                            ? source.log().size() > asked + 2
                                            : hasCome(moment, scene.data(), pid, before),
                                    Scene.PATIENCE,
                                    "the server refreshes nothing");
                    version = killed("server " + moment, server, scene, crowd, version);
                    server = restarted(scene, crowd, version);
                }
                assertThat(server.stop()).isZero();
            } finally {
                server.close();
            }
        }
    }

    private Process refresh(Scene scene, Path source, int version) throws IOException {
        return BotProcess.begin(
                Map.of("BOT_DATA", scene.data().toString()),
                "directory",
                "refresh",
                source.toString(),
                "--as-of",
                TableVersions.day(version).toString(),
                "--apply");
    }

    private static void await(Moment moment, Path data, Process command, int round) throws InterruptedException {
        if (moment == Moment.READING) {
            command.waitFor(1_000 + 500L * round, TimeUnit.MILLISECONDS);
            return;
        }
        Optional<Path> before = new AppliedTables(data).newest();
        while (command.isAlive() && !hasCome(moment, data, command.pid(), before)) {
            Thread.onSpinWait();
        }
    }

    private static boolean hasCome(Moment moment, Path data, long pid, Optional<Path> before) {
        AppliedTables applied = new AppliedTables(data);
        if (!applied.newest().equals(before)) {
            return true;
        }
        int written = written(data.resolve("directory").resolve(".new-" + pid));
        return switch (moment) {
            case READING, MOVED -> false;
            case DRAFT -> written >= 0;
            case HALF_WRITTEN -> written > FILES / 2;
            case WRITTEN -> written >= FILES;
        };
    }

    /** How many files a draft has; negative if there is none. */
    private static int written(Path draft) {
        String[] files = draft.toFile().list();
        return files == null ? -1 : files.length;
    }

    /** Kills the server, and returns the version that is on the disk then. */
    private int killed(String moment, ServerProcess server, Scene scene, AskingCrowd crowd, int before)
            throws InterruptedException {
        server.kill();
        int waiting = crowd.end();
        int version = TableVersions.onDisk(scene.data());
        assertThat(version).isBetween(before, before + 1);
        assertThat(crowd.mixed()).isEmpty();
        assertThat(crowd.newestTold()).isLessThanOrEqualTo(version);
        System.out.printf(
                "killed at %s: %s tables on the disk, %d people waiting, %d answers until then%n",
                moment, version == before ? "the old" : "the new", waiting, crowd.answers());
        return version;
    }

    /** Starts it again; everybody who waited gets an answer by the tables on the disk. */
    private ServerProcess restarted(Scene scene, AskingCrowd crowd, int version)
            throws IOException, InterruptedException {
        long begin = System.nanoTime();
        ServerProcess server = scene.server();
        crowd.awaitAnswers();
        assertThat(crowd.mixed()).isEmpty();
        assertThat(crowd.newestTold()).isLessThanOrEqualTo(version);
        assertThat(server.err()).isEmpty();
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        System.out.printf("  everybody answered %d ms after the restart began%n", took.toMillis());
        return server;
    }
}
