package org.campaignbot.storage;

import org.campaignbot.outcomes.Tally;
import org.campaignbot.testkit.TallyContract;
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
