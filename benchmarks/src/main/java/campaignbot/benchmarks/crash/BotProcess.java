package campaignbot.benchmarks.crash;

import campaignbot.benchmarks.process.BotSettings;
import campaignbot.benchmarks.process.BotUnderTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** The bot as a process that can be killed and started again with the same settings. */
final class BotProcess implements Victim, AutoCloseable {

    private final BotSettings settings;
    private final InstantSource clock;
    private final Path output;
    private BotUnderTest bot;

    /**
     * Starts it.
     *
     * @param clock what it shall take for the time, so that no answer depends on the hour of the run
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

    /** Whether anybody listens on a port of 127.0.0.1. */
    static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException nobody) {
            return false;
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
