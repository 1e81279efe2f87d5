package org.campaignbot.storage;

import org.campaignbot.testkit.ApiTokensContract;
import org.junit.jupiter.api.Nested;

class JdbcApiTokensTest {

    @Nested
    class OnSqlite extends ApiTokensContract {
        @Override
        protected Stores empty() {
            Database database = TestDatabase.SQLITE.empty();
            return new Stores(database.apiTokens(), database.organizers());
        }
    }

    @Nested
    class OnPostgresql extends ApiTokensContract {
        @Override
        protected Stores empty() {
            Database database = TestDatabase.POSTGRESQL.empty();
            return new Stores(database.apiTokens(), database.organizers());
        }
    }
}
