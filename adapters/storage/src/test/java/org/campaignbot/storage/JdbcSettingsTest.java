package org.campaignbot.storage;

import org.campaignbot.settings.Settings;
import org.campaignbot.testkit.SettingsContract;
import org.junit.jupiter.api.Nested;

class JdbcSettingsTest {

    @Nested
    class OnSqlite extends SettingsContract {
        @Override
        protected Settings untouched() {
            return TestDatabase.SQLITE.empty().settings("tiny");
        }
    }

    @Nested
    class OnPostgresql extends SettingsContract {
        @Override
        protected Settings untouched() {
            return TestDatabase.POSTGRESQL.empty().settings("tiny");
        }
    }
}
