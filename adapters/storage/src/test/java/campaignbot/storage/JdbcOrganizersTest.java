package campaignbot.storage;

import campaignbot.organizers.Organizers;
import campaignbot.testkit.OrganizersContract;
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
