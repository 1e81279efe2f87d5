package org.campaignbot.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.campaignbot.sending.Account;
import org.campaignbot.sending.RateLimits;
import org.campaignbot.sending.SharedRateLimits.Need;
import org.campaignbot.storage.failure.UnusableDatabase;
import org.campaignbot.storage.serving.ServerLock;
import org.campaignbot.storage.serving.ServingLock;
import org.campaignbot.storage.sql.DatabaseLocation;
import org.campaignbot.storage.sql.Dialect;
import org.campaignbot.testkit.Fixtures;
import org.junit.jupiter.api.Test;

/** One server per file, any number over PostgreSQL, and none during a restore. */
class ServingLockTest {

    private static final Duration WINDOW = Duration.ofSeconds(1);

    private final Path folder = TestDatabase.folder();

    @Test
    void anSqliteFileHasOneServerAndOthersMayWriteBesideIt() throws Exception {
        try (Database first = open();
                Database second = open()) {
            ServingLock.Begun servingLock = begun(first);
            assertThat(second.serve())
                    .isInstanceOfSatisfying(
                            ServingLock.Refused.class,
                            refused -> assertThat(refused.why())
                                    .contains(folder.toString())
                                    .contains("BOT_DATA"));
            second.conversations().commit(List.of(Fixtures.firstTurn(Fixtures.conversationOf("ana"), "u1")));
            // A refused process must not have released the first one's lock.
            assertThat(servingLock.goesOn()).isTrue();
            assertThat(second.serve()).isInstanceOf(ServingLock.Refused.class);
            servingLock.close();
            begun(second).close();
        }
    }

    @Test
    void aServerThatIsKilledLeavesTheFileToTheNext() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServingProcess.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader reports = process.inputReader();
                Database here = open()) {
            assertThat(reports.readLine()).isEqualTo("serving");
            assertThat(here.serve()).isInstanceOf(ServingLock.Refused.class);
            process.toHandle().destroyForcibly();
            process.waitFor();
            // It may have sent right before the kill, so the next one waits for a whole window.
            TestDatabase.CLOCK.advance(Duration.ofHours(1));
            ServingLock.Begun next = begun(here);
            assertThat(maySendFrom(here)).isEqualTo(TestDatabase.CLOCK.instant().plus(WINDOW));
            next.close();
        }
    }

    @Test
    void afterAServerThatEndedInOrderTheNextWaitsOnlyForTheRestOfItsWindow() throws Exception {
        try (Database first = open()) {
            begun(first).close();
        }
        Instant end = TestDatabase.CLOCK.instant();
        TestDatabase.CLOCK.advance(Duration.ofMillis(400));
        try (Database next = open();
                ServingLock.Begun serving = begun(next)) {
            assertThat(maySendFrom(next)).isEqualTo(end.plus(WINDOW));
            TestDatabase.CLOCK.advance(Duration.ofHours(1));
            assertThat(serving.goesOn()).isTrue();
            assertThat(maySendFrom(next)).isEqualTo(end.plus(WINDOW));
        }
    }

    @Test
    void aServerThatCantLeaveItsEndStillLetsTheNextOneIn() throws Exception {
        try (Database first = open();
                Database next = open()) {
            ServingLock.Begun servingLock = begun(first);
            // An interrupted thread can't write to the file.
            Thread.currentThread().interrupt();
            servingLock.close();
            assertThat(Thread.interrupted()).isTrue();
            TestDatabase.CLOCK.advance(Duration.ofHours(1));
            ServingLock.Begun serving = begun(next);
            assertThat(maySendFrom(next)).isEqualTo(TestDatabase.CLOCK.instant().plus(WINDOW));
            serving.close();
        }
    }

    @Test
    void anEndThatTheClockHasYetToReachIsNotBelieved() throws Exception {
        try (Database first = open()) {
            begun(first).close();
        }
        TestDatabase.CLOCK.advance(Duration.ofMinutes(-5));
        try (Database next = open();
                ServingLock.Begun serving = begun(next)) {
            assertThat(serving.goesOn()).isTrue();
            assertThat(maySendFrom(next)).isEqualTo(TestDatabase.CLOCK.instant().plus(WINDOW));
        }
    }

    @Test
    void aLockFileThatHoldsAnythingElseIsThatOfAServerThatDied() throws Exception {
        Files.writeString(folder.resolve("server.lock"), "x".repeat(500));
        try (Database next = open();
                ServingLock.Begun serving = begun(next)) {
            assertThat(serving.goesOn()).isTrue();
            assertThat(maySendFrom(next)).isEqualTo(TestDatabase.CLOCK.instant().plus(WINDOW));
        }
    }

    @Test
    void aPostgresqlDatabaseHasSeveralServersAndNoneDuringARestore() {
        Database first = TestDatabase.POSTGRESQL.empty();
        Database second = TestDatabase.POSTGRESQL.restarted();
        ServerLock lock = first.serverLock();
        try (ServingLock.Begun here = begun(first);
                ServingLock.Begun there = begun(second)) {
            assertThat(here.goesOn() && there.goesOn()).isTrue();
            assertThat(lock.alone()).isEmpty();
        }
        try (ServerLock.Alone restoring = lock.alone().orElseThrow()) {
            assertThat(restoring).isNotNull();
            assertThat(first.serve()).isInstanceOf(ServingLock.Refused.class);
        }
        begun(first).close();
    }

    @Test
    void aServerWhoseConnectionPostgresqlEndedIsRegisteredAnew() throws Exception {
        Database database = TestDatabase.POSTGRESQL.empty();
        try (ServingLock.Begun servingLock = begun(database)) {
            TestDatabase.onServer("select pg_terminate_backend(pid) from pg_locks"
                    + " where locktype = 'advisory' and classid = " + Dialect.Subject.SERVER.number());
            assertThat(servingLock.goesOn()).isTrue();
            assertThat(database.serverLock().alone()).isEmpty();
        }
    }

    private Database open() throws UnusableDatabase {
        return Database.open(new DatabaseLocation.Embedded(folder), null, TestDatabase.CLOCK);
    }

    private static Instant maySendFrom(Database database) {
        Need need = new Need(new RateLimits.Limit(30, WINDOW), 0, 1);
        return database.pace().refresh(new Account("paper", "bot"), need, need).resumeNotBefore();
    }

    private static ServingLock.Begun begun(Database database) {
        ServingLock servingLock = database.serve();
        assertThat(servingLock).isInstanceOf(ServingLock.Begun.class);
        return (ServingLock.Begun) servingLock;
    }

    /** The process to kill. */
    static final class ServingProcess {

        private ServingProcess() {}

        @SuppressWarnings("SystemOut") // The pipe to the test.
        public static void main(String[] args) throws Exception {
            try (Database database = Database.open(
                    new DatabaseLocation.Embedded(Path.of(args[0])), null, java.time.InstantSource.system())) {
                System.out.println(database.serve() instanceof ServingLock.Begun ? "serving" : "refused");
                Thread.currentThread().join();
            }
        }
    }
}
