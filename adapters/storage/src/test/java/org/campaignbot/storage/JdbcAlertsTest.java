package org.campaignbot.storage;

import org.campaignbot.alert.Alerts;
import org.campaignbot.testkit.AlertsContract;
import org.junit.jupiter.api.Nested;

class JdbcAlertsTest {

    @Nested
    class OnSqlite extends AlertsContract {
        @Override
        protected Alerts empty() {
            return TestDatabase.SQLITE.empty().alerts();
        }
    }

    @Nested
    class OnPostgresql extends AlertsContract {
        @Override
        protected Alerts empty() {
            return TestDatabase.POSTGRESQL.empty().alerts();
        }
    }
}
