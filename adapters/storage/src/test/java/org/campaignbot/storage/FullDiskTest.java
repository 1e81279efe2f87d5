package org.campaignbot.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.campaignbot.message.Message;
import org.campaignbot.message.RichText;
import org.campaignbot.outcomes.Tally;
import org.campaignbot.sending.Outgoing;
import org.campaignbot.storage.failure.StorageFailure;
import org.campaignbot.storage.failure.UnusableDatabase;
import org.campaignbot.storage.sql.DatabaseLocation;
import org.campaignbot.testkit.Fixtures;
import org.campaignbot.update.ConversationStore.Commit;
import org.campaignbot.update.ConversationStore.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * SQLite ends a transaction by itself when the disk is full; nothing of it may stay, and nothing may fail once there is space.
 */
class FullDiskTest {

    private static final int PEOPLE = 40;
    private static final int UNLIMITED = 1_000_000;
    private static final Tally.Deed CALL = new Tally.Deed("call", "NY-S1");

    private final Path folder = TestDatabase.folder();
    private final Database database = open();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void nothingOfABatchStaysAndTheNextOneSucceedsOnceThereIsRoom() throws Exception {
        assertThat(database.conversations().commit(batch("before"))).containsOnly(Verdict.COMMITTED);
        fill();
        Map<String, List<String>> before = rows();
        for (int i = 0; i < 10; i++) {
            String name = "full" + i;
            assertThatThrownBy(() -> database.conversations().commit(batch(name)))
                    .isInstanceOf(StorageFailure.class);
            assertThat(rows()).isEqualTo(before);
        }
        makeRoom();
        for (int i = 0; i < 10; i++) {
            assertThat(database.conversations().commit(batch("full" + i))).containsOnly(Verdict.COMMITTED);
        }
    }

    @Test
    void nothingOfAJointCommitStaysWhenOneOfItsWritesFindsNoRoom() throws Exception {
        fill();
        Map<String, List<String>> before = rows();
        assertThatThrownBy(() -> database.inOneCommit(() -> {
                    database.tally().count("ana", CALL, "spoke", Fixtures.WAY, Fixtures.NOON);
                    assertThatThrownBy(() -> database.conversations().commit(batch("full")))
                            .isInstanceOf(StorageFailure.class);
                    // The caller that runs effects continues with the next one.
                    try {
                        database.tally().count("ben", CALL, "spoke", Fixtures.WAY, Fixtures.NOON);
                    } catch (StorageFailure told) {
                        assertThat(told).hasMessageContaining("code 13");
                    }
                }))
                .isInstanceOf(StorageFailure.class);
        assertThat(rows()).isEqualTo(before);
        makeRoom();
        database.inOneCommit(() -> database.tally().count("ana", CALL, "spoke", Fixtures.WAY, Fixtures.NOON));
        assertThat(database.tally().bySeat(Fixtures.EVER)).hasSize(1);
    }

    @Test
    void readersGoOnWhileTheDiskIsFull() throws Exception {
        assertThat(database.conversations().commit(batch("before"))).containsOnly(Verdict.COMMITTED);
        fill();
        for (int i = 0; i < 5; i++) {
            String name = "full" + i;
            assertThatThrownBy(() -> database.conversations().commit(batch(name)))
                    .isInstanceOf(StorageFailure.class);
            assertThat(database.conversations().load(List.of(Fixtures.conversationOf("before0"))))
                    .hasSize(1);
        }
    }

    private Database open() {
        try {
            return Database.open(new DatabaseLocation.Embedded(folder), TestDatabase.KEY, TestDatabase.CLOCK);
        } catch (UnusableDatabase impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<Commit> batch(String name) {
        return IntStream.range(0, PEOPLE)
                .mapToObj(i -> {
                    var conversation = Fixtures.conversationOf(name + i);
                    Outgoing large = new Outgoing(
                            name + i + "/0",
                            conversation.address(),
                            conversation.person(),
                            Outgoing.Lane.REPLY,
                            Message.of(RichText.of("word ".repeat(200))));
                    Commit turn = Fixtures.firstTurn(conversation, name + i);
                    return new Commit(conversation, 0, turn.updateId(), turn.next(), List.of(large), turn.effects());
                })
                .toList();
    }

    /** Stops the file from growing, for the pool's connections and those that it opens. */
    private void fill() throws Exception {
        limit(pages());
    }

    private void makeRoom() throws Exception {
        limit(UNLIMITED);
    }

    private void limit(int pages) throws SQLException {
        HikariDataSource pool = (HikariDataSource) database.connections().source();
        SQLiteConfig config = pool.unwrap(SQLiteDataSource.class).getConfig();
        config.setPragma(SQLiteConfig.Pragma.MAX_PAGE_COUNT, Integer.toString(pages));
        List<Connection> all = new ArrayList<>();
        for (int i = 0; i < pool.getMaximumPoolSize(); i++) {
            Connection connection = pool.getConnection();
            all.add(connection);
            try (Statement statement = connection.createStatement()) {
                statement.execute("pragma max_page_count = " + pages);
            }
        }
        for (Connection each : all) {
            each.close();
        }
    }

    private int pages() throws SQLException {
        return Integer.parseInt(texts("pragma page_count").get(0));
    }

    /** The contents of every table. */
    private Map<String, List<String>> rows() throws SQLException {
        Map<String, List<String>> rows = new TreeMap<>();
        for (String table : texts("select name from sqlite_master where type = 'table'")) {
            rows.put(table, texts("select * from " + table));
        }
        return rows;
    }

    /** The rows of a query, over this test's own connection. */
    private List<String> texts(String query) throws SQLException {
        SQLiteDataSource own = new SQLiteDataSource();
        own.setUrl("jdbc:sqlite:" + new DatabaseLocation.Embedded(folder).file());
        List<String> rows = new ArrayList<>();
        try (Connection connection = own.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    row.add(found.getString(column));
                }
                rows.add(String.join("|", row.stream().map(String::valueOf).toList()));
            }
        }
        return rows;
    }
}
