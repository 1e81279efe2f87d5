package org.campaignbot.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.campaignbot.testkit.InstallationsContract;
import org.campaignbot.workspace.Installation;
import org.campaignbot.workspace.Installations;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JdbcInstallationsTest {

    @Nested
    class OnSqlite extends InstallationsContract {
        @Override
        protected Installations empty() {
            return TestDatabase.SQLITE.empty().installations();
        }
    }

    @Nested
    class OnPostgresql extends InstallationsContract {
        @Override
        protected Installations empty() {
            return TestDatabase.POSTGRESQL.empty().installations();
        }
    }

    static Stream<TestDatabase> both() {
        return Stream.of(TestDatabase.SQLITE, TestDatabase.POSTGRESQL);
    }

    @ParameterizedTest
    @MethodSource("both")
    void whatOneProcessKeepsAnotherFindsAndNoColumnTellsIt(TestDatabase kind) {
        Database database = kind.empty();
        Installation acme = new Installation("T0ACME", "xoxb-acme", "U0BOT");
        database.installations().save(acme);
        assertThat(kind.restarted().installations().find("T0ACME")).contains(acme);
        String sealed = kind == TestDatabase.SQLITE ? "hex(sealed)" : "encode(sealed, 'hex')";
        for (String secret : List.of("T0ACME", "xoxb-acme", "U0BOT")) {
            String hex = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
            assertThat(kind.texts("select id_hash || ' ' || lower(" + sealed + ") from workspace"))
                    .hasSize(1)
                    .noneMatch(row -> row.contains(secret) || row.contains(hex));
        }
    }
}
