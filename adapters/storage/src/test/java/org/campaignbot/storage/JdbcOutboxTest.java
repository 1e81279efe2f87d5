package org.campaignbot.storage;

import org.campaignbot.testkit.ConversationStoreContract.StoreAndOutbox;
import org.campaignbot.testkit.OutboxContract;
import org.junit.jupiter.api.Nested;

class JdbcOutboxTest {

    @Nested
    class OnSqlite extends OutboxContract {
        @Override
        protected StoreAndOutbox empty() {
            return TestDatabase.SQLITE.probed(() -> {});
        }
    }

    @Nested
    class OnPostgresql extends OutboxContract {
        @Override
        protected StoreAndOutbox empty() {
            return TestDatabase.POSTGRESQL.probed(() -> {});
        }
    }
}
