package org.campaignbot.benchmarks.attack;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** S8: what a crash writes to the disk, in a shell that allows core files. */
final class Crash implements Attack {

    private static final String WORDS = "My marmalade Heliotrope was taken in Snoddlebury";

    @Override
    public List<Finding> run(Path folder) throws Exception {
        String tried = "`kill -SEGV` after a letter, under `ulimit -c unlimited`";
        String pattern =
                Files.readString(Path.of("/proc/sys/kernel/core_pattern")).strip();
        if (pattern.startsWith("|") || pattern.startsWith("/")) {
            return List.of(Finding.notTried("S8", tried, "this machine hands core files on: " + pattern));
        }
        Path here = Files.createDirectories(folder.resolve("here"));
        try (Arena arena = new Arena(folder, folder.resolve("data"))) {
            arena.knowsTheQuestions();
            arena.start(List.of(
                    "sh",
                    "-c",
                    "cd \"$1\" && ulimit -c unlimited 2>/dev/null; exec \"$0\" serve",
                    Arena.LAUNCHER.toString(),
                    here.toString()));
            for (String line : List.of("write", "Wyoming", "Use the letter coach", WORDS + ".")) {
                arena.door().typed(5, line);
            }
            long pid = arena.pid();
            new ProcessBuilder("kill", "-SEGV", Long.toString(pid)).start().waitFor();
            boolean ended = Arena.await(() -> !arena.isAlive(), 30);
            TimeUnit.SECONDS.sleep(1);
            StringBuilder measured = new StringBuilder(ended ? "" : "still runs; ");
            boolean held = ended;
            for (Path file : below(folder)) {
                String name = file.getFileName().toString();
                boolean words = holds(file, WORDS);
                if (name.startsWith("core")) {
                    held = false;
                    measured.append("a core file of ")
                            .append(Files.size(file) / 1_000_000)
                            .append(" MB, ")
                            .append(words ? "with the letter in it; " : "without the letter; ");
                } else if (words) {
                    held = false;
                    measured.append("the letter in ").append(name).append("; ");
                }
                if (name.startsWith("core")) {
                    Files.delete(file);
                }
            }
            return List.of(Finding.of(
                    "S8",
                    tried,
                    "no core file, the letter in no file",
                    held ? "no core file, the letter in no file" : measured.toString(),
                    held));
        }
    }

    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static boolean holds(Path file, String words) throws IOException {
        byte[] wanted = words.getBytes(StandardCharsets.US_ASCII);
        int at = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 20)) {
            for (int next = in.read(); next >= 0; next = in.read()) {
                at = next == wanted[at] ? at + 1 : next == wanted[0] ? 1 : 0;
                if (at == wanted.length) {
                    return true;
                }
            }
        }
        return false;
    }
}
