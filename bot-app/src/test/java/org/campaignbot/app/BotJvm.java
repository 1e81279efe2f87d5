package org.campaignbot.app;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.campaignbot.app.config.Shipped;
import org.jspecify.annotations.Nullable;

/**
 * The Java command for a process of the bot in a test.
 *
 * <p>It starts from jars with a class archive, as the launcher's processes do. A server's start costs 1.8 seconds of a processor's time with one
 * and 3.0 to 3.9 without, and the tests start some seventy. All test processes of a build share the archive; the first to need it makes it.
 */
public final class BotJvm {

    private static final Path FOLDER = Path.of("target", "processes");
    private static final List<String> FLAGS = List.of(
            // As the launcher does: a JVM warns on standard output if the archive no longer fits.
            "-Xlog:disable",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-Dbot.home=..");

    private static @Nullable BotJvm shared;

    private final String classPath;
    private final Path learned = FOLDER.resolve("learned");
    private final Path archive;

    private BotJvm(String classPath) {
        this.classPath = classPath;
        this.archive =
                FOLDER.resolve("classes-" + Integer.toHexString((classPath + Runtime.version()).hashCode()) + ".jsa");
    }

    /** The command up to the main class. These flags come after those of every process. */
    public static synchronized List<String> command(String... flags) throws IOException {
        BotJvm jvm = shared == null ? make() : shared;
        shared = jvm;
        return jvm.started(Files.exists(jvm.archive) ? "-XX:SharedArchiveFile=" + jvm.archive : "", flags);
    }

    private List<String> started(String sharing, String... flags) {
        List<String> command = new ArrayList<>();
        command.add(java());
        command.addAll(FLAGS);
        if (!sharing.isEmpty()) {
            command.add(sharing);
        }
        // What was learned is kept beside the compiled pack, and that is for one class path.
        command.add("-Dbot.learned=" + learned);
        command.addAll(List.of(flags));
        command.addAll(List.of("-cp", classPath));
        return command;
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static BotJvm make() throws IOException {
        Files.createDirectories(FOLDER);
        Files.createDirectories(Shipped.LEARNED_FOLDER);
        try (FileChannel channel =
                FileChannel.open(FOLDER.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            // Until the channel is closed, the other test processes wait.
            channel.lock();
            List<String> jars = new ArrayList<>();
            for (String each : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
                Path path = Path.of(each);
                if (!each.isEmpty() && Files.exists(path)) {
                    jars.add(Files.isDirectory(path) ? jar(path).toString() : each);
                }
            }
            BotJvm jvm = new BotJvm(String.join(File.pathSeparator, jars));
            jvm.shareWhatWasLearned();
            if (!Files.exists(jvm.archive)) {
                jvm.rehearse();
            }
            return jvm;
        }
    }

    /** A jar of the classes in a folder, as they are now: a JVM archives none from folders. */
    private static Path jar(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        CRC32 sum = new CRC32();
        for (Path file : files) {
            String is = file + " " + Files.size(file) + " "
                    + Files.getLastModifiedTime(file).toMillis();
            sum.update(is.getBytes(StandardCharsets.UTF_8));
        }
        Path jar = FOLDER.resolve(folder.getFileName() + "-" + Long.toHexString(sum.getValue()) + ".jar");
        if (Files.exists(jar)) {
            return jar;
        }
        Path half = FOLDER.resolve("half.jar");
        try (OutputStream out = Files.newOutputStream(half);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Path file : files) {
                zip.putNextEntry(new ZipEntry(folder.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, zip);
            }
        }
        return Files.move(half, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private void shareWhatWasLearned() throws IOException {
        Files.createDirectories(learned);
        try (DirectoryStream<Path> all = Files.newDirectoryStream(Shipped.LEARNED_FOLDER, "*.bin")) {
            for (Path each : all) {
                Path copy = learned.resolve(each.getFileName());
                if (!Files.exists(copy) || Files.mismatch(each, copy) >= 0) {
                    Files.copy(each, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /** Makes the archive by a rehearsal. Without it, processes start all the same, only later. */
    private void rehearse() throws IOException {
        Path half = FOLDER.resolve("half.jsa");
        // Those for earlier classes take 40 MB each.
        try (DirectoryStream<Path> earlier = Files.newDirectoryStream(FOLDER, "*.jsa")) {
            for (Path each : earlier) {
                Files.delete(each);
            }
        }
        List<String> command = started("-XX:ArchiveClassesAtExit=" + half);
        command.addAll(List.of("org.campaignbot.app.Bot", "rehearse", "serve"));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(FOLDER.resolve("rehearsal.log").toFile())
                .start();
        try {
            if (process.waitFor() == 0 && Files.exists(half)) {
                Files.move(half, archive, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }
}
