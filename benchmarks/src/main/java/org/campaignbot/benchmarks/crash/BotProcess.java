package org.campaignbot.benchmarks.crash;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.campaignbot.benchmarks.process.BotSettings;
import org.campaignbot.benchmarks.process.BotUnderTest;
import org.campaignbot.testkit.telegram.FakeBotApi;

/** The bot as a process that can be killed and restarted with the same settings. */
final class BotProcess implements Victim, AutoCloseable {

    private final BotSettings settings;
    private final InstantSource clock;
    private final Path output;
    private BotUnderTest bot;

    /**
     * Starts it.
     *
     * @param clock the bot's time, so that no answer depends on the hour of the run
     */
    BotProcess(BotSettings settings, InstantSource clock, Path output) {
        this.settings = settings;
        this.clock = clock;
        this.output = output;
        this.bot = start();
    }

    private BotUnderTest start() {
        return BotUnderTest.start(
                List.of("./bot", "serve"),
                settings.with("BOT_CLOCK", clock.instant().toString()).environment(),
                output);
    }

    /** Waits until it has set its webhook or polls for updates. */
    void awaitListening(FakeBotApi api, Duration deadline) throws InterruptedException {
        await(
                () -> {
                    try {
                        api.awaitListening(Duration.ofMillis(1));
                        return true;
                    } catch (AssertionError notYet) {
                        return false;
                    }
                },
                deadline);
    }

    /**
     * Waits for something that it does after its start, which may take long if the launcher has to build it.
     *
     * @throws IllegalStateException if it ends instead, or doesn't do it by the deadline
     */
    void await(BooleanSupplier started, Duration deadline) throws InterruptedException {
        long until = System.nanoTime() + deadline.toNanos();
        while (!started.getAsBoolean()) {
            if (!isAlive() || System.nanoTime() > until) {
                throw new IllegalStateException("the bot did not start; what it said is in " + output.toAbsolutePath());
            }
            Thread.sleep(50);
        }
    }

    boolean isAlive() {
        return bot.isAlive();
    }

    @Override
    public void kill() throws InterruptedException {
        bot.kill();
    }

    @Override
    public void restart() {
        bot = start();
    }

    @Override
    public void close() {
        bot.close();
    }
}
