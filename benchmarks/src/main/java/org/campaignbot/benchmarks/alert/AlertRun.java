package org.campaignbot.benchmarks.alert;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.campaignbot.alert.AlertEntry;
import org.campaignbot.alert.sending.Recipients;
import org.campaignbot.benchmarks.process.BotUnderTest;
import org.campaignbot.benchmarks.process.Heap;
import org.campaignbot.benchmarks.process.PostgresServer;
import org.campaignbot.benchmarks.process.ProcessFigures;
import org.campaignbot.testkit.FreePort;
import org.campaignbot.testkit.crash.SlidingWindow;
import org.campaignbot.testkit.telegram.FakeBotApi;
import org.campaignbot.testkit.telegram.FakeBotSettings;
import org.campaignbot.testkit.telegram.Limits;
import org.campaignbot.testkit.telegram.Person;
import org.jspecify.annotations.Nullable;

/**
 * Sends an alert to many subscribers at a rate limit set for both the bot and the fake Telegram server, while a few people talk
 * to the bot and some subscribers stop their alerts, and prints the results.
 *
 * <p>Arguments: subscribers (100,000), a tenth of whom live where it's night and get nothing, messages per second (1,000), the
 * database ({@code sqlite} or {@code postgresql}), a new folder, and {@code warm} for a bot that has answered people before, or
 * {@code heap} to measure the bot's heap, too: each of its two full collections stops the bot, so the rate of such a run says little. Start it in the checkout's folder; it exits with status 1
 * if a limit was reached, or someone got the alert at night, twice, or after stopping their alerts.
 */
public final class AlertRun {

    private static final Instant BEGIN = Instant.parse("2026-11-24T15:00:00Z");

    /** The launcher may have to build the bot first. */
    private static final Duration TO_BEGIN = Duration.ofMinutes(5);

    /** A bot that has been up for a while: so many people have asked for help before the alert, which waits until then. */
    private static final int ASKED_BEFORE = 15_000;

    private static final long FIRST_ASKING = 5_800_000_001L;
    private static final int MILLIS_BETWEEN = 4;
    private static final Duration UNTIL_WARM = Duration.ofMinutes(2);

    private static final int SLEEPERS = 10;
    private static final double NANOS = 1e9;
    private static final int SECONDS_SHOWN = 10;

    private final int subscribers;
    private final int perSecond;
    private final Path folder;
    private final boolean withHeap;
    private final boolean isWarm;

    private AlertRun(int subscribers, int perSecond, Path folder, String more) {
        this.subscribers = subscribers;
        this.perSecond = perSecond;
        this.folder = folder;
        this.withHeap = more.equals("heap");
        this.isWarm = more.equals("warm");
    }

