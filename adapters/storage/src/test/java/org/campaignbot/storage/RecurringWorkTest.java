package org.campaignbot.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.campaignbot.storage.maintenance.RecurringWork;
import org.campaignbot.storage.maintenance.RecurringWork.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecurringWorkTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final long SECONDS = 60;

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

    static Stream<TestDatabase> both() {
        return Stream.of(TestDatabase.SQLITE, TestDatabase.POSTGRESQL);
    }

    @ParameterizedTest
    @MethodSource("both")
    void workIsDoneAtOnceAndAgainAfterItsPause(TestDatabase kind) throws Exception {
        try (RecurringWork work = work(kind.empty(), new Task("sweep", HOUR, () -> told.add("swept")))) {
            work.start();
            assertThat(next()).isEqualTo("swept");
            untilScheduled(kind, 1);
            assertThat(told).isEmpty();
            TestDatabase.CLOCK.advance(HOUR);
            assertThat(next()).isEqualTo("swept");
        }
    }

    @ParameterizedTest
    @MethodSource("both")
    void aFailureIsToldByItsKindAndTheNextRunComes(TestDatabase kind) throws Exception {
        Runnable failing = () -> {
            throw new IllegalStateException("about a person");
        };
        try (RecurringWork work = work(kind.empty(), new Task("fail", HOUR, failing))) {
            work.start();
            assertThat(next()).isEqualTo("fail: IllegalStateException");
            untilScheduled(kind, 1);
            TestDatabase.CLOCK.advance(HOUR);
            assertThat(next()).isEqualTo("fail: IllegalStateException");
        }
    }

    @Test
    void twoProcessesDoItOnce() throws Exception {
        Database first = TestDatabase.POSTGRESQL.empty();
        Semaphore mayEnd = new Semaphore(0);
        Task slow = new Task("slow", HOUR, () -> {
            told.add("begun");
            mayEnd.acquireUninterruptibly();
        });
        Task quick = new Task("quick", HOUR, () -> told.add("done"));
        try (RecurringWork here = work(first, slow);
                RecurringWork there = work(TestDatabase.POSTGRESQL.restarted(), slow, quick)) {
            here.start();
            assertThat(next()).isEqualTo("begun");
            there.start();
            // The other process looks for work, finds this and leaves the other alone.
            assertThat(next()).isEqualTo("done");
            untilScheduled(TestDatabase.POSTGRESQL, 1);
            assertThat(told).isEmpty();
            mayEnd.release(2);
        }
    }

    private RecurringWork work(Database database, Task... tasks) {
        return database.recurringWork(List.of(tasks), TestDatabase.CLOCK, (name, kind) -> told.add(name + ": " + kind));
    }

    private String next() throws InterruptedException {
        String next = told.poll(SECONDS, TimeUnit.SECONDS);
        return next == null ? "nothing within " + SECONDS + " seconds" : next;
    }

    /** Waits until the announced runs are over, according to their rows. */
    private static void untilScheduled(TestDatabase kind, int tasks) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        String finished = "select count(*) from scheduled_tasks where picked = false and last_success is not null";
        while (Integer.parseInt(kind.texts(finished).get(0)) < tasks && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(kind.texts(finished)).containsExactly(Integer.toString(tasks));
    }
}
