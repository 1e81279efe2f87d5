package campaignbot.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import campaignbot.settings.Change;
import campaignbot.settings.Edit;
import campaignbot.settings.Settings;
import campaignbot.settings.Version;
import campaignbot.testkit.Fixtures;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Settings that an earlier version of the bot kept under other keys. */
class FormerSettingsTest {

    static Stream<TestDatabase> both() {
        return Stream.of(TestDatabase.SQLITE, TestDatabase.POSTGRESQL);
    }

    @ParameterizedTest
    @MethodSource("both")
    void theDayOfApprovalIsFoundUnderItsPresentKey(TestDatabase kind) throws Exception {
        Database database = kind.empty();
        Settings settings = database.settings("tiny");
        Map<String, String> kept =
                Map.of("approval", "2026-11-20", "endorsed_by", "They say \"approval\":\"2 of 3\", with quotes");
        settings.change(Version.FIRST, Change.set("ana", Fixtures.NOON, kept));
        settings.change(settings.current(), Change.set("ben", Fixtures.NOON, Map.of("approval", "alone")));
        // Run once more by itself: a database that has gone through later migrations is not taken back.
        String migration = migration();
        database.connections().write(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.executeUpdate(migration);
            }
        });

        assertThat(settings.history()).extracting(Edit::key, Edit::to).startsWith(tuple("approved-on", "2026-11-20"));
        assertThat(settings.current().values()).containsEntry("approval", "alone");
        assertThat(settings.current().value("endorsed_by")).isEqualTo(kept.get("endorsed_by"));
    }

    private static String migration() throws IOException {
        try (InputStream file = Objects.requireNonNull(
                FormerSettingsTest.class.getResourceAsStream("migrations/V24__approved_on.sql"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
