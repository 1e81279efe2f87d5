package org.campaignbot.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.campaignbot.storage.organizing.JdbcInstallStates;
import org.campaignbot.storage.sql.Identities;
import org.campaignbot.storage.sql.Rings;
import org.campaignbot.testkit.Fixtures;
import org.campaignbot.testkit.InstallStatesContract;
import org.campaignbot.workspace.InstallStates;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JdbcInstallStatesTest {

    @Nested
    class OnSqlite extends InstallStatesContract {
        @Override
        protected InstallStates empty() {
            return TestDatabase.SQLITE.empty().installStates();
        }
    }

    @Nested
    class OnPostgresql extends InstallStatesContract {
        @Override
        protected InstallStates empty() {
            return TestDatabase.POSTGRESQL.empty().installStates();
        }
    }

    static Stream<TestDatabase> both() {
        return Stream.of(TestDatabase.SQLITE, TestDatabase.POSTGRESQL);
    }

    @ParameterizedTest
    @MethodSource("both")
    void whatOneProcessSignedAnotherKnowsAndOneUsesItUpForBoth(TestDatabase kind) {
        Database database = kind.empty();
        try (Database another = kind.another()) {
            assertThat(another.installStates().sign("a-state"))
                    .isEqualTo(database.installStates().sign("a-state"));
            List<Database> processes = List.of(database, another);
            assertThat(IntStream.range(0, 16)
                            .parallel()
                            .filter(i -> processes
                                    .get(i % 2)
                                    .installStates()
                                    .useUp("a-state", Fixtures.NOON.plusSeconds(600)))
                            .count())
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("both")
    void whatIsUsedFillsNoDisk(TestDatabase kind) {
        Database database = kind.empty();
        InstallStates few = new JdbcInstallStates(
                database.connections(), new Identities(Rings.of(TestDatabase.KEY), TestDatabase.CLOCK), 3);
        for (int i = 0; i < 5; i++) {
            assertThat(few.useUp("state-" + i, Fixtures.NOON.plusSeconds(i + 1)))
                    .isTrue();
        }
        assertThat(kind.rowsOf("install_state")).isEqualTo(3);
        assertThat(few.useUp("state-4", Fixtures.NOON)).isFalse();
    }
}
