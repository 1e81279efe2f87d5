package org.campaignbot.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * When the launcher builds the bot, and with which JDK and cache it starts it: in a checkout with one small source file per module,
 * and stand-ins for Java and Maven.
 */
class LauncherTest {

    private static final Path PROJECT = Path.of("..");
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    private static final FileTime FAR_AHEAD = FileTime.from(Instant.parse("2099-01-01T00:00:00Z"));

    /** A JVM that writes the cache that it is asked for. */
    private static final String MAKES_CACHES = """
            for word; do
                case "$word" in -XX:ArchiveClassesAtExit=* | -XX:AOTCacheOutput=*) echo classes >"${word#*=}" ;; esac
            done
            echo started "$@\"""";

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
        // What a start would do later, in the background.
        program("sleep", "exit 1");
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

    @Test
    void withoutJavaHomeTheNewestOfTheThreeIsTaken() throws Exception {
        jdk("17", "17.0.21");
        jdk("25", "25.0.1");
        jdk("26", "26");
        assertThat(run(Map.of("JAVA_HOME", "", "HOME", home.toString()), "chat"))
                .startsWith("JDK 25.0.1");
    }

    @Test
    void javaHomeComesFirstAndTheArchivesOwnRuntimeBeforeIt() throws Exception {
        Path old = jdk("17", "17.0.21");
        Path current = jdk("25", "25.0.1");
        Map<String, String> named = Map.of("JAVA_HOME", old.toString(), "HOME", home.toString());
        assertThat(run(named, "chat")).startsWith("JDK 17.0.21").doesNotContain("CompactObjectHeaders");
        Files.move(current, home.resolve("runtime"));
        assertThat(run(named, "chat")).startsWith("JDK 25.0.1").contains("-XX:+UseCompactObjectHeaders");
    }

    @Test
    void anOlderJdkIsRefusedInWords() throws Exception {
        assertThat(run(Map.of("JAVA_HOME", jdk("11", "11.0.2").toString()), "chat"))
                .startsWith("The bot needs a JDK, version 17 or newer");
    }

    @Test
    void aCacheServesOneSetOfJars() throws Exception {
        program("java", MAKES_CACHES);
        assertThat(run()).startsWith("started").doesNotContain("SharedArchiveFile");
        run("prepare");
        Path first = cache("command");
        assertThat(run("chat")).contains("-XX:SharedArchiveFile=" + first);
        assertThat(run("serve")).contains("-XX:SharedArchiveFile=" + cache("serve"));
        Files.writeString(home.resolve("bot-app/target/bot/first.jar"), "changed");
        assertThat(run("chat")).startsWith("started").doesNotContain("SharedArchiveFile");
        run("prepare");
        assertThat(cache("command")).isNotEqualTo(first);
        assertThat(first).doesNotExist();
        assertThat(run("chat")).contains("-XX:SharedArchiveFile=" + cache("command"));
    }

    @Test
    void whatAnEndedStartLeftOfACacheForEarlierJarsGoes() throws Exception {
        program("java", MAKES_CACHES);
        run("prepare");
        for (Path made : List.of(cache("command"), cache("serve"))) {
            Files.writeString(made.resolveSibling("." + made.getFileName() + ".123.config"), "half");
        }
        String fits = cache("serve").getFileName().toString().substring("serve-".length());
        Files.writeString(cache("serve").resolveSibling("making-" + fits), "123");
        Files.writeString(home.resolve("bot-app/target/bot/first.jar"), "changed");
        run("prepare");
        assertThat(caches()).noneMatch(name -> name.startsWith(".") || name.startsWith("making"));
    }

    @Test
    void eachJdkHasItsOwnCache() throws Exception {
        Map<String, String> old = Map.of("JAVA_HOME", jdk("17", "17.0.21").toString());
        Map<String, String> current = Map.of("JAVA_HOME", jdk("25", "25.0.1").toString());
        run(old, "prepare");
        run(current, "prepare");
        assertThat(run(old, "chat")).contains("-XX:SharedArchiveFile=").doesNotContain("AOTCache");
        assertThat(run(current, "chat")).contains("-XX:AOTCache=").doesNotContain("SharedArchiveFile");
    }

    @Test
    void aStartDoesNotWaitForItsCache() throws Exception {
        Path pipe = home.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        // It stands still until somebody reads. What the starts before this one left in the background may only come to
        // it now.
        program("sleep", "[ \"${LAST_START:-}\" ] && echo \"later $@\" >'" + pipe + "'; exit 1");
        assertThat(run(Map.of("JAVA_HOME", home.toString(), "LAST_START", "yes"), "chat"))
                .startsWith("started");
        assertThat(Files.readString(pipe)).isEqualTo("later 10\n");
    }

    @Test
    void aCacheThatIsHalfWrittenIsNotUsed() throws Exception {
        program("java", MAKES_CACHES + "; case \"$*\" in *rehearse*) kill $$ ;; esac");
        run("prepare");
        assertThat(caches()).noneMatch(name -> name.startsWith("command-") || name.startsWith("serve-"));
        program("java", MAKES_CACHES);
        run("prepare");
        assertThat(run("chat")).contains("-XX:SharedArchiveFile=" + cache("command"));
        assertThat(caches()).noneMatch(name -> name.startsWith(".") || name.startsWith("making"));
    }

