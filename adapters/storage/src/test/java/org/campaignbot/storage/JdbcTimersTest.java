package org.campaignbot.storage;

import org.campaignbot.testkit.TimersContract;
import org.campaignbot.timers.Timers;
import org.junit.jupiter.api.Nested;

class JdbcTimersTest {

    @Nested
    class OnSqlite extends TimersContract {
        @Override
        protected Timers empty() {
            return TestDatabase.SQLITE.empty().timers();
        }
    }

    @Nested
    class OnPostgresql extends TimersContract {
        @Override
        protected Timers empty() {
            return TestDatabase.POSTGRESQL.empty().timers();
        }
    }
}
