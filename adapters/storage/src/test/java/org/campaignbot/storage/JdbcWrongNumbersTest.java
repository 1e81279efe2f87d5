package org.campaignbot.storage;

import org.campaignbot.outcomes.WrongNumbers;
import org.campaignbot.testkit.WrongNumbersContract;
import org.junit.jupiter.api.Nested;

class JdbcWrongNumbersTest {

    @Nested
    class OnSqlite extends WrongNumbersContract {
        @Override
        protected WrongNumbers empty() {
            return TestDatabase.SQLITE.empty().wrongNumbers();
        }
    }

    @Nested
    class OnPostgresql extends WrongNumbersContract {
        @Override
        protected WrongNumbers empty() {
            return TestDatabase.POSTGRESQL.empty().wrongNumbers();
        }
    }
}
