package org.campaignbot.benchmarks.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.campaignbot.benchmarks.process.BotSettings;
import org.campaignbot.benchmarks.process.PostgresServer;
import org.campaignbot.testkit.FreePort;
import org.campaignbot.testkit.crash.CrashJudge;
import org.campaignbot.testkit.crash.SlidingWindow;
import org.campaignbot.testkit.crash.Verdict;
import org.campaignbot.testkit.telegram.FakeBotApi;
import org.campaignbot.testkit.telegram.FakeBotSettings;
import org.campaignbot.testkit.telegram.Limits;

/**
 * Runs two bot processes over one PostgreSQL, distributes the updates of one webhook to them in turn, and kills one.
 *
 * <p>First a letter is written, each part in either process; then many people write at once under Telegram's rate limits, and
 * meanwhile one process is killed and restarted. It exits with status 1 if anything was lost or a limit was reached. Arguments:
 * people (60), a new folder. Start it in the checkout's folder.
 */
public final class TwoProcesses {

    private static final String PATH = "/telegram/webhook";

    /** The launcher may have to build the bot first. */
    private static final Duration TO_START = Duration.ofMinutes(5);

    private static final Duration ON_ITS_WAY = Duration.ofSeconds(5);
    private static final int PER_SECOND = Limits.DOCUMENTED.perSecond();

    private final FakeBotApi api;
    private final People people;
    private final CrashJudge calm = new CrashJudge(List.of(), Duration.ZERO);

    private TwoProcesses(FakeBotApi api) {
        this.api = api;
        this.people = new People(api);
    }

    /** Runs and reports the result. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int crowd = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 60;
        Path folder = arguments.length > 1 ? Path.of(arguments[1]) : Files.createTempDirectory("two-processes");
        Files.createDirectories(folder);
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        String key = Base64.getEncoder().encodeToString(random);
        List<Integer> ports = List.of(FreePort.find(), FreePort.find());
        boolean good;
        try (PostgresServer server = PostgresServer.start(folder.resolve("postgresql"));
                FakeBotApi api = FakeBotApi.start(FakeBotSettings.DEFAULTS);
                Dealer dealer = new Dealer(ports)) {
            List<BotProcess> bots = new ArrayList<>();
            try {
                for (int port : ports) {
                    Path data = Files.createDirectories(folder.resolve("bot-" + port));
                    BotSettings settings = BotSettings.polling(api.token(), api.url(), port, data)
                            .byWebhook(dealer.url() + PATH, "two-processes-secret")
                            .with("DATABASE_URL", server.url())
                            .with("BOT_KEY", key);
                    bots.add(new BotProcess(settings, InstantSource.system(), data.resolve("output.txt")));
                    // Both set the same webhook; the second starts once the first has migrated the database.
                    long before = api.log().count("setWebhook");
                    bots.get(bots.size() - 1).await(() -> api.log().count("setWebhook") > before, TO_START);
                }
                good = new TwoProcesses(api).run(bots.get(0), crowd);
            } finally {
                bots.forEach(BotProcess::close);
            }
        }
        System.exit(good ? 0 : 1);
    }

    private boolean run(BotProcess victim, int crowd) throws InterruptedException {
        people.type(people.join(1), Script.LETTER);
        people.awaitAnswers(Duration.ofMinutes(2));
        Verdict letter = people.judge(calm);
        System.out.println("The letter: " + told(letter));
        if (!letter.isGood()) {
            return false;
        }

        people.type(people.join(crowd), Script.READ);
        api.await(() -> people.waiting() <= crowd * 3 / 4, Duration.ofMinutes(2), "nobody gets an answer");
        int inFlight = people.waiting();
        victim.kill();
        long killed = System.nanoTime();
        boolean isAnsweredByOne = people.awaitAnswers(Duration.ofMinutes(3));
        victim.restart();
        people.type(people.join(crowd / 2), Script.READ);
        people.awaitAnswers(Duration.ofMinutes(3));

        Verdict all = people.judge(new CrashJudge(List.of(killed), ON_ITS_WAY));
        int most = SlidingWindow.most(people.sendings(), Duration.ofSeconds(1));
        System.out.println("One killed while " + inFlight + " people waited: " + told(all)
                + (isAnsweredByOne ? "; the other answered alone" : "; the other did not answer everybody alone"));
        System.out.println("Most messages in any second: " + most + " of " + PER_SECOND + "; limits reached: "
                + api.limitsReached() + "; sent before a wait was over: "
                + api.earlySends().size());
        return all.isGood()
                && isAnsweredByOne
                && most <= PER_SECOND
                && api.limitsReached() == 0
                && api.earlySends().isEmpty();
    }

    private static String told(Verdict verdict) {
        return verdict.answered() + " answered, lost " + verdict.lost() + ", out of order " + verdict.outOfOrder()
                + ", " + verdict.repeated() + " repeated on their way, repeated otherwise " + verdict.unexplained();
    }
}
