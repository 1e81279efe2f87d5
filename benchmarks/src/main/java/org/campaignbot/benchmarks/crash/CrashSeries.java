package org.campaignbot.benchmarks.crash;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.campaignbot.testkit.crash.CrashJudge;
import org.campaignbot.testkit.crash.Verdict;
import org.campaignbot.testkit.telegram.FakeBotApi;
import org.campaignbot.testkit.telegram.Person;

/** Kills something several times, each time while people wait for answers, and reports what became of them. */
final class CrashSeries {

    /** People who write at a time; with one update each being sent, twenty or more are in flight. */
    private static final int PEOPLE = 30;

    private static final int LEAST_IN_FLIGHT = 20;
    /** Over PostgreSQL what a killed process was sending waits for two minutes, until its claim runs out. */
    private static final Duration TO_ANSWER = Duration.ofMinutes(3);

    private static final Duration ON_ITS_WAY = Duration.ofSeconds(5);

    /** As long as a bot might still send something again that it shouldn't. */
    private static final int QUIET_MILLIS = 3_000;

    private final FakeBotApi api;
    private final People people;
    /** A fixed seed, so that a run can be repeated as far as the machine allows. */
    private final Random random = new Random(20);

    private final List<Long> kills = new ArrayList<>();
    private final List<Long> recoveries = new ArrayList<>();
    private int leastInFlight = Integer.MAX_VALUE;

    /**
     * The result.
     *
     * @param leastInFlight the fewest people waiting for an answer at a kill
     * @param slowestRecovery the most milliseconds from a kill to the next confirmed update
     */
    record Result(int kills, int people, int updates, int leastInFlight, long slowestRecovery, Verdict verdict) {}

    CrashSeries(FakeBotApi api) {
        this.api = api;
        this.people = new People(api);
    }

    /** Kills and restarts this many times. */
    Result run(Victim victim, int times) throws IOException, InterruptedException {
        try {
            for (int i = 0; i < times; i++) {
                round(victim);
            }
            people.awaitAnswers(TO_ANSWER);
        } catch (AssertionError stuck) {
            // What arrived until then is checked all the same, and says more than this.
            System.out.println("after " + kills.size() + " kills: " + stuck.getMessage());
        }
        Thread.sleep(QUIET_MILLIS);
        return new Result(
                kills.size(),
                people.count(),
                people.updates(),
                leastInFlight,
                recoveries.stream().mapToLong(Long::longValue).max().orElse(0),
                people.judge(new CrashJudge(kills, ON_ITS_WAY)));
    }

    private void round(Victim victim) throws IOException, InterruptedException {
        List<Person> writers = people.join(PEOPLE);
        people.type(writers, Script.UP_TO_THE_CALL);
        if (!people.awaitAnswers(TO_ANSWER)) {
            throw new AssertionError(people.waiting() + " people wait for an answer in peace");
        }
        long confirmed = api.confirmedUpdates();
        people.type(writers, Script.REPORT_AND_READ);
        // At most half of the updates, so that almost everyone is still waiting.
        int done = random.nextInt(PEOPLE * Script.REPORT_AND_READ.lines().size() / 2);
        api.await(() -> api.confirmedUpdates() - confirmed >= done, TO_ANSWER, "the bot stopped answering");
        crash(victim);
    }

    private void crash(Victim victim) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        victim.kill();
        kills.add(System.nanoTime());
        int inFlight = people.waiting();
        if (inFlight < LEAST_IN_FLIGHT) {
            System.out.println("only " + inFlight + " people waited at this kill");
        }
        leastInFlight = Math.min(leastInFlight, inFlight);
        long confirmed = api.confirmedUpdates();
        victim.restart();
        api.await(() -> api.confirmedUpdates() > confirmed, TO_ANSWER, "the bot did not come back");
        recoveries.add((System.nanoTime() - begin) / 1_000_000);
    }
}
