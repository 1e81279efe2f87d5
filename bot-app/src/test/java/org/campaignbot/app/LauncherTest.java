package org.campaignbot.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the launcher builds the bot: in a checkout with one small source file per module, and stand-ins for Java and Maven. */
class LauncherTest {

    private static final Path PROJECT = Path.of("..");
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    private static final FileTime FAR_AHEAD = FileTime.from(Instant.parse("2099-01-01T00:00:00Z"));

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    private Path home = Path.of("");

    @BeforeEach
    void makeACheckoutThatIsBuilt() throws Exception {
        home = Files.createDirectories(folder.resolve("checkout"));
        Files.copy(PROJECT.resolve("bot"), home.resolve("bot"));
        source("pom.xml");
        for (Path module : modules()) {
            source(module + "/pom.xml");
            source(module + "/src/main/java/Source.java");
        }
        program("java", "echo started \"$@\"");
        mavenBuilds("first");
        assertThat(run()).contains("Building the bot").contains("started");
        program("mvn", "echo Maven runs; exit 1");
        assertThat(run()).startsWith("started");
    }

    @Test
    void aCopyWhoseFilesAreNewerThanItsBuildNeedsNoMaven() throws Exception {
        Path copy = folder.resolve("copy");
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.toList()) {
                Path target = copy.resolve(home.relativize(file).toString());
                Files.copy(file, target);
                if (Files.isRegularFile(target)) {
                    Files.setLastModifiedTime(target, file.endsWith("built") ? LONG_AGO : FAR_AHEAD);
                }
            }
        }
        home = copy;
        program("java", "echo started \"$@\"");
        assertThat(run()).startsWith("started").contains("-Dbot.home=" + copy.toRealPath());
    }

    @Test
    void aChangeInAnyModuleIsBuiltWhateverTheDateOfTheFile() throws Exception {
        for (Path module : modules()) {
            Path changed = home.resolve(module.toString()).resolve("src/main/java/Source.java");
            String before = Files.readString(changed);
            Files.writeString(changed, before + "// changed");
            Files.setLastModifiedTime(changed, LONG_AGO);
            assertThat(run()).as(module.toString()).contains("Maven runs");
            mavenBuilds("next");
            assertThat(run()).as(module.toString()).contains("Building the bot").contains("started");
            program("mvn", "echo Maven runs; exit 1");
        }
    }

    @Test
    void aSourceThatIsGoneIsBuilt() throws Exception {
        Files.delete(home.resolve("content/src/main/java/Source.java"));
        assertThat(run()).contains("Maven runs");
    }

    @Test
    void aBuildThatFailedIsTriedAgain() throws Exception {
        Path changed = home.resolve("pom.xml");
        String before = Files.readString(changed);
        Files.writeString(changed, "broken");
        assertThat(run()).contains("The build failed").doesNotContain("started");
        Files.writeString(changed, before);
        assertThat(run()).as("what stands there may be half of it").contains("Maven runs");
    }

    @Test
    void jarsOfAnEarlierBuildDoNotStayBesideTheNewOnes() throws Exception {
        Files.writeString(home.resolve("pom.xml"), "another library");
        mavenBuilds("second");
        assertThat(run()).contains("started");
        assertThat(home.resolve("bot-app/target/bot/first.jar")).doesNotExist();
        assertThat(home.resolve("bot-app/target/bot/second.jar")).exists();
    }

    @Test
    void whereThereAreNoSourcesThereIsNothingToBuild() throws Exception {
        Files.delete(home.resolve("pom.xml"));
        Files.delete(home.resolve("content/src/main/java/Source.java"));
        assertThat(run()).startsWith("started");
    }

    /** The modules that the bot is built from, as paths from the project's folder. */
    private static List<Path> modules() throws IOException {
        try (Stream<Path> poms = Files.find(PROJECT, 3, (path, its) -> path.endsWith("pom.xml"))) {
            return poms.map(pom -> PROJECT.relativize(pom.getParent()))
                    .filter(module ->
                            Files.isDirectory(PROJECT.resolve(module.toString()).resolve("src/main")))
                    .filter(module -> !module.startsWith("testkit") && !module.startsWith("benchmarks"))
                    .sorted()
                    .toList();
        }
    }

    private void source(String name) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "first");
    }

    private void mavenBuilds(String jar) throws IOException {
        program("mvn", "mkdir -p bot-app/target/bot && touch bot-app/target/bot/" + jar + ".jar");
    }

    private void program(String name, String script) throws IOException {
        Path file = Files.createDirectories(home.resolve("bin")).resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    /** Runs the launcher, and returns what it and its stand-ins print. */
    private String run() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(home.resolve("bot").toString(), "chat").redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", home.toString());
        builder.environment().put("PATH", home.resolve("bin") + ":" + System.getenv("PATH"));
        Process bot = builder.start();
        bot.getOutputStream().close();
        String said = new String(bot.getInputStream().readAllBytes(), UTF_8);
        assertThat(bot.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return said;
    }
}