    @Test
    void aCacheThatCannotBeMadeIsNotTriedAgain() throws Exception {
        program("java", "echo started; case \"$*\" in *rehearse*) echo tried >>'" + home + "/tried'; exit 1 ;; esac");
        run("prepare");
        run("prepare");
        assertThat(Files.readAllLines(home.resolve("tried"))).containsExactly("tried", "tried");
        assertThat(run("chat")).startsWith("started").doesNotContain("SharedArchiveFile");
    }

    @Test
    void ofTwoStartsOneMakesTheCache() throws Exception {
        program("java", MAKES_CACHES);
        run("prepare");
        String fits = cache("command").getFileName().toString().substring("command-".length());
        Path making = cache("command").resolveSibling("making-" + fits);
        Files.delete(cache("command"));
        Files.writeString(making, String.valueOf(ProcessHandle.current().pid()));
        run("prepare");
        assertThat(caches()).as("this process is making it").noneMatch(name -> name.startsWith("command-"));
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Files.writeString(making, String.valueOf(gone.pid()));
        run("prepare");
        assertThat(cache("command")).isNotEmptyFile();
    }

    @Test
    void aBrokenCacheIsIgnored() throws Exception {
        Map<String, String> real = Map.of("JAVA_HOME", System.getProperty("java.home"));
        Path jar = home.resolve("bot-app/target/bot/first.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                                .map(each -> Path.of(each).toUri().toString())
                                .collect(Collectors.joining(" ")));
        Files.delete(jar);
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        // Without content there is nothing to rehearse.
        run(real, "prepare");
        for (String kind : List.of("command", "serve")) {
            Files.writeString(cache(kind), "broken");
        }
        assertThat(run(real, "--version")).isEqualTo("campaign bot 0.1.0\n");
    }

    @Test
    void theArchiveRunsAnywhereWithItsOwnRuntime() throws Exception {
        Path jdk = jdk("17", "17.0.21");
        // Copies itself: a stand-in for a runtime. Its place is the last argument.
        program(
                jdk.resolve("bin"),
                "jlink",
                "for place; do :; done; mkdir -p \"$place\" && cp -R '" + jdk + "'/* \"$place\"");
        Files.createDirectories(home.resolve("deploy"));
        Files.copy(PROJECT.resolve("deploy/make-archive"), home.resolve("deploy/make-archive"));
        for (String name :
                List.of("LICENSE", "NOTICE", "content/campaigns/a", "content/kits/b", "content/directory/c")) {
            source(name);
        }
        run(Map.of("JAVA_HOME", jdk.toString()), "archive");
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        assertThat(new ProcessBuilder(
                                "tar",
                                "-xzf",
                                home.resolve("campaign-bot.tar.gz").toString())
                        .directory(elsewhere.toFile())
                        .start()
                        .waitFor())
                .isZero();
        home = elsewhere.resolve("campaign-bot");
        // Neither Maven nor another Java is there.
        program("mvn", "echo Maven runs; exit 1");
        program("sleep", "exit 1");
        assertThat(run(Map.of("JAVA_HOME", ""), "chat"))
                .startsWith("JDK 17.0.21")
                .contains("-Dbot.home=" + home.toRealPath())
                .doesNotContain("Maven");
        assertThat(home.resolve("content/directory/c")).exists();
        assertThat(home.resolve("pom.xml")).doesNotExist();
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
        program(home.resolve("bin"), name, script);
    }

    private static void program(Path folder, String name, String script) throws IOException {
        Path file = Files.createDirectories(folder).resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    /** A stand-in for a JDK of some version, which says it at each start and makes caches. */
    private Path jdk(String name, String version) throws IOException {
        Path jdk = home.resolve(".jdks").resolve(name);
        program(jdk.resolve("bin"), "java", "echo JDK " + version + "; " + MAKES_CACHES);
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"us\"\nJAVA_VERSION=\"" + version + "\"\n");
        return jdk;
    }

    private List<String> caches() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("bot-app/target/bot/caches"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private Path cache(String kind) throws IOException {
        return home.toRealPath()
                .resolve("bot-app/target/bot/caches")
                .resolve(caches().stream()
                        .filter(name -> name.startsWith(kind + "-"))
                        .findFirst()
                        .orElseThrow());
    }

    private String run() throws IOException, InterruptedException {
        return run("chat");
    }

    private String run(String command) throws IOException, InterruptedException {
        return run(Map.of("JAVA_HOME", home.toString()), command);
    }

    /** Runs the launcher, and returns what it and its stand-ins print. */
    private String run(Map<String, String> variables, String command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(home.resolve("bot").toString(), command)
                .redirectErrorStream(true)
                .directory(home.toFile());
        builder.environment().put("PATH", home.resolve("bin") + ":" + System.getenv("PATH"));
        builder.environment().putAll(variables);
        Process bot = builder.start();
        bot.getOutputStream().close();
        String said = new String(bot.getInputStream().readAllBytes(), UTF_8);
        assertThat(bot.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return said;
    }
}
