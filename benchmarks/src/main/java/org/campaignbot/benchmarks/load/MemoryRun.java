package org.campaignbot.benchmarks.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.campaignbot.benchmarks.wire.Loop;

/**
 * Measures what the bot keeps in memory: idle, a quiet minute after many updates from new people, and once it should hold nothing more from
 * them.
 *
 * <p>Arguments: the updates (100,000), a new folder on the disk, and how many more minutes to wait (40). Start it in the checkout's folder.
 */
public final class MemoryRun {

    private static final int CHATS = 50;
    private static final double SECONDS_A_ROUND = 3;
    private static final int SECONDS_TO_REST = 40;
    private static final int SECONDS_AFTER = 60;

    private MemoryRun() {}

    /** Measures and prints the results. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        long updates = arguments.length > 0 ? Long.parseLong(arguments[0]) : 100_000;
        Path folder = arguments.length > 1 ? Path.of(arguments[1]) : Files.createTempDirectory("memory-run");
        int minutes = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 40;
        Files.createDirectories(folder);
        try (Loop loop = new Loop("driver");
                Contestant bot = Contestant.start(
                        Setup.OURS, false, List.of(), loop, new BotApiSink(loop), folder.resolve("ours"))) {
            TimeUnit.SECONDS.sleep(SECONDS_TO_REST);
            print(bot, "idle");
            while (bot.updates() < updates) {
                bot.round(CHATS, SECONDS_A_ROUND);
            }
            print(bot, "at once");
            TimeUnit.SECONDS.sleep(SECONDS_AFTER);
            print(bot, "a quiet minute later");
            TimeUnit.MINUTES.sleep(minutes);
            print(bot, minutes + " minutes later");
        }
    }

    private static void print(Contestant bot, String when) {
        System.out.printf(Locale.ROOT, "%,.0f updates, %s: %.0f MB%n", bot.updates(), when, bot.residentMegabytes());
    }
}
