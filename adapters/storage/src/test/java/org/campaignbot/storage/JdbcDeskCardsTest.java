package org.campaignbot.storage;

import org.campaignbot.alert.desk.DeskCards;
import org.campaignbot.testkit.DeskCardsContract;
import org.junit.jupiter.api.Nested;

class JdbcDeskCardsTest {

    @Nested
    class OnSqlite extends DeskCardsContract {
        @Override
        protected DeskCards empty() {
            return TestDatabase.SQLITE.empty().deskCards();
        }
    }

    @Nested
    class OnPostgresql extends DeskCardsContract {
        @Override
        protected DeskCards empty() {
            return TestDatabase.POSTGRESQL.empty().deskCards();
        }
    }
}
