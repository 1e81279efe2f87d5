package org.campaignbot.app.serve;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.campaignbot.app.config.Shipped;
import org.campaignbot.testkit.telegram.Person;
import org.campaignbot.testkit.telegram.Talk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that crashes, started by the launcher on a system that would write its memory to a core file. */
class CrashLeavesNoWordsTest {

    /** Bits of the kernel's core dump filter: anonymous memory, private and shared. */
    private static final int ANONYMOUS_MEMORY = 0b11;

    private static final Path LIMITS = Path.of("/proc/self/limits");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void noCoreFileIsWrittenAndTheReportOfTheCrashIsTheOwnersAloneAndHoldsNoWords() throws Exception {
        assumeTrue(Files.exists(LIMITS), "needs the /proc of Linux");
        Path data = Files.createDirectories(folder.resolve("data"));
        Path works = Files.createDirectories(folder.resolve("works"));
        try (Scene scene = new Scene(data);
                ServerProcess server = ServerProcess.ready(launcher(works), scene.variables())) {
            Talk talk = scene.api().talk(Person.of(101));
            talk.says("write a letter");
            scene.api().awaitAllConfirmed(Scene.PATIENCE);
            talk.says("I am Zyxwanda Quorvale of Blimpingham 82001");
            scene.api().awaitAllConfirmed(Scene.PATIENCE);

            Path process = Path.of("/proc", Long.toString(server.pid()));
            assertThat(Files.readString(process.resolve("limits"))).containsPattern("Max core file size +0 ");
            String kept = Files.readString(process.resolve("coredump_filter")).strip();
            assertThat(Integer.parseInt(kept, 16) & ANONYMOUS_MEMORY)
                    .as("what a dump by another program may hold: " + kept)
                    .isZero();
            assertThat(Files.readString(process.resolve("cmdline"))).contains("-XX:+DisableAttachMechanism");
            new ProcessBuilder("kill", "-SEGV", Long.toString(server.pid()))
                    .start()
                    .waitFor();
            assertThat(server.exit()).isNotZero();

            assertThat(files(works)).as("beside the server").isEmpty();
            List<Path> reports = files(data).stream()
                    .filter(file -> file.getFileName().toString().startsWith("crash-"))
                    .toList();
            assertThat(reports).hasSize(1);
            Path report = reports.get(0);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(report)))
                    .isEqualTo("rw-------");
            assertThat(Files.readString(report, ISO_8859_1))
                    .contains("SIGSEGV")
                    .doesNotContain(
                            "Zyxwanda", "Quorvale", "Blimpingham", scene.api().token());
        }
    }

    /** The launcher itself, in a folder where it finds the test classes instead of jars, with core files enabled. */
    private ProcessBuilder launcher(Path works) throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.copy(Path.of("..", "bot"), home.resolve("bot"));
        Files.writeString(
                Files.createDirectories(home.resolve("bot-app/target/bot")).resolve("built"), "");
        Files.createSymbolicLink(
                Files.createDirectories(home.resolve("bot-app/target/bot/caches"))
                        .resolve("learned"),
                Files.createDirectories(Shipped.LEARNED_FOLDER).toRealPath());
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(java, """
                #!/bin/sh
                n=$#
                while [ $n -gt 0 ]; do
                    case "$1" in
                        */bot-app/target/bot/\\*) set -- "$@" "$CLASSES_OF_THE_TEST" ;;
                        *) set -- "$@" "$1" ;;
                    esac
                    shift
                    n=$((n - 1))
                done
                exec "$JAVA_OF_THE_TEST" "$@"
                """);
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
        ProcessBuilder builder = new ProcessBuilder(
                        "/bin/sh",
                        "-c",
                        "ulimit -c \"$(ulimit -H -c)\"; exec \"$0\" serve",
                        home.resolve("bot").toString())
                .directory(works.toFile());
        builder.environment().put("JAVA_HOME", home.toString());
        builder.environment()
                .put(
                        "JAVA_OF_THE_TEST",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString());
        builder.environment().put("CLASSES_OF_THE_TEST", System.getProperty("java.class.path"));
        builder.environment()
                .put("BOT_CONTENT", Path.of("..", "content").toRealPath().toString());
        return builder;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
