package org.campaignbot.storage;

import org.campaignbot.organizers.Organizers;
import org.campaignbot.testkit.OrganizersContract;
import org.junit.jupiter.api.Nested;

class JdbcOrganizersTest {

    @Nested
    class OnSqlite extends OrganizersContract {
        @Override
        protected Organizers empty() {
            return TestDatabase.SQLITE.empty().organizers();
        }
    }

    @Nested
    class OnPostgresql extends OrganizersContract {
        @Override
        protected Organizers empty() {
            return TestDatabase.POSTGRESQL.empty().organizers();
        }
    }
}
