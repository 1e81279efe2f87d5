package org.campaignbot.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.outcomes.Tally;
import org.campaignbot.storage.failure.StorageFailure;
import org.campaignbot.storage.sql.BatchWrite;
import org.campaignbot.testkit.Fixtures;
import org.campaignbot.timers.Timer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A round of effects costs one commit, and a failing one doesn't affect the others. */
class InOneCommitTest {

    private static final ConversationKey ANA = Fixtures.conversationOf("ana");
    private static final Tally.Deed CALL = new Tally.Deed("call", "NY-S1");
    private static final Tally.Deed OTHER_CALL = new Tally.Deed("call", "CA-S1");

    static Stream<TestDatabase> both() {
        return Stream.of(TestDatabase.SQLITE, TestDatabase.POSTGRESQL);
    }

    @ParameterizedTest
    @MethodSource("both")
    void nobodyElseSeesAnythingUntilAllOfItIsThere(TestDatabase kind) {
        Database database = kind.empty();
        database.conversations().commit(List.of(Fixtures.firstTurn(ANA, "u1")));
        try (Database other = kind.another()) {
            database.inOneCommit(() -> {
                database.tally().count("ana", CALL, "spoke", Fixtures.WAY, Fixtures.NOON);
                database.timers().set(timer());
                database.conversations().settleEffects(database.conversations().pendingEffects(10));
                assertThat(database.conversations().pendingEffects(10)).isEmpty();
                assertThat(database.tally().bySeat(Fixtures.EVER)).hasSize(1);
                assertThat(other.tally().bySeat(Fixtures.EVER)).isEmpty();
                assertThat(rowsOf(other, "effect")).isEqualTo(1);
            });
            assertThat(other.tally().bySeat(Fixtures.EVER)).hasSize(1);
            assertThat(rowsOf(other, "effect")).isZero();
            assertThat(rowsOf(other, "timer")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("both")
    void aWriteThatFailsIsUndoneAlone(TestDatabase kind) {
        Database database = kind.empty();
        database.inOneCommit(() -> {
            database.tally().count("ana", CALL, "spoke", Fixtures.WAY, Fixtures.NOON);
            assertThatThrownBy(() -> database.connections().write(connection -> {
                        BatchWrite.one(connection, "delete from outcome_by_seat");
                        return BatchWrite.one(
                                connection, "insert into outcome_by_seat (action) values (?)", "half a row");
                    }))
                    .isInstanceOf(StorageFailure.class);
            database.timers().set(timer());
        });
        assertThat(database.tally().bySeat(Fixtures.EVER)).hasSize(1);
        assertThat(kind.rowsOf("timer")).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("both")
    void whatTheWorkThrowsUndoesAll(TestDatabase kind) {
        Database database = kind.empty();
        assertThatThrownBy(() -> database.inOneCommit(() -> {
                    database.tally().count("ana", CALL, "spoke", Fixtures.WAY, Fixtures.NOON);
                    database.inOneCommit(() -> database.timers().set(timer()));
                    throw new IllegalStateException("made by this test");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(database.tally().bySeat(Fixtures.EVER)).isEmpty();
        assertThat(kind.rowsOf("timer")).isZero();
        database.timers().set(timer());
        assertThat(kind.rowsOf("timer")).isEqualTo(1);
    }

    @Test
    void processesThatWriteTheSameRowsInOppositeOrdersDoNotWaitInACircle() throws Exception {
        Database first = TestDatabase.POSTGRESQL.empty();
        Database second = TestDatabase.POSTGRESQL.restarted();
        ExecutorService processes = Executors.newFixedThreadPool(2);
        try {
            Future<?> there = processes.submit(() -> count(first, "ana", CALL, OTHER_CALL));
            Future<?> back = processes.submit(() -> count(second, "ben", OTHER_CALL, CALL));
            there.get();
            back.get();
        } finally {
            processes.shutdownNow();
        }
        assertThat(first.tally().bySeat(Fixtures.EVER))
                .extracting(Tally.SeatTotal::count)
                .containsExactly(40L, 40L);
    }

    private static void count(Database database, String doer, Tally.Deed one, Tally.Deed other) {
        for (int round = 0; round < 20; round++) {
            String person = doer + round;
            database.inOneCommit(() -> {
                database.tally().count(person, one, "spoke", Fixtures.WAY, Fixtures.NOON);
                database.tally().count(person, other, "spoke", Fixtures.WAY, Fixtures.NOON);
            });
        }
    }

    private static Timer timer() {
        return new Timer(new Timer.Id(ANA, 1, 0), "call", Fixtures.NOON, Campaigners.ZONE);
    }

    private static long rowsOf(Database database, String table) {
        return database.connections().read(connection -> {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("select count(*) from " + table)) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }
}
