package org.campaignbot.storage;

import org.campaignbot.crm.CrmEvents;
import org.campaignbot.testkit.CrmEventsContract;
import org.junit.jupiter.api.Nested;

class JdbcCrmEventsTest {

    @Nested
    class OnSqlite extends CrmEventsContract {
        @Override
        protected CrmEvents empty() {
            return TestDatabase.SQLITE.empty().crmEvents();
        }
    }

    @Nested
    class OnPostgresql extends CrmEventsContract {
        @Override
        protected CrmEvents empty() {
            return TestDatabase.POSTGRESQL.empty().crmEvents();
        }
    }
}
