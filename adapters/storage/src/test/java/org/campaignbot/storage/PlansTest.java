package org.campaignbot.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import org.campaignbot.storage.sql.ByHash;
import org.junit.jupiter.api.Test;

class PlansTest {

    private static final int ROWS = 5_000;

    private static final List<String> HASHES =
            IntStream.range(0, 100).mapToObj(Integer::toString).toList();

    @Test
    void manyRowsAreFoundByTheIndexOnPostgresqlAlthoughTheTableWasEmptyWhenItLearnedTheStatement() {
        TestDatabase.POSTGRESQL.empty().connections().write(connection -> {
            run(connection, "create temporary table growing (hash text primary key) on commit drop");
            run(connection, "analyze growing");
            for (int i = 0; i < 20; i++) {
                assertThat(found(connection)).isZero();
            }
            run(connection, "insert into growing select generate_series(1, " + ROWS + ")::text");
            assertThat(found(connection)).isEqualTo(HASHES.size() - 1);
            assertThat(rowsReadWithoutIndex(connection)).isLessThan(ROWS);
            return true;
        });
    }

    private static int found(Connection connection) throws SQLException {
        int[] found = new int[1];
        ByHash.select(connection, "select hash from growing where hash", HASHES, row -> found[0]++);
        return found[0];
    }

    private static long rowsReadWithoutIndex(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select seq_tup_read from pg_stat_xact_user_tables where relname = 'growing'")) {
            assertThat(row.next()).isTrue();
            return row.getLong(1);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
