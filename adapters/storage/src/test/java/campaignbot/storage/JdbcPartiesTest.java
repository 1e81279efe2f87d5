package campaignbot.storage;

import campaignbot.party.Parties;
import campaignbot.testkit.PartiesContract;
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
