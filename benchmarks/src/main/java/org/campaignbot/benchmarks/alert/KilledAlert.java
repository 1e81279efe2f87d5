package org.campaignbot.benchmarks.alert;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.campaignbot.benchmarks.process.BotUnderTest;
import org.campaignbot.benchmarks.process.PostgresServer;
import org.campaignbot.testkit.FreePort;
import org.campaignbot.testkit.telegram.FakeBotApi;
import org.campaignbot.testkit.telegram.FakeBotSettings;
import org.campaignbot.testkit.telegram.Limits;
import org.jspecify.annotations.Nullable;

/** One alert during which the bot or its database server is killed a few times. */
final class KilledAlert {

    /** Kills in one alert, spread evenly. */
    static final int KILLS = 5;

    /** Fast, so that many messages are in flight at a kill. */
    private static final int PER_SECOND = 1_000;

    /** Morning in New York, when alerts may be sent. */
    private static final Instant BEGIN = Instant.parse("2026-11-24T15:00:00Z");

    /** The launcher may have to build the bot first. */
    private static final Duration TO_SEND = Duration.ofMinutes(5);

    private static final int LOOK_MILLIS = 500;

    private final Path data;
    private final @Nullable PostgresServer server;
    private final boolean killsServer;
    private final SignedUp people;
    private final AlertScene scene;

    /**
     * An alert that nobody has received yet.
     *
     * @param server the database server, or null for SQLite
     * @param killsServer whether the server is killed instead of the bot
     */
    KilledAlert(Path data, @Nullable PostgresServer server, boolean killsServer, int recipients) {
        this.data = data;
        this.server = server;
        this.killsServer = killsServer;
        this.people = new SignedUp(recipients, 0);
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        InstantSource clock = InstantSource.offset(InstantSource.system(), Duration.between(Instant.now(), BEGIN));
        this.scene = new AlertScene(
                data, server == null ? null : server.url(), Base64.getEncoder().encodeToString(key), clock);
    }

    /** Sends it with this many kills, and checks the result. */
    AlertVerdict run(int times) throws IOException, InterruptedException {
        try (FakeBotApi api = FakeBotApi.start(FakeBotSettings.DEFAULTS
                .withLimits(Limits.NONE)
                .withClock(scene.clock())
                .remembering(FakeBotSettings.Memory.COUNTS))) {
            Receipts receipts = new Receipts(api);
            scene.with(database -> {
                people.signUp(database, api, scene.clock().instant());
                return true;
            });
            scene.schedule();
            int port = FreePort.find();
            BotUnderTest bot = start(api, port);
            try {
                for (int kill = 1; kill <= times; kill++) {
                    long atLeast = (long) people.count() * kill / (times + 1);
                    api.await(() -> receipts.count() >= atLeast, TO_SEND, "the alert does not go on");
                    if (killsServer && server != null) {
                        server.kill();
                        server.restart();
                    } else {
                        bot.kill();
                        bot = start(api, port);
                    }
                }
                awaitEnd();
            } finally {
                bot.close();
            }
            return new AlertJudge(scene, people, receipts, api.token()).verdict(times);
        }
    }

    private BotUnderTest start(FakeBotApi api, int port) {
        Map<String, String> settings = scene.settings(api.token(), api.url(), port, PER_SECOND)
                .with("BOT_CLOCK", scene.clock().instant().toString())
                .environment();
        return BotUnderTest.start(List.of("./bot", "serve"), settings, data.resolve("output.txt"));
    }

    private void awaitEnd() throws InterruptedException {
        long until = System.nanoTime() + TO_SEND.toNanos();
        while (!scene.isOver()) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("the alert has not ended; the bot's output is in " + data);
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }
}
