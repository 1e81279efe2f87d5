package campaignbot.storage;

import campaignbot.reception.Answers;
import campaignbot.testkit.AnswersContract;
import org.junit.jupiter.api.Nested;

class JdbcAnswersTest {

    @Nested
    class OnSqlite extends AnswersContract {
        @Override
        protected Answers empty() {
            return TestDatabase.SQLITE.empty().answers();
        }
    }

    @Nested
    class OnPostgresql extends AnswersContract {
        @Override
        protected Answers empty() {
            return TestDatabase.POSTGRESQL.empty().answers();
        }
    }
}
