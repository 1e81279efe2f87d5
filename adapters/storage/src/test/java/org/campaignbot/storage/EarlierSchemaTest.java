package org.campaignbot.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.outcomes.Tally;
import org.campaignbot.outcomes.WrongNumbers.Reported;
import org.campaignbot.sending.Outgoing;
import org.campaignbot.settings.Edit;
import org.campaignbot.settings.Settings;
import org.campaignbot.storage.conversation.JdbcEffects;
import org.campaignbot.storage.failure.UnusableDatabase;
import org.campaignbot.storage.sealing.BotKey;
import org.campaignbot.storage.sql.Connections;
import org.campaignbot.storage.sql.DatabaseLocation;
import org.campaignbot.storage.sql.Dialect;
import org.campaignbot.storage.sql.Migrations;
import org.campaignbot.storage.sql.Pools;
import org.campaignbot.testkit.Fixtures;
import org.campaignbot.testkit.SettableClock;
import org.campaignbot.timers.Timer;
import org.campaignbot.update.ConversationStore.Saved;
import org.campaignbot.update.ConversationStore.Unsaid;
import org.campaignbot.update.ConversationStore.Verdict;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Every later version opens a database of an earlier version without losing anything.
 *
 * <p>A dump has the rows of one schema version, with ten conversations, for both databases; each writes {@code bytes'...'} in its
 * own way. Write a new one for the current schema version with {@code mvn -pl adapters/storage test -Dtest=EarlierSchemaTest
 * -Ddump.schema=2}.
 */
class EarlierSchemaTest {

    private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final List<ConversationKey> PEOPLE = Campaigners.PEOPLE;

    @Test
    void whatTheFirstVersionKeptInSqliteIsAllThere() throws Exception {
        DatabaseLocation location = new DatabaseLocation.Embedded(TestDatabase.folder());
        replay(location, "1");
        assertThatAllIsThere(location, "1");
    }

    @Test
    void whatTheFirstVersionKeptInPostgresqlIsAllThere() throws Exception {
        TestDatabase.onServer("create database first");
        DatabaseLocation location = TestDatabase.serverLocation("first");
        replay(location, "1");
        assertThatAllIsThere(location, "1");
    }

    @Test
    void whatTheSecondVersionKeptInSqliteIsAllThere() throws Exception {
        DatabaseLocation location = new DatabaseLocation.Embedded(TestDatabase.folder());
        replay(location, "2");
        assertThatAllIsThere(location, "2");
    }

    @Test
    void whatTheSecondVersionKeptInPostgresqlIsAllThere() throws Exception {
        TestDatabase.onServer("create database second");
        DatabaseLocation location = TestDatabase.serverLocation("second");
        replay(location, "2");
        assertThatAllIsThere(location, "2");
    }

    @Test
    void aDatabaseFromBeforeTheFirstReleaseIsRefusedWithTheCommitThatReadsIt() throws Exception {
        DatabaseLocation location = new DatabaseLocation.Embedded(TestDatabase.folder());
        try (Connections connections = Pools.open(location, false)) {
            execute(
                    connections,
                    List.of(
                            "create table flyway_schema_history (installed_rank int primary key, version varchar(50),"
                                    + " script varchar(1000), success boolean)",
                            "insert into flyway_schema_history values (1, '1', 'V1__conversations_and_outbox.sql', 1)",
                            "insert into flyway_schema_history values (2, '2', 'V2__tally.sql', 1)"));
        }
        assertThatThrownBy(() -> Database.open(location, BotKey.of(KEY, "the test"), new SettableClock(Fixtures.NOON)))
                .isInstanceOf(UnusableDatabase.class)
                .hasMessageMatching("(?s).*before the first release.*[0-9a-f]{40}.*BOT_DATA or DATABASE_URL.*");
    }

    @Test
    @EnabledIfSystemProperty(named = "dump.schema", matches = "\\d+")
    void aDumpIsWritten() throws Exception {
        DatabaseLocation location = new DatabaseLocation.Embedded(TestDatabase.folder());
        try (Database database =
                Database.open(location, BotKey.of(KEY, "the test"), new SettableClock(Fixtures.NOON))) {
            Campaigners.fill(database);
            String name = "rows-of-schema-" + System.getProperty("dump.schema") + ".sql";
            Files.writeString(
                    Path.of("src/test/resources/org/campaignbot/storage", name),
                    database.connections().read(connection -> {
                        List<String> rows = new ArrayList<>();
                        for (String table : tables(connection.createStatement())) {
                            rows.addAll(inserts(connection.createStatement(), table));
                        }
                        return String.join("\n", rows) + "\n";
                    }));
        }
    }

