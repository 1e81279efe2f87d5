package org.campaignbot.storage;

import org.campaignbot.alert.desk.DeskChats;
import org.campaignbot.testkit.DeskChatsContract;
import org.junit.jupiter.api.Nested;

class JdbcDeskChatsTest {

    @Nested
    class OnSqlite extends DeskChatsContract {
        @Override
        protected DeskChats empty() {
            return TestDatabase.SQLITE.empty().deskChats();
        }
    }

    @Nested
    class OnPostgresql extends DeskChatsContract {
        @Override
        protected DeskChats empty() {
            return TestDatabase.POSTGRESQL.empty().deskChats();
        }
    }
}
