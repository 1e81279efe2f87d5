package org.campaignbot.benchmarks.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A command of the bot that has finished, or was killed.
 *
 * @param text its output, on either stream
 * @param exit its exit status, or -1 if it had to be killed
 * @param seconds how long it took
 * @param megabytes its peak memory (1,000,000 bytes)
 */
record Command(String text, int exit, double seconds, double megabytes) {

    /** Runs {@code ./bot} with arguments, for at most this many seconds. */
    static Command bot(Path folder, Map<String, String> settings, int limit, String... arguments)
            throws IOException, InterruptedException {
        return bot(folder, settings, "", limit, arguments);
    }

    /** The same with typed input. */
    static Command bot(Path folder, Map<String, String> settings, String typed, int limit, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Arena.LAUNCHER.toString()));
        command.addAll(List.of(arguments));
        Path in = Files.writeString(Files.createTempFile(folder, "typed", ".txt"), typed);
        Path out = Files.createTempFile(folder, "output", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(in.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().putAll(settings);
        long begin = System.nanoTime();
        Process process = builder.start();
        double most = 0;
        try {
            while (!process.waitFor(50, TimeUnit.MILLISECONDS)) {
                most = Math.max(most, peak(process.pid()));
                if (System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(limit)) {
                    process.destroyForcibly().waitFor();
                    return new Command(Files.readString(out), -1, limit, most);
                }
            }
        } finally {
            process.destroyForcibly();
        }
        return new Command(Files.readString(out), process.exitValue(), (System.nanoTime() - begin) / 1e9, most);
    }

    private static double peak(long pid) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024 / 1e6)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException gone) {
            return 0;
        }
    }

    /** Its last non-empty output, shortened. */
    String last() {
        String[] lines = text.strip().split("\n", -1);
        String last = lines[lines.length - 1];
        return last.length() > 90 ? last.substring(0, 90) + "…" : last;
    }
}
