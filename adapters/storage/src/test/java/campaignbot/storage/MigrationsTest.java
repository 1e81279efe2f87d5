package campaignbot.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Objects;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.Test;

class MigrationsTest {

    @Test
    void everyMigrationOfTheFolderIsKnownByItsNumber() {
        MigrationInfo[] all =
                Migrations.of(TestDatabase.SQLITE.empty().connections()).info().all();
        assertThat(Arrays.stream(all)
                        .map(each -> Objects.requireNonNull(each.getVersion()).getVersion()))
                .containsExactlyInAnyOrderElementsOf(Migrations.NUMBERS);
        assertThat(all).allMatch(each -> each.getState().isApplied());
    }
}