    private void assertThatAllIsThere(DatabaseLocation location, String schema) throws UnusableDatabase {
        SettableClock clock = new SettableClock(Fixtures.NOON.plus(JdbcEffects.LEASE.plusSeconds(1)));
        try (Database database = Database.open(location, BotKey.of(KEY, "the test"), clock)) {
            Map<ConversationKey, Saved> saved = database.conversations().load(PEOPLE);
            assertThat(saved).hasSize(10);
            Saved first = Objects.requireNonNull(saved.get(PEOPLE.get(0)));
            assertThat(first.state().saved()).isEqualTo(Map.of("home", "NY-12@119", "language", "es"));
            assertThat(Objects.requireNonNull(first.state().asked()).place().flow())
                    .isEqualTo("call");
            assertThat(database.conversations().pendingEffects(10))
                    .extracting(pending -> pending.effect().name())
                    .containsExactly("count", "unremind");
            assertThat(database.outbox().claim(10)).extracting(Outgoing::id).containsExactly("u0/0", "u1/0");
            assertThat(database.conversations().unsaid(10)).containsExactly(new Unsaid("u9/0", PEOPLE.get(9)));
            assertThat(database.tally().bySeat(Fixtures.EVER))
                    .containsExactly(new Tally.SeatTotal(
                            "call", "spoke", schema.equals("1") ? "NY" : "NY-S1", Fixtures.DAY, 10));
            assertThat(database.tally().byWay(Fixtures.EVER))
                    .containsExactly(new Tally.WayTotal(
                            "call",
                            "spoke",
                            schema.equals("1") ? "" : Fixtures.WAY.language(),
                            schema.equals("1") ? "" : Fixtures.WAY.surface(),
                            YearMonth.from(Fixtures.DAY),
                            10));
            assertThat(database.subscriptions().of(PEOPLE.get(1))).contains(Campaigners.subscription());
            Timer timer = Campaigners.timer();
            assertThat(database.timers().claim(timer.due(), timer.due(), 10)).containsExactly(timer);
            Settings settings = database.settings(Campaigners.CAMPAIGN);
            assertThat(settings.current().values()).containsExactly(Map.entry("endorsed_by", "All"));
            assertThat(settings.history()).extracting(Edit::who).containsExactly("ana", "ben");
            assertThat(database.wrongNumbers().reported())
                    .extracting(Reported::number)
                    .containsExactly("202-224-4451");
            assertThat(database.conversations()
                            .commit(List.of(
                                    Fixtures.firstTurn(PEOPLE.get(1), "u1"),
                                    Fixtures.turn(
                                            PEOPLE.get(0),
                                            first.version(),
                                            "u10",
                                            Fixtures.waitingAt("learn", "topic", 2)))))
                    .containsExactly(Verdict.REPEATED, Verdict.COMMITTED);
            assertThat(database.conversations().pendingEffects(10)).hasSize(3);
        }
    }

    /** Creates the tables of a version, and inserts the rows of its dump. */
    private static void replay(DatabaseLocation location, String version) throws Exception {
        try (Connections connections = Pools.open(location, false);
                InputStream dump = Objects.requireNonNull(
                        EarlierSchemaTest.class.getResourceAsStream("rows-of-schema-" + version + ".sql"))) {
            Flyway.configure()
                    .configuration(Migrations.of(connections).getConfiguration())
                    .target(version)
                    .load()
                    .migrate();
            boolean isSqlite = connections.dialect() == Dialect.SQLITE;
            String rows = new String(dump.readAllBytes(), StandardCharsets.UTF_8);
            execute(
                    connections,
                    List.of(rows.replaceAll("bytes'([0-9A-F]*)'", isSqlite ? "x'$1'" : "'\\\\x$1'")
                            .split(";\n")));
        }
    }

    private static void execute(Connections connections, List<String> statements) {
        connections.write(connection -> {
            try (Statement statement = connection.createStatement()) {
                for (String each : statements) {
                    statement.execute(each);
                }
            }
            return statements;
        });
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (statement;
                ResultSet row = statement.executeQuery("select name from sqlite_master where type = 'table'"
                        + " and name not like 'sqlite_%' and name not like 'flyway_%' order by name")) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }

    private static List<String> inserts(Statement statement, String table) throws SQLException {
        List<String> inserts = new ArrayList<>();
        try (statement;
                ResultSet row = statement.executeQuery("select * from " + table)) {
            while (row.next()) {
                List<String> columns = new ArrayList<>();
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    String column = row.getMetaData().getColumnName(i);
                    // Each database assigns row numbers itself, in the same order.
                    if (!column.equals("seq")) {
                        columns.add(column);
                        values.add(literal(row.getObject(i)));
                    }
                }
                inserts.add("insert into " + table + " (" + String.join(", ", columns) + ") values ("
                        + String.join(", ", values) + ");");
            }
        }
        return inserts;
    }

    private static String literal(@Nullable Object value) {
        if (value == null || value instanceof Number) {
            return String.valueOf(value);
        }
        return value instanceof byte[] bytes
                ? "bytes'" + HexFormat.of().withUpperCase().formatHex(bytes) + "'"
                : "'" + value.toString().replace("'", "''") + "'";
    }
}
