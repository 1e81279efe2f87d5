package org.campaignbot.benchmarks.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.campaignbot.benchmarks.process.BotSettings;
import org.campaignbot.benchmarks.process.PostgresServer;
import org.campaignbot.storage.failure.UnusableDatabase;
import org.campaignbot.testkit.FreePort;
import org.campaignbot.testkit.telegram.FakeBotApi;
import org.campaignbot.testkit.telegram.FakeBotSettings;
import org.campaignbot.testkit.telegram.Limits;
import org.jspecify.annotations.Nullable;

/**
 * Kills the bot over both databases, and PostgreSQL under it, repeatedly, and prints what people lost, which should be nothing.
 *
 * <p>Arguments: kills of each kind (20), a new folder, and the kinds ({@code sqlite sqlite-polling postgresql server}; all).
 * Start it in the checkout's folder; it exits with status 1 if something was lost, repeated without need or counted wrongly.
 */
public final class CrashRun {

    /** The launcher may have to build the bot first. */
    private static final Duration TO_START = Duration.ofMinutes(5);

    /** Office hours in Washington, when a report follows a call. */
    private static final Instant BEGIN = Instant.parse("2026-11-24T15:00:00Z");

    private final int kills;
    private final Path folder;
    private final String key;

    private CrashRun(int kills, Path folder, String key) {
        this.kills = kills;
        this.folder = folder;
        this.key = key;
    }

    /** Kills, checks and prints a table. */
    public static void main(String[] arguments) throws IOException, InterruptedException, UnusableDatabase {
        int kills = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
        Path folder = arguments.length > 1 ? Path.of(arguments[1]) : Files.createTempDirectory("crash-run");
        List<String> kinds = arguments.length > 2
                ? Arrays.asList(arguments).subList(2, arguments.length)
                : List.of("sqlite", "sqlite-polling", "postgresql", "server");
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        CrashRun run = new CrashRun(kills, folder, Base64.getEncoder().encodeToString(key));
        System.out.println(
                "| killed | kills | people waiting at a kill, least | updates | answered | lost | out of order |"
                        + " repeated on their way | repeated otherwise | calls reported | calls counted | slowest recovery |");
        System.out.println("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        boolean good = true;
        for (String kind : kinds) {
            good &= run.run(kind);
        }
        System.exit(good ? 0 : 1);
    }

    private boolean run(String kind) throws IOException, InterruptedException, UnusableDatabase {
        Path data = Files.createDirectories(folder.resolve(kind));
        if (kind.startsWith("sqlite")) {
            return run(kind, data, null);
        }
        try (PostgresServer server = PostgresServer.start(data.resolve("postgresql"))) {
            return run(kind, data, server);
        }
    }

    private boolean run(String kind, Path data, @Nullable PostgresServer server)
            throws IOException, InterruptedException, UnusableDatabase {
        InstantSource clock = InstantSource.offset(InstantSource.system(), Duration.between(Instant.now(), BEGIN));
        CrashSeries.Result result;
        try (FakeBotApi api = FakeBotApi.start(
                FakeBotSettings.DEFAULTS.withLimits(Limits.NONE).withClock(clock))) {
            int port = FreePort.find();
            BotSettings settings = BotSettings.polling(api.token(), api.url(), port, data)
                    .unlimited()
                    .with("BOT_KEY", key);
            if (!kind.endsWith("polling")) {
                settings = settings.byWebhook("http://127.0.0.1:" + port + "/telegram/webhook", "crash-run-secret");
            }
            if (server != null) {
                settings = settings.with("DATABASE_URL", server.url());
            }
            try (BotProcess bot = new BotProcess(settings, clock, data.resolve("output.txt"))) {
                bot.awaitListening(api, TO_START);
                Victim victim = server != null && kind.equals("server") ? new DatabaseCrash(server, bot) : bot;
                result = new CrashSeries(api).run(victim, kills);
            }
        }
        return tell(kind, result, Counts.calls(server == null ? null : server.url(), data, key));
    }

    private boolean tell(String kind, CrashSeries.Result result, long counted) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %d | %d | %d | %d | %d | %d | %.1f s |%n",
                kind,
                result.kills(),
                result.leastInFlight(),
                result.updates(),
                result.verdict().answered(),
                result.verdict().lost().size(),
                result.verdict().outOfOrder().size(),
                result.verdict().repeated(),
                result.verdict().unexplained().size(),
                result.people(),
                counted,
                result.slowestRecovery() / 1000.0);
        return result.kills() == kills && result.verdict().isGood() && counted == result.people();
    }
}
