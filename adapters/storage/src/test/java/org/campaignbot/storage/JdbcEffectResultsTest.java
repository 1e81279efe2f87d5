package org.campaignbot.storage;

import org.campaignbot.testkit.EffectResultsContract;
import org.campaignbot.update.EffectResults;
import org.junit.jupiter.api.Nested;

class JdbcEffectResultsTest {

    @Nested
    class OnSqlite extends EffectResultsContract {
        @Override
        protected EffectResults empty() {
            return TestDatabase.SQLITE.empty().answers();
        }
    }

    @Nested
    class OnPostgresql extends EffectResultsContract {
        @Override
        protected EffectResults empty() {
            return TestDatabase.POSTGRESQL.empty().answers();
        }
    }
}
