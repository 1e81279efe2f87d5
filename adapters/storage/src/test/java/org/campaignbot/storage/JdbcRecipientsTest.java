package org.campaignbot.storage;

import org.campaignbot.testkit.RecipientsContract;
import org.junit.jupiter.api.Nested;

class JdbcRecipientsTest {

    private static RecipientsContract.Store store(TestDatabase kind) {
        Database database = kind.empty();
        return new RecipientsContract.Store(database.subscriptions(), database.recipients());
    }

    @Nested
    class OnSqlite extends RecipientsContract {
        @Override
        protected Store empty() {
            return store(TestDatabase.SQLITE);
        }
    }

    @Nested
    class OnPostgresql extends RecipientsContract {
        @Override
        protected Store empty() {
            return store(TestDatabase.POSTGRESQL);
        }
    }
}
