package org.campaignbot.benchmarks.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.campaignbot.benchmarks.process.BotSettings;
import org.campaignbot.benchmarks.process.BotUnderTest;
import org.campaignbot.benchmarks.process.FreePort;
import org.campaignbot.benchmarks.process.ProcessFigures;
import org.campaignbot.benchmarks.wire.Loop;

/** A running bot, with the people who write to it. */
final class Contestant implements AutoCloseable {

    /** The launcher may have to build the bot first. */
    private static final Duration TO_START = Duration.ofMinutes(5);

    private static final int SECONDS_TO_ANSWER = 20;

    private final Setup setup;
    private final Loop loop;
    private final Crowd crowd;
    private final BotUnderTest bot;

    private Contestant(Setup setup, Loop loop, Crowd crowd, BotUnderTest bot) {
        this.setup = setup;
        this.loop = loop;
        this.crowd = crowd;
        this.bot = bot;
    }

    /**
     * Starts a bot and waits until it has set its webhook.
     *
     * @param under a command to start it under, such as a tracer with its arguments; empty for none
     * @param folder a new folder for its data and output
     */
    static Contestant start(Setup setup, List<String> under, Loop loop, BotApiSink sink, Path folder)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Crowd crowd = new Crowd(loop, setup.journey());
        // In Telegram's format; the sink identifies bots by it.
        String token = (7_000_000_001L + folder.hashCode() % 1_000_000L) + ":AALoadRunOfTheBenchmarks-0123456789";
        loop.execute(() -> sink.serve(token, crowd));
        int port = FreePort.find();
        BotSettings settings = BotSettings.polling(token, sink.url(), port, folder)
                .byWebhook("http://127.0.0.1:" + port + "/telegram/webhook", "load-run-secret")
                .unlimited();
        List<String> command = new ArrayList<>(under);
        command.addAll(setup.command());
        BotUnderTest bot = BotUnderTest.start(command, settings.environment(), folder.resolve("output.txt"));
        if (!crowd.awaitWebhook(bot::isAlive, TO_START)) {
            bot.close();
            throw new IllegalStateException(setup.shown() + " set no webhook; what it said is in "
                    + bot.output().toAbsolutePath());
        }
        return new Contestant(setup, loop, crowd, bot);
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
        return loop.ask(() -> round.figures(took, used, drove));
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
    }
}
