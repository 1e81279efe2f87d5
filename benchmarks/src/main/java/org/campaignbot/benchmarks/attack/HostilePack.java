package org.campaignbot.benchmarks.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** S13: a pack whose files aren't what they seem. */
final class HostilePack implements Attack {

    private static final int SECONDS = 15;
    private static final int NESTED = 400_000;

    private interface Trick {
        void lay(Path flow) throws IOException, InterruptedException;
    }

    @Override
    public List<Finding> run(Path folder) throws Exception {
        Path content = folder.resolve("content");
        copy(Path.of("content/campaigns"), content.resolve("campaigns"));
        copy(Path.of("content/kits"), content.resolve("kits"));
        copy(Path.of("content/directory"), content.resolve("directory"));
        List<Finding> findings = new ArrayList<>();
        findings.add(tried(
                folder,
                content,
                "a link to /dev/zero in `flows/`",
                flow -> Files.createSymbolicLink(flow, Path.of("/dev/zero"))));
        findings.add(tried(
                folder,
                content,
                "a FIFO in `flows/`",
                flow -> new ProcessBuilder("mkfifo", flow.toString()).start().waitFor()));
        findings.add(tried(
                folder,
                content,
                "400,000 nested `[` in a flow",
                flow -> Files.writeString(flow, "a: " + "[".repeat(NESTED))));
        return findings;
    }

    private static Finding tried(Path folder, Path content, String what, Trick trick) throws Exception {
        Path flow = content.resolve("campaigns/welcoming-communities/flows/zz-trick.yaml");
        trick.lay(flow);
        Command check = Command.bot(
                folder,
                Map.of(
                        "BOT_CONTENT",
                        content.toString(),
                        "BOT_DATA",
                        folder.resolve("data").toString(),
                        "JAVA_TOOL_OPTIONS",
                        "-Xmx512m"),
                SECONDS,
                "check");
        Files.delete(flow);
        boolean held = check.exit() > 0
                && !check.text().contains("OutOfMemoryError")
                && !check.text().contains("\tat ");
        return Finding.of(
                "S13",
                what + ", `./bot check` with -Xmx512m",
                "a problem in words within " + SECONDS + " s",
                check.exit() < 0
                        ? "had to be ended after " + SECONDS + " s"
                        : String.format(
                                Locale.ROOT,
                                "exit %d after %.1f s, %.0f MB%s",
                                check.exit(),
                                check.seconds(),
                                check.megabytes(),
                                check.text().contains("OutOfMemoryError") ? ", OutOfMemoryError" : ""),
                held);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path each : files.toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target);
                }
            }
        }
    }
}
