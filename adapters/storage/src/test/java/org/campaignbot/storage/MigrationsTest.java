package org.campaignbot.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.campaignbot.storage.sql.Migrations;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.Test;

class MigrationsTest {

    @Test
    void everyMigrationOfTheFolderIsKnownByItsFile() {
        MigrationInfo[] all =
                Migrations.of(TestDatabase.SQLITE.empty().connections()).info().all();
        assertThat(Arrays.stream(all).map(MigrationInfo::getScript))
                .containsExactlyInAnyOrderElementsOf(Migrations.FILES);
        assertThat(all).allMatch(each -> each.getState().isApplied());
    }
}
