package org.campaignbot.benchmarks.start;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.campaignbot.benchmarks.process.BotSettings;
import org.campaignbot.benchmarks.process.BotUnderTest;
import org.campaignbot.benchmarks.process.ProcessFigures;
import org.campaignbot.benchmarks.rounds.Median;
import org.campaignbot.testkit.FreePort;

/**
 * Starts {@code ./bot serve} and {@code ./bot chat} again and again, in turns, and prints medians as a Markdown table.
 *
 * <p>Arguments: starts of each (10), a new folder, and what to start: folders with a launcher, each after {@code =} with a JDK, such
 * as {@code .=/usr/lib/jvm/java-17-openjdk-amd64}, and with {@code ,none} after it without a cache. They take turns, so a busy
 * machine slows them all alike.
 */
public final class StartRun {

    private static final int SECONDS_TO_START = 120;

    /** How long a server is idle before its memory is read. */
    private static final int IDLE_MILLIS = 12_000;

    private static final String SECRET = "start-run-secret";

    private StartRun() {}

    private record Start(double answerSeconds, double processorSeconds, double megabytes) {}

    /** What is started: the launcher of a folder with a JDK. */
    private record Contender(String shown, Path home, String jdk) {}

    /** Measures and prints. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int starts = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
        Path folder = arguments.length > 1 ? Path.of(arguments[1]) : Files.createTempDirectory("start-run");
        Files.createDirectories(folder);
        List<String> named = arguments.length > 2
                ? List.of(arguments).subList(2, arguments.length)
                : List.of(".=" + System.getProperty("java.home"));
        Map<Contender, List<Start>> serves = new LinkedHashMap<>();
        Map<Contender, List<Start>> chats = new LinkedHashMap<>();
        for (String each : named) {
            Contender contender = contender(each, folder);
            serves.put(contender, new ArrayList<>());
            chats.put(contender, new ArrayList<>());
        }
        double load = ProcessFigures.loadAverage();
        try (AnsweredApi api = AnsweredApi.start()) {
            // The first start of a folder makes its database, learns the questions and is in no figure.
            for (int round = 0; round <= starts; round++) {
                for (Contender contender : serves.keySet()) {
                    Path data = folder.resolve("data" + Integer.toHexString(contender.hashCode()));
                    Start serve = serve(contender, api, data);
                    Start chat = chat(contender, data);
                    System.err.printf(
                            Locale.ROOT,
                            "%d %s: %.2f s, %.2f s of processor, %.0f MB; chat %.2f s%n",
                            round,
                            contender.shown(),
                            serve.answerSeconds(),
                            serve.processorSeconds(),
                            serve.megabytes(),
                            chat.answerSeconds());
                    if (round > 0) {
                        Objects.requireNonNull(serves.get(contender)).add(serve);
                        Objects.requireNonNull(chats.get(contender)).add(chat);
                    }
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "Medians of %d starts in turns; load %.1f before, %.1f after%n%n",
                starts,
                load,
                ProcessFigures.loadAverage());
        System.out.println(
                "| started | serve: first answer | processor until then | idle memory | chat: first answer |");
        System.out.println("|---|---:|---:|---:|---:|");
        serves.forEach((contender, runs) -> System.out.printf(
                Locale.ROOT,
                "| %s | %.2f s | %.2f s | %.0f MB | %.2f s |%n",
                contender.shown(),
                Median.of(runs, Start::answerSeconds),
                Median.of(runs, Start::processorSeconds),
                Median.of(runs, Start::megabytes),
                Median.of(Objects.requireNonNull(chats.get(contender)), Start::answerSeconds)));
    }

    private static Contender contender(String named, Path folder) throws IOException, InterruptedException {
        String[] parts = named.split("[=,]", -1);
        Path home = Path.of(parts[0]).toRealPath();
        if (parts.length > 2) {
            return new Contender(named, withoutCaches(home, folder), parts[1]);
        }
        prepare(home, parts[1]);
        return new Contender(named, home, parts[1]);
    }

    /** Builds what isn't built and makes the caches; an older launcher does so at any start. */
    private static void prepare(Path home, String jdk) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(home.resolve("bot").toString(), "prepare")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("JAVA_HOME", jdk);
        builder.start().waitFor();
    }

    /** The same launcher and jars where no cache can be made, since a file stands in the place of its folder. */
    private static Path withoutCaches(Path home, Path folder) throws IOException {
        Path copy = folder.resolve(home.getFileName() + "-without");
        Path jars = Files.createDirectories(copy.resolve("bot-app/target/bot"));
        if (!Files.exists(jars.resolve("caches"))) {
            Files.copy(home.resolve("bot"), copy.resolve("bot"));
            try (Stream<Path> files = Files.list(home.resolve("bot-app/target/bot"))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, jars.resolve(file.getFileName().toString()));
                }
            }
            Files.writeString(jars.resolve("caches"), "");
            Files.createSymbolicLink(copy.resolve("content"), home.resolve("content"));
        }
        return copy;
    }

    private static Start serve(Contender contender, AnsweredApi api, Path data)
            throws IOException, InterruptedException {
        Files.createDirectories(data);
        int port = FreePort.find();
        String webhook = "http://127.0.0.1:" + port + "/telegram/webhook";
        Map<String, String> settings = new LinkedHashMap<>(BotSettings.polling(api.token(), api.url(), port, data)
                .byWebhook(webhook, SECRET)
                .with("OPS_ADDRESS", "off")
                .environment());
        settings.put("JAVA_HOME", contender.jdk());
        api.expect();
        long begin = System.nanoTime();
        try (BotUnderTest bot = BotUnderTest.start(
                List.of(contender.home().resolve("bot").toString(), "serve"), settings, data.resolve("output.txt"))) {
            api.deliver(webhook, SECRET, bot::isAlive);
            double answered = api.awaitAnswer(SECONDS_TO_START) - begin;
            double processor = ProcessFigures.processorSeconds(bot.pid());
            TimeUnit.MILLISECONDS.sleep(IDLE_MILLIS);
            return new Start(answered / 1e9, processor, ProcessFigures.residentMegabytes(bot.pid()));
        }
    }

    private static Start chat(Contender contender, Path data) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(contender.home().resolve("bot").toString(), "chat").redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", contender.jdk());
        builder.environment().put("BOT_DATA", data.resolve("chat").toString());
        long begin = System.nanoTime();
        Process chat = builder.start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(chat.getInputStream(), StandardCharsets.UTF_8))) {
            String line = said.readLine();
            while (line != null && line.isBlank()) {
                line = said.readLine();
            }
            double answered = (System.nanoTime() - begin) / 1e9;
            chat.getOutputStream().close();
            said.transferTo(Writer.nullWriter());
            if (line == null || chat.waitFor() != 0) {
                throw new IllegalStateException(contender.shown() + " gave no answer in the terminal: " + line);
            }
            return new Start(answered, 0, 0);
        }
    }
}
