package org.campaignbot.storage;

import org.campaignbot.testkit.ConversationStoreContract;
import org.junit.jupiter.api.Nested;

class JdbcConversationStoreTest {

    @Nested
    class OnSqlite extends ConversationStoreContract {
        @Override
        protected StoreAndOutbox empty() {
            return probedBeforeEachWrite(() -> {});
        }

        @Override
        protected StoreAndOutbox probedBeforeEachWrite(Runnable probe) {
            return TestDatabase.SQLITE.probed(probe);
        }
    }

    @Nested
    class OnPostgresql extends ConversationStoreContract {
        @Override
        protected StoreAndOutbox empty() {
            return probedBeforeEachWrite(() -> {});
        }

        @Override
        protected StoreAndOutbox probedBeforeEachWrite(Runnable probe) {
            return TestDatabase.POSTGRESQL.probed(probe);
        }
    }
}
