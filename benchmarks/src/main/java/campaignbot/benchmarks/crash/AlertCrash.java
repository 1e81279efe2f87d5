package campaignbot.benchmarks.crash;

import campaignbot.benchmarks.process.BotSettings;
import campaignbot.benchmarks.process.FreePort;
import campaignbot.benchmarks.process.PostgresServer;
import campaignbot.storage.BotKey;
import campaignbot.storage.Database;
import campaignbot.storage.DatabaseLocation;
import campaignbot.testkit.telegram.Call;
import campaignbot.testkit.telegram.FakeBotApi;
import campaignbot.testkit.telegram.FakeBotSettings;
import campaignbot.testkit.telegram.Limits;
import campaignbot.testkit.telegram.Person;
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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Kills the bot, or the database server under it, in the middle of alerts, and judges by the fake's log who got them.
 *
 * <p>Arguments: kills of each kind (50), recipients of an alert (5000), a new folder, and which kinds ({@code sqlite postgresql
 * server}; all). Started in the checkout's folder; it ends with status 1 where anybody got an alert twice, or neither got it nor is
 * counted as unknown, or more are unknown than were on their way.
 */
public final class AlertCrash {

    private static final int KILLS_AN_ALERT = 5;
    private static final int RATE = 500;

    /** What departs at once is what leaves in a tenth of a second, or fewer where the bot has not as many threads. */
    private static final int ON_THEIR_WAY = 48;

    private static final Duration TO_START = Duration.ofMinutes(5);
    private static final Duration TO_SEND = Duration.ofMinutes(10);
    private static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");

    private final FakeBotApi api;
    private final Victim victim;
    private final Database database;
    private final String account;
    private final int recipients;
    private long firstPerson = 1;
    private int alerts;

    private AlertCrash(FakeBotApi api, Victim victim, Database database, int recipients) {
        this.api = api;
        this.victim = victim;
        this.database = database;
        this.account = api.token().substring(0, api.token().indexOf(':'));
        this.recipients = recipients;
    }

    /** Kills, judges and prints a table. */
    public static void main(String[] arguments) throws Exception {
        int kills = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50;
        int recipients = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5_000;
        Path folder = arguments.length > 2 ? Path.of(arguments[2]) : Files.createTempDirectory("alert-crash");
        List<String> kinds = arguments.length > 3
                ? Arrays.asList(arguments).subList(3, arguments.length)
                : List.of("sqlite", "postgresql", "server");
        System.out.println(
                "| killed | alert | kills | recipients | received | received twice | unknown, of them received |"
                        + " neither | as sent |");
        System.out.println("|---|---|---:|---:|---:|---:|---:|---:|---|");
        boolean isGood = true;
        for (String kind : kinds) {
            isGood &= run(kind, kills, recipients, Files.createDirectories(folder.resolve(kind)));
        }
        System.exit(isGood ? 0 : 1);
    }

    private static boolean run(String kind, int kills, int recipients, Path folder) throws Exception {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        String key = Base64.getEncoder().encodeToString(random);
        Path data = Files.createDirectories(folder.resolve("data"));
        boolean hasServer = !kind.equals("sqlite");
        try (FakeBotApi api = FakeBotApi.start(FakeBotSettings.DEFAULTS.withLimits(Limits.NONE));
                PostgresServer server = hasServer ? PostgresServer.start(folder.resolve("postgresql")) : null) {
            BotSettings settings = BotSettings.polling(api.token(), api.url(), FreePort.find(), data)
                    .unlimited()
                    .with("TELEGRAM_RATE_PER_SECOND", Integer.toString(RATE))
                    .with("TELEGRAM_ALERT_RATE_PER_SECOND", Integer.toString(RATE))
                    .with("ALERT_CANARY_PERCENT", "0")
                    .with("BOT_KEY", key);
            BotSettings stored = server == null ? settings : settings.with("DATABASE_URL", server.url());
            try (BotProcess bot = new BotProcess(stored, () -> NOON, folder.resolve("output.txt"))) {
                bot.awaitListening(api, TO_START);
                DatabaseLocation location = DatabaseLocation.of(server == null ? null : server.url(), data);
                try (Database database = Database.open(location, BotKey.of(key, "the run"), InstantSource.system())) {
                    Victim victim = kind.equals("server") && server != null ? new DatabaseCrash(server, bot) : bot;
                    return new AlertCrash(api, victim, database, recipients).run(kind, kills);
                }
            }
        }
    }

    private boolean run(String kind, int kills) throws IOException, InterruptedException {
        boolean isGood = true;
        for (int done = 0; done < kills; done += KILLS_AN_ALERT) {
            isGood &= send(kind, Math.min(KILLS_AN_ALERT, kills - done));
        }
        return isGood;
    }

    private boolean send(String kind, int kills) throws IOException, InterruptedException {
        AlertSend alert = new AlertSend(database, "run" + ++alerts, NOON);
        for (long person = firstPerson; person < firstPerson + recipients; person++) {
            api.talk(Person.of(person)).says("hello");
        }
        api.awaitAllConfirmed(TO_SEND);
        alert.subscribe(account, firstPerson, recipients);
        firstPerson += recipients;
        Map<Long, Integer> received = new ConcurrentHashMap<>();
        AtomicInteger all = new AtomicInteger();
        api.log().listen(call -> note(call, alert.words(), received, all));
        alert.begin();
        for (int kill = 1; kill <= kills; kill++) {
            int until = recipients * kill / (kills + 1);
            api.await(() -> all.get() >= until, TO_SEND, "the alert does not go on");
            victim.kill();
            victim.restart();
        }
        api.await(() -> isDone(alert), TO_SEND, "the alert does not come to its end");
        return judge(kind, kills, alert.figures(), received);
    }

    private static void note(Call call, String words, Map<Long, Integer> received, AtomicInteger all) {
        if (call.text().contains(words)) {
            received.merge(call.chat(), 1, Integer::sum);
            all.incrementAndGet();
        }
    }

    /** While the database's server is away nobody knows. */
    private static boolean isDone(AlertSend alert) {
        try {
            return alert.isDone();
        } catch (RuntimeException away) {
            return false;
        }
    }

    private boolean judge(String kind, int kills, Map<String, Long> figures, Map<Long, Integer> received) {
        long twice = received.values().stream().filter(times -> times > 1).count();
        long unknown = figures.getOrDefault("unknown", 0L);
        long sent = figures.getOrDefault("sent", 0L);
        long receivedUnknown = received.size() - sent;
        long neither = recipients - sent - unknown;
        System.out.println("| " + kind + " | " + alerts + " | " + kills + " | " + recipients + " | " + received.size()
                + " | " + twice + " | " + unknown + ", " + receivedUnknown + " | " + neither + " | " + figures + " |");
        return twice == 0
                && neither == 0
                && receivedUnknown >= 0
                && receivedUnknown <= unknown
                && unknown <= (long) kills * ON_THEIR_WAY;
    }
}
