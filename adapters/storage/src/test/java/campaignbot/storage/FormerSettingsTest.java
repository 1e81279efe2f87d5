package campaignbot.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import campaignbot.settings.Change;
import campaignbot.settings.Edit;
import campaignbot.settings.Settings;
import campaignbot.settings.Version;
import campaignbot.testkit.Fixtures;
import java.util.Map;
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
        database.connections()
                .write(connection ->
                        Writes.one(connection, "delete from flyway_schema_history where version = ?", "24"));

        Migrations.run(database.connections());

        assertThat(settings.history()).extracting(Edit::key, Edit::to).startsWith(tuple("approved-on", "2026-11-20"));
        assertThat(settings.current().values()).containsEntry("approval", "alone");
        assertThat(settings.current().value("endorsed_by")).isEqualTo(kept.get("endorsed_by"));
    }
}
