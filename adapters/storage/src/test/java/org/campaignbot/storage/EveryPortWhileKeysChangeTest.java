package org.campaignbot.storage;

import org.junit.jupiter.api.Nested;

/** Every port works the same during and after a key rotation. */
class EveryPortWhileKeysChangeTest {

    @Nested
    class OnSqliteMidway extends EveryPort {
        OnSqliteMidway() {
            super(TestDatabase.SQLITE_MIDWAY);
        }
    }

    @Nested
    class OnPostgresqlMidway extends EveryPort {
        OnPostgresqlMidway() {
            super(TestDatabase.POSTGRESQL_MIDWAY);
        }
    }

    @Nested
    class OnSqliteAfterwards extends EveryPort {
        OnSqliteAfterwards() {
            super(TestDatabase.SQLITE_ROTATED);
        }
    }

    @Nested
    class OnPostgresqlAfterwards extends EveryPort {
        OnPostgresqlAfterwards() {
            super(TestDatabase.POSTGRESQL_ROTATED);
        }
    }
}
