package campaignbot.storage;

import static org.assertj.core.api.Assertions.assertThat;

import campaignbot.conversation.ConversationKey;
import campaignbot.delivery.Outgoing;
import campaignbot.reception.ConversationStore.Saved;
import campaignbot.reception.ConversationStore.Unsaid;
import campaignbot.reception.ConversationStore.Verdict;
import campaignbot.settings.Edit;
import campaignbot.settings.Settings;
import campaignbot.tally.Tally;
import campaignbot.tally.WrongNumbers.Reported;
import campaignbot.testkit.Fixtures;
import campaignbot.testkit.SettableClock;
import campaignbot.timer.Timer;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A database that an earlier version made is opened by every later one, and nothing in it is lost. */
class FirstSchemaTest {

    private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private final List<ConversationKey> people = IntStream.range(0, 10)
            .mapToObj(i -> Fixtures.conversationOf("person" + i))
            .toList();

    @Test
    void whatTheFirstVersionKeptIsAllThere() throws Exception {
        Path folder = TestDatabase.folder();
        replay("first-schema.sql", "jdbc:sqlite:" + folder.resolve(DatabaseLocation.Embedded.FILE));
        try (Database database = Database.open(
                new DatabaseLocation.Embedded(folder), BotKey.of(KEY, "the test"), new SettableClock(Fixtures.NOON))) {
            Map<ConversationKey, Saved> saved = database.conversations().load(people);
            assertThat(saved).hasSize(10);
            Saved first = Objects.requireNonNull(saved.get(people.get(0)));
            assertThat(first.state().saved()).isEqualTo(Map.of("home", "NY-12@119", "language", "es"));
            assertThat(Objects.requireNonNull(first.state().asked()).place().flow())
                    .isEqualTo("call");
            assertThat(database.conversations().pendingEffects(10)).hasSize(1);
            assertThat(database.outbox().claim(10)).extracting(Outgoing::id).containsExactly("u0/0", "u1/0", "u2/0");
            assertThat(database.conversations().unsaid(10)).containsExactly(new Unsaid("u9/0", people.get(9)));
            assertThat(database.tally().totals())
                    .extracting(Tally.Total::outcome, Tally.Total::count)
                    .containsExactly(
                            org.assertj.core.api.Assertions.tuple("message", 2L),
                            org.assertj.core.api.Assertions.tuple("spoke", 10L));
            assertThat(database.conversations()
                            .commit(List.of(
                                    Fixtures.firstTurn(people.get(1), "u1"),
                                    Fixtures.turn(
                                            people.get(0),
                                            first.version(),
                                            "u10",
                                            Fixtures.waitingAt("learn", "topic", 2)))))
                    .containsExactly(Verdict.REPEATED, Verdict.COMMITTED);
        }
    }

    @Test
    void whatTheNinthSchemaKeptInSqliteIsAllThere() throws Exception {
        Path folder = TestDatabase.folder();
        replay("schema-9-sqlite.sql", "jdbc:sqlite:" + folder.resolve(DatabaseLocation.Embedded.FILE));
        assertThatAllIsThere(new DatabaseLocation.Embedded(folder));
    }

    @Test
    void whatTheNinthSchemaKeptInPostgresqlIsAllThere() throws Exception {
        TestDatabase.onServer("create database ninth");
        DatabaseLocation.Server location = TestDatabase.serverLocation("ninth");
        replay("schema-9-postgresql.sql", location.jdbcUrl());
        assertThatAllIsThere(location);
    }

    private void assertThatAllIsThere(DatabaseLocation location) throws UnusableDatabase {
        SettableClock clock = new SettableClock(Fixtures.NOON.plus(JdbcEffects.LEASE.plusSeconds(1)));
        try (Database database = Database.open(location, BotKey.of(KEY, "the test"), clock)) {
            Map<ConversationKey, Saved> saved = database.conversations().load(people);
            assertThat(saved).hasSize(10);
            Saved first = Objects.requireNonNull(saved.get(people.get(0)));
            assertThat(first.state().saved()).isEqualTo(Map.of("home", "NY-12@119", "language", "es"));
            assertThat(database.conversations().pendingEffects(10))
                    .extracting(pending -> pending.effect().name())
                    .containsExactly("count", "unremind");
            assertThat(database.outbox().claim(10)).extracting(Outgoing::id).containsExactly("u0/0", "u1/0");
            assertThat(database.conversations().unsaid(10)).containsExactly(new Unsaid("u9/0", people.get(9)));
            assertThat(database.tally().totals()).extracting(Tally.Total::count).containsExactly(10L);
            assertThat(database.subscriptions().of(people.get(1))).contains(Campaigners.subscription());
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
                                    Fixtures.firstTurn(people.get(1), "u1"),
                                    Fixtures.turn(
                                            people.get(0),
                                            first.version(),
                                            "u10",
                                            Fixtures.waitingAt("learn", "topic", 2)))))
                    .containsExactly(Verdict.REPEATED, Verdict.COMMITTED);
            assertThat(database.conversations().pendingEffects(10)).hasSize(3);
        }
    }

    private static void replay(String name, String url) throws Exception {
        try (InputStream dump = Objects.requireNonNull(FirstSchemaTest.class.getResourceAsStream(name));
                var connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(new String(dump.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
