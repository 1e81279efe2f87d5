package org.campaignbot.benchmarks.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.campaignbot.benchmarks.wire.Loop;

/**
 * Counts how often the bot waits for the disk, with strace around a separate bot in a separate pass.
 *
 * <p>A kernel filter lets every other system call through untraced, so the bot runs almost as fast as without it.
 */
final class SyncCount {

    private SyncCount() {}

    /**
     * Syncs per 1,000 updates.
     *
     * @param updatesPerSecond the bot's speed meanwhile, which shows whether the tracer slowed it down
     */
    record Count(int chats, double perThousandUpdates, double updatesPerSecond) {}

    /** Measures at each number of chats; empty if there is no strace. */
    static Optional<List<Count>> measure(List<Integer> chats, double seconds, Loop loop, BotApiSink sink, Path folder)
            throws IOException, InterruptedException {
        if (Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .noneMatch(each -> Files.isExecutable(Path.of(each, "strace")))) {
            return Optional.empty();
        }
        Files.createDirectories(folder);
        Path log = folder.resolve("strace.txt");
        List<String> under =
                List.of("strace", "-f", "--seccomp-bpf", "-qq", "-e", "trace=fsync,fdatasync", "-o", log.toString());
        try (Contestant traced = Contestant.start(Setup.OURS, false, under, loop, sink, folder)) {
            traced.round(chats.get(0), seconds);
            return Optional.of(counts(traced, chats, seconds, log));
        }
    }

    private static List<Count> counts(Contestant traced, List<Integer> chats, double seconds, Path log)
            throws IOException, InterruptedException {
        Stream.Builder<Count> counts = Stream.builder();
        for (int each : chats) {
            traced.round(each, 1);
            long before = syncs(log);
            Figures figures = traced.round(each, seconds);
            counts.add(new Count(each, (syncs(log) - before) * 1000 / figures.updates(), figures.updatesPerSecond()));
        }
        return counts.build().toList();
    }

    /** The number of syncs started; the lines for the end of an interrupted one have no bracket after the name. */
    private static long syncs(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains("sync(")).count();
        }
    }
}
