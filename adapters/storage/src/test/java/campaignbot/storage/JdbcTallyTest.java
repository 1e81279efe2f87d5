package campaignbot.storage;

import campaignbot.tally.Tally;
import campaignbot.testkit.TallyContract;
import org.junit.jupiter.api.Nested;

class JdbcTallyTest {

    @Nested
    class OnSqlite extends TallyContract {
        @Override
        protected Tally empty() {
            return TestDatabase.SQLITE.empty().tally();
        }
    }

    @Nested
    class OnPostgresql extends TallyContract {
        @Override
        protected Tally empty() {
            return TestDatabase.POSTGRESQL.empty().tally();
        }
    }
}
