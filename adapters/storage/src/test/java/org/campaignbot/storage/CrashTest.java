package org.campaignbot.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.sending.Outgoing;
import org.campaignbot.storage.failure.UnusableDatabase;
import org.campaignbot.storage.sql.DatabaseLocation;
import org.campaignbot.testkit.Fixtures;
import org.campaignbot.update.ConversationStore.PendingEffect;
import org.campaignbot.update.ConversationStore.Saved;
import org.campaignbot.update.ConversationStore.Verdict;
import org.junit.jupiter.api.Test;

/** A process that commits turns as fast as it can is killed repeatedly in the middle of it. */
class CrashTest {

    private static final int KILLS = 5;

    private final Path folder = TestDatabase.folder();
    private final List<ConversationKey> people = CommittingProcess.PEOPLE;

    @Test
    void noTurnThatWasCommittedIsLostAndNoneIsHalfThere() throws Exception {
        long kept = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            long acknowledged = runUntilKilled(kept, 7L * kill);
            try (Database database = open()) {
                long now = turnOfAll(database);
                assertThat(now).as("after kill %s", kill).isBetween(acknowledged, acknowledged + 1);
                assertThatEachTurnIsWhole(database, now);
                kept = now;
            }
        }
        assertThat(kept).isGreaterThan(KILLS);
    }

    /** Starts a process that commits more batches, kills it, and returns the last batch reported as committed. */
    private long runUntilKilled(long from, long batches) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CommittingProcess.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long last = from;
        try (BufferedReader reports = process.inputReader()) {
            String report = reports.readLine();
            while (report != null) {
                last = Long.parseLong(report);
                if (last == from + batches) {
                    // SIGKILL at a different point of its round each time; what it had reported until then is still
                    // read.
                    LockSupport.parkNanos(batches * 100_000);
                    process.toHandle().destroyForcibly();
                }
                report = reports.readLine();
            }
        }
        process.waitFor();
        assertThat(last).as("the process was working when it was killed").isGreaterThanOrEqualTo(from + batches);
        return last;
    }

    private Database open() throws UnusableDatabase {
        return Database.open(new DatabaseLocation.Embedded(folder), null, TestDatabase.CLOCK);
    }

    /** The turn number of all conversations; each batch takes all of them one turn further. */
    private long turnOfAll(Database database) {
        Map<ConversationKey, Saved> saved = database.conversations().load(people);
        assertThat(saved).hasSameSizeAs(people);
        List<Long> turns = saved.values().stream()
                .map(each -> each.state().turn())
                .distinct()
                .toList();
        assertThat(turns).hasSize(1);
        return turns.get(0);
    }

    private void assertThatEachTurnIsWhole(Database database, long turns) {
        List<PendingEffect> effects = database.conversations().pendingEffects(Integer.MAX_VALUE);
        List<Outgoing> messages = database.outbox().claim(Integer.MAX_VALUE);
        for (ConversationKey person : people) {
            assertThat(effects.stream()
                            .filter(each -> each.conversation().equals(person))
                            .map(each -> each.effect().turn()))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, turns).boxed().toList());
            assertThat(messages.stream()
                            .filter(each -> each.to().equals(person.address()))
                            .map(Outgoing::id))
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, turns)
                            .mapToObj(turn -> CommittingProcess.update(person, turn) + "/0")
                            .toList());
        }
        assertThat(database.conversations()
                        .commit(people.stream()
                                .map(person -> Fixtures.firstTurn(person, CommittingProcess.update(person, turns)))
                                .toList()))
                .containsOnly(Verdict.REPEATED);
    }

    /** The process to kill: it takes all conversations one turn further in each batch, and reports each committed batch. */
    static final class CommittingProcess {

        static final List<ConversationKey> PEOPLE = IntStream.range(0, 10)
                .mapToObj(i -> Fixtures.conversationOf("person" + i))
                .toList();

        private CommittingProcess() {}

        static String update(ConversationKey person, long turn) {
            return person.person().id() + "-" + turn;
        }

        @SuppressWarnings("SystemOut") // The pipe to the test.
        public static void main(String[] args) throws Exception {
            Path folder = Path.of(args[0]);
            try (Database database =
                    Database.open(new DatabaseLocation.Embedded(folder), null, java.time.InstantSource.system())) {
                while (true) {
                    Map<ConversationKey, Saved> saved = database.conversations().load(PEOPLE);
                    long next = saved.values().stream()
                                    .mapToLong(each -> each.state().turn())
                                    .max()
                                    .orElse(0)
                            + 1;
                    List<Verdict> verdicts = database.conversations()
                            .commit(PEOPLE.stream()
                                    .map(person -> Fixtures.turn(
                                            person,
                                            Stream.ofNullable(saved.get(person))
                                                    .mapToLong(Saved::version)
                                                    .sum(),
                                            update(person, next),
                                            Fixtures.waitingAt("call", "outcome", next)))
                                    .toList());
                    if (!verdicts.stream().allMatch(Verdict.COMMITTED::equals)) {
                        throw new IllegalStateException("not committed: " + verdicts);
                    }
                    System.out.println(next);
                }
            }
        }
    }
}
