package org.campaignbot.benchmarks.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.campaignbot.benchmarks.process.BotSettings;
import org.campaignbot.benchmarks.process.BotUnderTest;
import org.campaignbot.testkit.FreePort;
import org.campaignbot.testkit.slack.FakeSlack;
import org.campaignbot.testkit.slack.SlackSettings;
import org.campaignbot.testkit.slack.Workspace;
import org.campaignbot.testkit.telegram.FakeBotApi;
import org.campaignbot.testkit.telegram.FakeBotSettings;
import org.campaignbot.testkit.telegram.Limits;
import org.jspecify.annotations.Nullable;

/** Fakes of both platforms and a bot started by its launcher, with Telegram by webhook and Slack by HTTP. */
final class Arena implements AutoCloseable {

    static final Path LAUNCHER = Path.of("bot").toAbsolutePath();

    /** The shared data folder of a bot that has learned the questions, next to those of the parts. */
    static final String ONCE = "once";

    private static final long SECONDS_TO_START = 240;

    private final FakeBotApi telegram = FakeBotApi.start(FakeBotSettings.DEFAULTS.withLimits(Limits.NONE));
    private final FakeSlack slack =
            FakeSlack.start(SlackSettings.DEFAULTS.withLimits(org.campaignbot.testkit.slack.Limits.NONE));
    private final Workspace workspace = slack.workspace("T0ATTACKED");
    private final int port;
    private final Path folder;
    private final Path data;
    private final Door door;
    private final Map<String, String> settings;
    private @Nullable BotUnderTest bot;

    Arena(Path folder, Path data) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.data = data;
        this.port = FreePort.find();
        this.door = new Door(port);
        this.settings = new TreeMap<>(BotSettings.polling(telegram.token(), telegram.url(), port, data)
                .byWebhook("http://127.0.0.1:" + port + Door.TELEGRAM, Door.SECRET)
                .with("SLACK_BOT_TOKEN", workspace.botToken())
                .with("SLACK_SIGNING_SECRET", SlackSettings.SIGNING_SECRET)
                .with("SLACK_API_URL", slack.apiUrl())
                .with("OPS_ADDRESS", "off")
                .environment());
    }

    /** Copies learned questions to a new data folder, because learning takes longer than a start when other work is running. */
    void knowsTheQuestions() throws IOException {
        Path learned = folder.toAbsolutePath().resolveSibling(ONCE).resolve("learned");
        if (Files.isDirectory(learned)) {
            Path copy = Files.createDirectories(data.resolve("learned"));
            try (Stream<Path> files = Files.list(learned)) {
                for (Path file : files.toList()) {
                    Files.copy(file, copy.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /** A started bot with its data in the folder itself. */
    static Arena started(Path folder) throws IOException, InterruptedException {
        Arena arena = new Arena(folder, folder.resolve("data"));
        arena.knowsTheQuestions();
        arena.start();
        return arena;
    }

    void set(String name, String value) {
        settings.put(name, value);
    }

    void unset(String name) {
        settings.remove(name);
    }

    Map<String, String> settings() {
        return settings;
    }

    void start() throws InterruptedException {
        start(List.of(LAUNCHER.toString(), "serve"));
    }

    /** Starts the bot by a command, unless it's running, and waits until it answers. */
    void start(List<String> command) throws InterruptedException {
        if (isAlive()) {
            return;
        }
        BotUnderTest started = BotUnderTest.start(command, settings, output());
        bot = started;
        if (!await(() -> !started.isAlive() || door.health().status() != 0, SECONDS_TO_START) || !started.isAlive()) {
            throw new IllegalStateException("the bot did not start; see " + output());
        }
    }

    boolean isAlive() {
        return bot != null && bot.isAlive();
    }

    long pid() {
        BotUnderTest running = bot;
        if (running == null) {
            throw new IllegalStateException("no bot was started");
        }
        return running.pid();
    }

    /** The number of lines the bot has written. */
    long lines() throws IOException {
        try (var lines = Files.lines(output())) {
            return lines.count();
        }
    }

    Path output() {
        return folder.resolve("output.txt");
    }

    Path data() {
        return data;
    }

    Door door() {
        return door;
    }

    int port() {
        return port;
    }

    FakeBotApi telegram() {
        return telegram;
    }

    FakeSlack slack() {
        return slack;
    }

    /** Waits, checking ten times a second; returns whether the condition came true in time. */
    static boolean await(BooleanSupplier condition, long seconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return true;
    }

    @Override
    public void close() {
        if (bot != null) {
            bot.close();
        }
        telegram.close();
        slack.close();
    }
}