    /** Sends and prints. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int subscribers = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int perSecond = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000;
        boolean onServer = arguments.length > 2 && arguments[2].equals("postgresql");
        Path folder = arguments.length > 3 ? Path.of(arguments[3]) : Files.createTempDirectory("alert-run");
        Files.createDirectories(folder);
        AlertRun run = new AlertRun(subscribers, perSecond, folder, arguments.length > 4 ? arguments[4] : "");
        boolean good;
        if (onServer) {
            try (PostgresServer server = PostgresServer.start(folder.resolve("postgresql"))) {
                good = run.run(server);
            }
        } else {
            good = run.run(null);
        }
        System.exit(good ? 0 : 1);
    }

    private boolean run(@Nullable PostgresServer server) throws IOException, InterruptedException {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        InstantSource clock = InstantSource.offset(InstantSource.system(), Duration.between(Instant.now(), BEGIN));
        AlertScene scene = new AlertScene(
                folder,
                server == null ? null : server.url(),
                Base64.getEncoder().encodeToString(key),
                clock);
        SignedUp people = new SignedUp(subscribers, subscribers / SLEEPERS);
        Limits limits = new Limits(perSecond, 0, 0, 0, Limits.DOCUMENTED.tolerance());
        try (FakeBotApi api = FakeBotApi.start(FakeBotSettings.DEFAULTS
                .withLimits(limits)
                .withClock(clock)
                .remembering(FakeBotSettings.Memory.COUNTS))) {
            Receipts receipts = new Receipts(api);
            scene.with(database -> {
                people.signUp(database, api, clock.instant());
                return true;
            });
            scene.schedule(isWarm ? UNTIL_WARM : Duration.ZERO);
            Map<String, String> settings = scene.settings(api.token(), api.url(), FreePort.find(), perSecond)
                    .with("BOT_CLOCK", clock.instant().toString())
                    // The launcher disables what measuring the heap needs; these options override it.
                    .with("_JAVA_OPTIONS", "-XX:-DisableAttachMechanism")
                    .environment();
            try (BotUnderTest bot =
                    BotUnderTest.start(List.of("./bot", "serve"), settings, folder.resolve("output.txt"))) {
                if (isWarm) {
                    warm(api);
                }
                return send(scene, people, api, receipts, bot, server);
            }
        }
    }

    private static void warm(FakeBotApi api) throws InterruptedException {
        for (int i = 0; i < ASKED_BEFORE; i++) {
            api.talk(Person.of(FIRST_ASKING + i)).says("help");
            Thread.sleep(MILLIS_BETWEEN);
        }
    }

    private boolean send(
            AlertScene scene,
            SignedUp people,
            FakeBotApi api,
            Receipts receipts,
            BotUnderTest bot,
            @Nullable PostgresServer server)
            throws InterruptedException {
        long awake = people.awake().count();
        api.await(() -> receipts.count() > 0, TO_BEGIN, "the alert does not begin");
        double processor = ProcessFigures.processorSeconds(bot.pid());
        try (Bystanders bystanders = new Bystanders(api, people, perSecond)) {
            Duration toSend = Duration.ofSeconds(60 + 3 * awake / perSecond);
            api.await(() -> receipts.count() >= awake / 10, toSend, "the alert does not go on");
            double early = withHeap ? Heap.megabytesAfterCollection(bot.pid()) : Double.NaN;
            api.await(() -> receipts.count() >= awake * 9 / 10, toSend, "the alert does not go on");
            double late = withHeap ? Heap.megabytesAfterCollection(bot.pid()) : Double.NaN;
            bystanders.stop();
            long left = bystanders.left();
            awaitSent(receipts, awake - left, toSend);
            double used = ProcessFigures.processorSeconds(bot.pid()) - processor;
            List<Long> moments = receipts.moments();
            double seconds = (moments.get(moments.size() - 1) - moments.get(0)) / NANOS;
            long atNight = receipts.among(people.sleeping());
            Instant began = scene.when(AlertEntry.Act.SENDING_BEGAN);
            System.out.printf(
                    Locale.ROOT,
                    "sent %,d to %,d of %,d awake in %.1f s: %.1f a second, %.1f %% of %d, %.1f %% with %d answers%n",
                    receipts.count(),
                    receipts.among(people.awake()),
                    awake,
                    seconds,
                    moments.size() / seconds,
                    100 * moments.size() / seconds / perSecond,
                    perSecond,
                    100 * (moments.size() + bystanders.sent()) / seconds / perSecond,
                    bystanders.sent());
            System.out.println(bySecond(moments));
            System.out.printf(
                    Locale.ROOT,
                    "recipients %,d, all chosen within %.1f s%n",
                    scene.recipients(),
                    began == null ? Double.NaN : scene.chosenAfter(began).toMillis() / 1000.0);
            if (withHeap) {
                System.out.printf(
                        Locale.ROOT, "heap after a full collection %.1f MB at 10 %%, %.1f MB at 90 %%%n", early, late);
            }
            System.out.printf(
                    Locale.ROOT,
                    "processor time from the first message on, with the answers: %.2f ms a message%n",
                    1e3 * used / receipts.count());
            if (server != null) {
                System.out.println(rowWrites(server, receipts.count()));
            }
            System.out.printf(
                    Locale.ROOT,
                    "limits reached %d, most in any second %d; at night %d, twice %d, after the end of their alerts %d"
                            + " of %d%n",
                    api.limitsReached(),
                    SlidingWindow.most(moments, Duration.ofSeconds(1)),
                    atNight,
                    receipts.twice(),
                    bystanders.sentAfterTheEnd(),
                    left);
            System.out.printf(
                    Locale.ROOT,
                    "answers meanwhile: %d, median %.0f ms, 99 of 100 within %.0f ms; said to be sent %,d; load %.1f%n",
                    bystanders.answers(),
                    bystanders.percentile(50),
                    bystanders.percentile(99),
                    scene.count(Recipients.State.SENT),
                    ProcessFigures.loadAverage());
            return api.limitsReached() == 0
                    && atNight == 0
                    && receipts.twice() == 0
                    && bystanders.sentAfterTheEnd() == 0;
        }
    }

    /** Where a rate was lost: the alerts of the first and last seconds, and the fewest of the seconds between. */
    private static String bySecond(List<Long> moments) {
        long first = moments.get(0);
        int[] each = new int[(int) ((moments.get(moments.size() - 1) - first) / (long) NANOS) + 1];
        for (long moment : moments) {
            each[(int) ((moment - first) / (long) NANOS)]++;
        }
        int edge = Math.min(SECONDS_SHOWN, each.length);
        int[] between = each.length > 2 * edge ? Arrays.copyOfRange(each, edge, each.length - edge) : new int[0];
        Arrays.sort(between);
        return "alerts a second, first " + Arrays.toString(Arrays.copyOf(each, edge)) + ", last "
                + Arrays.toString(Arrays.copyOfRange(each, each.length - edge, each.length)) + ", fewest between "
                + Arrays.toString(Arrays.copyOf(between, Math.min(SECONDS_SHOWN, between.length)));
    }

    /** PostgreSQL's count of rows inserted, changed and deleted in the tables that alerts pass through. */
    private static String rowWrites(PostgresServer server, long sent) {
        StringBuilder line = new StringBuilder("rows written a message:");
        double all = 0;
        try (Connection connection = DriverManager.getConnection(server.url());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select relname, n_tup_ins + n_tup_upd + n_tup_del"
                        + " from pg_stat_user_tables where relname in ('alert_recipient', 'outbox', 'chat_use')"
                        + " order by relname")) {
            while (row.next()) {
                double each = row.getLong(2) / (double) sent;
                all += each;
                line.append(String.format(Locale.ROOT, " %s %.2f,", row.getString(1), each));
            }
        } catch (SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        return line + String.format(Locale.ROOT, " in all %.2f", all);
    }

    /** Waits until everyone awake has it, or nothing has come for a while: people who stopped meanwhile may have it or not. */
    private static void awaitSent(Receipts receipts, long atLeast, Duration deadline) throws InterruptedException {
        long until = System.nanoTime() + deadline.toNanos();
        long before = -1;
        while (System.nanoTime() < until && (receipts.count() < atLeast || receipts.count() != before)) {
            before = receipts.count();
            Thread.sleep(2_000);
        }
    }
}
