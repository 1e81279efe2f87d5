package org.campaignbot.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.campaignbot.benchmarks.process.BotSettings;
import org.campaignbot.benchmarks.process.BotUnderTest;
import org.campaignbot.benchmarks.process.PostgresServer;
import org.campaignbot.benchmarks.process.ProcessFigures;
import org.campaignbot.benchmarks.wire.Loop;
import org.campaignbot.testkit.FreePort;
import org.jspecify.annotations.Nullable;

/** A running bot, with the people who write to it. */
final class Contestant implements AutoCloseable {

    /** The launcher may have to build the bot first. */
    private static final Duration TO_START = Duration.ofMinutes(5);

    /** A new folder learns the questions first, which takes a busy machine a while. */
    private static final int SECONDS_TO_ANSWER = 120;

    /** A bot over PostgreSQL needs one that it's given: 32 bytes in Base64. */
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private final Setup setup;
    private final Loop loop;
    private final Crowd crowd;
    private final BotUnderTest bot;
    private final @Nullable PostgresServer database;
    private double firstAnswerSeconds;
    private double idleMegabytes = Double.NaN;
    private double updates;

    private Contestant(Setup setup, Loop loop, Crowd crowd, BotUnderTest bot, @Nullable PostgresServer database) {
        this.setup = setup;
        this.loop = loop;
        this.crowd = crowd;
        this.bot = bot;
        this.database = database;
    }

    /**
     * Starts a bot and waits until it has answered somebody.
     *
     * @param polling whether it polls, or has a webhook
     * @param under a command to start it under, such as a tracer with its arguments; empty for none
     * @param folder a new folder for its data and output
     */
    static Contestant start(Setup setup, boolean polling, List<String> under, Loop loop, BotApiSink sink, Path folder)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        PostgresServer database = setup == Setup.POSTGRESQL ? PostgresServer.start(folder.resolve("server")) : null;
        boolean started = false;
        try {
            List<String> command = new ArrayList<>(under);
            command.addAll(setup.command());
            Contestant contestant = start(setup, command, polling, loop, sink, folder, database);
            started = true;
            return contestant;
        } finally {
            if (!started && database != null) {
                database.close();
            }
        }
    }

    private static Contestant start(
            Setup setup,
            List<String> command,
            boolean polling,
            Loop loop,
            BotApiSink sink,
            Path folder,
            @Nullable PostgresServer database)
            throws IOException, InterruptedException {
        Crowd crowd = new Crowd(loop, setup.journey());
        // In Telegram's format; the sink identifies bots by it.
        String token = (7_000_000_001L + folder.hashCode() % 1_000_000L) + ":AALoadRunOfTheBenchmarks-0123456789";
        loop.execute(() -> sink.serve(token, crowd));
        int port = FreePort.find();
        BotSettings settings = BotSettings.polling(token, sink.url(), port, folder)
                .unlimited()
                .with("WEB", "on")
                .with("OPS_ADDRESS", "off");
        if (!polling) {
            settings = settings.byWebhook("http://127.0.0.1:" + port + "/telegram/webhook", "load-run-secret");
        }
        if (database != null) {
            settings = settings.with("DATABASE_URL", database.url()).with("BOT_KEY", KEY);
        }
        long begin = System.nanoTime();
        BotUnderTest bot = BotUnderTest.start(command, settings.environment(), folder.resolve("output.txt"));
        if (!crowd.awaitListening(bot::isAlive, TO_START)) {
            bot.close();
            throw new IllegalStateException(setup.shown() + " asked for no updates; what it said is in "
                    + bot.output().toAbsolutePath());
        }
        Contestant contestant = new Contestant(setup, loop, crowd, bot, database);
        contestant.round(1, 0);
        contestant.firstAnswerSeconds = (System.nanoTime() - begin) / 1e9;
        return contestant;
    }

    /**
     * Runs a round with this many people for this many seconds.
     *
     * @throws IllegalStateException if an answer is missing
     */
    Figures round(int chats, double seconds) throws InterruptedException {
        Round round = new Round();
        double processor = ProcessFigures.processorSeconds(bot.pid());
        double driver = loop.processorSeconds();
        long begin = System.nanoTime();
        loop.execute(() -> crowd.begin(round, chats));
        TimeUnit.NANOSECONDS.sleep(Math.round(seconds * 1e9));
        CountDownLatch allAnswered = loop.ask(crowd::end);
        double took = (System.nanoTime() - begin) / 1e9;
        if (!allAnswered.await(SECONDS_TO_ANSWER, TimeUnit.SECONDS)) {
            throw new IllegalStateException(
                    setup.shown() + " left an update without its answer: " + loop.ask(crowd::waiting));
        }
        double used = ProcessFigures.processorSeconds(bot.pid()) - processor;
        double drove = loop.processorSeconds() - driver;
        Figures figures = loop.ask(() -> round.figures(took, used, drove));
        updates += figures.updates();
        return figures;
    }

    /** How many updates it has answered in all. */
    double updates() {
        return updates;
    }

    /** Seconds from its start to its first answer, the making of a new database included. */
    double firstAnswerSeconds() {
        return firstAnswerSeconds;
    }

    /** Notes that it has been idle for a while. */
    void rested() {
        idleMegabytes = residentMegabytes();
    }

    double idleMegabytes() {
        return idleMegabytes;
    }

    /** The process's resident memory in megabytes. */
    double residentMegabytes() {
        return ProcessFigures.residentMegabytes(bot.pid());
    }

    Setup setup() {
        return setup;
    }

    @Override
    public void close() {
        bot.close();
        if (database != null) {
            try {
                database.close();
            } catch (IOException stillThere) {
                throw new UncheckedIOException("a database server of the run didn't end", stillThere);
            }
        }
    }
}
