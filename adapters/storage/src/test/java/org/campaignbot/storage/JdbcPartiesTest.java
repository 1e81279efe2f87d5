package org.campaignbot.storage;

import org.campaignbot.party.Parties;
import org.campaignbot.testkit.PartiesContract;
import org.junit.jupiter.api.Nested;

class JdbcPartiesTest {

    @Nested
    class OnSqlite extends PartiesContract {
        @Override
        protected Parties empty() {
            return TestDatabase.SQLITE.empty().parties();
        }
    }

    @Nested
    class OnPostgresql extends PartiesContract {
        @Override
        protected Parties empty() {
            return TestDatabase.POSTGRESQL.empty().parties();
        }
    }
}
