package org.campaignbot.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Settings decide what survives a power cut; the test reads them back from every kind of connection. */
class DurabilityTest {

    /** SQLite's number for {@code synchronous=FULL}. */
    private static final String FULL = "2";

    @Test
    void everyConnectionToSqliteWritesThroughBeforeACommitReturns() {
        assertThat(TestDatabase.SQLITE.empty().durability())
                .hasSize(3)
                .containsOnly(
                        Map.of("journal_mode", "wal", "synchronous", FULL, "foreign_keys", "1", "secure_delete", "1"));
    }

    @Test
    void everyConnectionToPostgresqlWritesThroughBeforeACommitReturns() {
        assertThat(TestDatabase.POSTGRESQL.empty().durability())
                .hasSize(8)
                .containsOnly(Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on"));
    }

    @Test
    void aServerThatAcknowledgesBeforeItHasWrittenIsOverruled() throws Exception {
        TestDatabase.onServer("alter database postgres set synchronous_commit = off");
        try (Database database = TestDatabase.POSTGRESQL.another()) {
            assertThat(database.durability())
                    .extracting(settings -> settings.get("synchronous_commit"))
                    .containsOnly("on");
        } finally {
            TestDatabase.onServer("alter database postgres reset synchronous_commit");
        }
    }

    @Test
    void aServerThatWaitsForItsStandbyStaysAsStrictAsItIs() throws Exception {
        TestDatabase.onServer("alter database postgres set synchronous_commit = remote_apply");
        try (Database database = TestDatabase.POSTGRESQL.another()) {
            assertThat(database.durability())
                    .extracting(settings -> settings.get("synchronous_commit"))
                    .containsOnly("remote_apply");
        } finally {
            TestDatabase.onServer("alter database postgres reset synchronous_commit");
        }
    }
}
