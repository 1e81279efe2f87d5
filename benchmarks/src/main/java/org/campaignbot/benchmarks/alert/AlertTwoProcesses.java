package org.campaignbot.benchmarks.alert;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.campaignbot.benchmarks.process.BotUnderTest;
import org.campaignbot.benchmarks.process.PostgresServer;
import org.campaignbot.testkit.FreePort;
import org.campaignbot.testkit.crash.SlidingWindow;
import org.campaignbot.testkit.telegram.FakeBotApi;
import org.campaignbot.testkit.telegram.FakeBotSettings;
import org.campaignbot.testkit.telegram.Limits;

/**
 * Sends one alert with two bot processes over one PostgreSQL, kills one halfway, and prints what became of every recipient.
 *
 * <p>The other finishes alone: what the dead one had claimed continues after its lease expires, up to two minutes later, so a run
 * takes about three minutes. Arguments: recipients (3,000), messages per second of both together (100), a new folder. Start it in
 * the checkout's folder; it exits with status 1 if someone neither got the alert nor is unknown, got it twice, or is reported as
 * having got it but didn't, if more are unknown than can be in flight, or if a second had more messages than allowed.
 */
public final class AlertTwoProcesses {

    /** Morning in New York, when alerts may be sent. */
    private static final Instant BEGIN = Instant.parse("2026-11-24T15:00:00Z");

    /** The launcher may have to build the bot first. */
    private static final Duration TO_START = Duration.ofMinutes(5);

    private static final int LOOK_MILLIS = 500;
    private static final double NANOS = 1e9;

    private final Path folder;
    private final int perSecond;
    private final SignedUp people;
    private final AlertScene scene;

    private AlertTwoProcesses(Path folder, int recipients, int perSecond, String databaseUrl) {
        this.folder = folder;
        this.perSecond = perSecond;
        this.people = new SignedUp(recipients, 0);
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        InstantSource clock = InstantSource.offset(InstantSource.system(), Duration.between(Instant.now(), BEGIN));
        this.scene = new AlertScene(folder, databaseUrl, Base64.getEncoder().encodeToString(key), clock);
    }

    /** Sends, kills, checks and prints. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int recipients = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3_000;
        int perSecond = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100;
        Path folder = arguments.length > 2 ? Path.of(arguments[2]) : Files.createTempDirectory("alert-two-processes");
        Files.createDirectories(folder);
        boolean good;
        try (PostgresServer server = PostgresServer.start(folder.resolve("postgresql"))) {
            good = new AlertTwoProcesses(folder, recipients, perSecond, server.url()).run();
        }
        System.exit(good ? 0 : 1);
    }

    private boolean run() throws IOException, InterruptedException {
        Limits limits = new Limits(perSecond, 0, 0, 0, Duration.ZERO);
        try (FakeBotApi api = FakeBotApi.start(FakeBotSettings.DEFAULTS
                .withLimits(limits)
                .withClock(scene.clock())
                .remembering(FakeBotSettings.Memory.COUNTS))) {
            Receipts receipts = new Receipts(api);
            scene.with(database -> {
                people.signUp(database, api, scene.clock().instant());
                return true;
            });
            int port = FreePort.find();
            String webhook = "http://127.0.0.1:" + port + "/telegram";
            try (BotUnderTest first = start(api, port, webhook);
                    BotUnderTest second = start(api, FreePort.find(), webhook)) {
                scene.schedule();
                api.await(() -> receipts.count() >= people.count() / 2, TO_START, "the alert does not go on");
                first.kill();
                long killed = System.nanoTime();
                long before = receipts.count();
                long end = awaitEnd(second);
                return tell(api, receipts, killed, before, end);
            }
        }
    }

    private BotUnderTest start(FakeBotApi api, int port, String webhook) throws IOException {
        Path data = Files.createDirectories(folder.resolve("bot-" + port));
        Map<String, String> settings = scene.settings(api.token(), api.url(), port, perSecond)
                .byWebhook(webhook, "alert-two-processes")
                .with("BOT_DATA", data.toString())
                .with(
                        "BOT_CLOCK",
                        Duration.between(Instant.now(), scene.clock().instant()).toString())
                .environment();
        long before = api.log().count("setWebhook");
        BotUnderTest bot = BotUnderTest.start(List.of("./bot", "serve"), settings, data.resolve("output.txt"));
        // Both set the same webhook; the second starts once the first has migrated the database.
        api.await(() -> api.log().count("setWebhook") > before, TO_START, "the bot did not start; see " + data);
        return bot;
    }

    private long awaitEnd(BotUnderTest survivor) throws InterruptedException {
        long until = System.nanoTime() + TO_START.toNanos();
        while (!scene.isOver()) {
            if (System.nanoTime() > until || !survivor.isAlive()) {
                throw new IllegalStateException("the alert has not ended; the bots' output is in " + folder);
            }
            Thread.sleep(LOOK_MILLIS);
        }
        return System.nanoTime();
    }

    private boolean tell(FakeBotApi api, Receipts receipts, long killed, long before, long end) {
        AlertVerdict verdict = new AlertJudge(scene, people, receipts, api.token()).verdict(1);
        List<Long> moments = receipts.moments();
        int most = SlidingWindow.most(moments, Duration.ofSeconds(1));
        System.out.println("| recipients | a second | received before the kill | received | said to be sent | unknown |"
                + " neither received nor unknown | received twice | sent but not received | most in any second |"
                + " limits reached | ended after the kill |");
        System.out.println("|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        System.out.printf(
                Locale.ROOT,
                "| %d | %d | %d | %d | %d | %d | %d | %d | %d | %d | %d | %.0f s |%n",
                people.count(),
                perSecond,
                before,
                verdict.received(),
                verdict.sent(),
                verdict.unknown(),
                verdict.lost(),
                verdict.twice(),
                verdict.claimed(),
                most,
                api.limitsReached(),
                (end - killed) / NANOS);
        return verdict.isGood() && most <= perSecond && api.limitsReached() == 0;
    }
}
