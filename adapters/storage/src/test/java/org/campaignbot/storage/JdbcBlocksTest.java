package org.campaignbot.storage;

import org.campaignbot.organizers.Blocks;
import org.campaignbot.testkit.BlocksContract;
import org.junit.jupiter.api.Nested;

class JdbcBlocksTest {

    @Nested
    class OnSqlite extends BlocksContract {
        @Override
        protected Blocks empty() {
            return TestDatabase.SQLITE.empty().blocks();
        }
    }

    @Nested
    class OnPostgresql extends BlocksContract {
        @Override
        protected Blocks empty() {
            return TestDatabase.POSTGRESQL.empty().blocks();
        }
    }
}
