package org.campaignbot.storage;

import org.campaignbot.subscriptions.Subscriptions;
import org.campaignbot.testkit.SubscriptionsContract;
import org.junit.jupiter.api.Nested;

class JdbcSubscriptionsTest {

    @Nested
    class OnSqlite extends SubscriptionsContract {
        @Override
        protected Subscriptions empty() {
            return TestDatabase.SQLITE.empty().subscriptions();
        }
    }

    @Nested
    class OnPostgresql extends SubscriptionsContract {
        @Override
        protected Subscriptions empty() {
            return TestDatabase.POSTGRESQL.empty().subscriptions();
        }
    }
}
