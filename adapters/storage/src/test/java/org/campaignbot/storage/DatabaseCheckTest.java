package org.campaignbot.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.campaignbot.storage.DatabaseCheck.Durability;
import org.campaignbot.storage.sql.Migrations;
import org.campaignbot.testkit.Fixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DatabaseCheckTest {

    static List<TestDatabase> both() {
        return List.of(TestDatabase.SQLITE, TestDatabase.POSTGRESQL);
    }

    @ParameterizedTest
    @MethodSource("both")
    void whatWaitsIsCountedFromTheOldest(TestDatabase kind) {
        Database database = kind.empty();
        assertThat(database.check().waiting()).isZero();
        assertThat(database.check().oldest()).isNull();
        database.conversations().commit(List.of(Fixtures.firstTurn(Fixtures.conversationOf("ana"), "u1")));
        TestDatabase.CLOCK.advance(Duration.ofMinutes(5));
        database.conversations().commit(List.of(Fixtures.firstTurn(Fixtures.conversationOf("ben"), "u2")));
        assertThat(database.check().waiting()).isEqualTo(2);
        assertThat(database.check().oldest()).isEqualTo(Fixtures.NOON);
    }

    @ParameterizedTest
    @MethodSource("both")
    void everySettingIsToldOnceWithItsVerdict(TestDatabase kind) {
        DatabaseCheck check = kind.empty().check();
        assertThat(check.isReachable()).isTrue();
        assertThat(check.schema()).isEqualTo(Integer.toString(Migrations.FILES.size()));
        assertThat(check.durability()).allMatch(Durability::isSafe);
        assertThat(check.durability())
                .extracting(Durability::setting)
                .containsExactlyInAnyOrderElementsOf(
                        kind == TestDatabase.SQLITE
                                ? List.of("journal_mode", "synchronous", "foreign_keys", "secure_delete")
                                : List.of("fsync", "synchronous_commit", "full_page_writes"));
        assertThat(check.freeBytes().isPresent()).isEqualTo(kind == TestDatabase.SQLITE);
    }

    @Test
    void oneConnectionThatMayLoseCommitsIsFound() throws Exception {
        TestDatabase.POSTGRESQL.empty();
        try (Database database = TestDatabase.POSTGRESQL.another()) {
            database.connections().read(connection -> {
                try (var statement = connection.createStatement()) {
                    return statement.execute("set synchronous_commit to off");
                }
            });
            assertThat(database.check().durability())
                    .contains(
                            new Durability("synchronous_commit", "off", false),
                            new Durability("synchronous_commit", "on", true));
        }
    }

    @Test
    void aDatabaseThatIsGoneIsAnAnswerToo() throws Exception {
        Database database = TestDatabase.SQLITE.another();
        database.close();
        DatabaseCheck check = database.check();
        assertThat(check.isReachable()).isFalse();
        assertThat(check.durability()).isEmpty();
        assertThat(check.freeBytes()).isPresent();
    }
}
