package org.campaignbot.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Event;
import org.campaignbot.conversation.State;
import org.campaignbot.outcomes.Tally;
import org.campaignbot.sending.Account;
import org.campaignbot.sending.Outgoing;
import org.campaignbot.storage.failure.UnusableDatabase;
import org.campaignbot.storage.maintenance.ForgottenAccounts;
import org.campaignbot.storage.outbox.JdbcOutbox;
import org.campaignbot.storage.sealing.BotKey;
import org.campaignbot.storage.sql.DatabaseLocation;
import org.campaignbot.storage.sql.Identities;
import org.campaignbot.storage.sql.Rings;
import org.campaignbot.testkit.Fixtures;
import org.campaignbot.update.ConversationStore.PendingEffect;
import org.campaignbot.update.EffectResults;
import org.campaignbot.update.HeldFacts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Uninstalling the bot in a workspace deletes all of its data there, and none of another workspace's. */
class ForgottenAccountsTest {

    /** Tables without workspace rows, or whose rows {@link Database#forgetAccount} leaves to expire on purpose. */
    private static final List<String> OF_NO_ACCOUNT = List.of(
            "flyway_schema_history",
            "scheduled_tasks",
            "installation",
            "setting_version",
            "organizer",
            "organizer_code",
            "organizer_try",
            "organizer_audit",
            "api_token",
            "crm_event",
            "alert",
            "alert_entry",
            "install_state",
            // counts, and hashes kept for two days
            "tally_mark",
            "outcome_by_seat",
            "outcome_by_way",
            "number_report",
            "number_count",
            "alert_run",
            "alert_count",
            // hashes kept for a week, and for a minute
            "seen_update",
            "chat_use",
            // what Database.installations deletes
            "workspace",
            // only while one is being forgotten
            "forgotten_account");

    private static final Belongings ACME = Belongings.of("T0ACME");
    private static final Belongings OTHER = Belongings.of("T0OTHER");

    static Stream<TestDatabase> both() {
        return Stream.of(TestDatabase.SQLITE, TestDatabase.POSTGRESQL);
    }

    @ParameterizedTest
    @MethodSource("both")
    void nothingOfItIsLeftInAnyTable(TestDatabase kind) {
        Database database = kind.empty();
        ACME.fill(database);
        Map<String, Long> filled = rows(kind);
        // An SQLite file has only one process, so accounts aren't shared with others.
        assertThat(filled.keySet())
                .filteredOn(table -> Objects.equals(filled.get(table), 0L))
                .isEqualTo(kind == TestDatabase.SQLITE ? List.of("account_share") : List.of());

        database.forgetAccount(ACME.account());

        assertThat(rows(kind).values()).containsOnly(0L);
        assertThat(kind.rowsOf("forgotten_account")).isZero();
        assertThat(database.heldFacts().of(ACME.ana())).isEmpty();
        assertThat(database.conversations().load(List.of(ACME.ana(), ACME.ben())))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("both")
    void allThatAnotherWorkspaceHasStays(TestDatabase kind) {
        Database database = kind.empty();
        OTHER.fill(database);
        Map<String, Long> before = rows(kind);
        ACME.fill(database);

        database.forgetAccount(ACME.account());

        assertThat(rows(kind)).isEqualTo(before);
        assertThat(database.conversations().load(List.of(OTHER.ana(), OTHER.ben())))
                .hasSize(2);
        assertThat(database.conversations().pendingEffects(10))
                .extracting(PendingEffect::conversation)
                .containsExactlyInAnyOrder(OTHER.ana(), OTHER.ben());
        assertThat(database.heldFacts().of(OTHER.ana())).containsOnlyKeys("zip");
        assertThat(database.subscriptions().of(OTHER.ana())).isPresent();
        assertThat(database.timers().claim(Fixtures.NOON, Fixtures.NOON, 10))
                .extracting(timer -> timer.id().conversation())
                .containsOnly(OTHER.ben());
        assertThat(database.answers().waiting(10))
                .extracting(EffectResults.Answer::conversation)
                .containsExactly(OTHER.ana());
        assertThat(database.parties().find("T0OTHER-over")).isPresent();
        assertThat(database.parties().open())
                .hasSizeGreaterThan(0)
                .allMatch(party -> party.place().account().equals("T0OTHER"));
        assertThat(database.outbox().claim(10))
                .extracting(Outgoing::id)
                .containsExactlyInAnyOrder("T0OTHER-u1/0", "T0OTHER-u2/0", "T0OTHER-letter");
    }

    @ParameterizedTest
    @MethodSource("both")
    void anAccountOfTheSameNameOnAnotherChannelStays(TestDatabase kind) {
        Database database = kind.empty();
        ACME.fill(database);
        Map<String, Long> before = rows(kind);
        database.forgetAccount(new Account("glass", "T0ACME"));
        assertThat(rows(kind)).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("both")
    void countsStayForTheyNameNobody(TestDatabase kind) {
        Database database = kind.empty();
        ACME.fill(database);
        String ana = database.persons().of(ACME.ana().person());
        database.tally().count(ana, new Tally.Deed("call", "NY-S1"), "spoke", Fixtures.WAY, Fixtures.NOON);
        database.forgetAccount(ACME.account());
        assertThat(database.tally().bySeat(Fixtures.EVER))
                .extracting(Tally.SeatTotal::count)
                .containsExactly(1L);
    }

    @ParameterizedTest
    @MethodSource("both")
    void whatACrashLeftHalfDoneTheNextStartFinishes(TestDatabase kind) {
        Database database = kind.empty();
        OTHER.fill(database);
        Map<String, Long> before = rows(kind);
        ACME.fill(database);
        ForgottenAccounts dying = whileConversationsGo(database, () -> {
            throw new IllegalStateException("the power is gone");
        });
        assertThatThrownBy(() -> dying.forget(ACME.account())).hasMessage("the power is gone");
        assertThat(kind.rowsOf("effect")).isEqualTo(before.get("effect"));
        assertThat(kind.rowsOf("conversation")).isGreaterThan(before.get("conversation"));

        kind.restarted().finishForgetting();

        assertThat(rows(kind)).isEqualTo(before);
        assertThat(kind.rowsOf("forgotten_account")).isZero();
        kind.restarted().finishForgetting();
        assertThat(rows(kind)).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("both")
    void moreThanIsReadAtOnceIsForgottenWhereverItStands(TestDatabase kind) {
        Database database = kind.empty();
        int people = ForgottenAccounts.ROWS_AT_ONCE + 50;
        for (Belongings team : List.of(ACME, OTHER)) {
            database.conversations()
                    .commit(IntStream.range(0, people)
                            .mapToObj(i -> Fixtures.firstTurn(
                                    team.conversation("p" + i), team.account().name() + i))
                            .toList());
        }
        database.forgetAccount(ACME.account());
        for (String table : List.of("conversation", "effect", "outbox")) {
            assertThat(kind.rowsOf(table)).as(table).isEqualTo(people);
        }
    }

    @ParameterizedTest
    @MethodSource("both")
    void aWorkspaceThatComesBackBeginsAnew(TestDatabase kind) {
        Database database = kind.empty();
        ACME.fill(database);
        database.forgetAccount(ACME.account());
        ACME.fill(database);
        database.finishForgetting();
        assertThat(database.subscriptions().of(ACME.ana())).isPresent();
    }

    @ParameterizedTest
    @MethodSource("both")
    void whatATurnWritesBehindTheFirstLookIsFoundByTheSecond(TestDatabase kind) {
        Database database = kind.empty();
        ACME.fill(database);
        EffectResults.Answer late = new EffectResults.Answer("late", ACME.ana(), new Event.Answered("flow", Map.of()));
        whileConversationsGo(database, () -> database.answers().add(late)).forget(ACME.account());
        assertThat(database.answers().waiting(10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatAKeyRotationMovedMeanwhileIsLookedForAgain(boolean isServer) throws Exception {
        DatabaseLocation location = new DatabaseLocation.Embedded(TestDatabase.folder());
        if (isServer) {
            TestDatabase.onServer("create database forgotten");
            location = TestDatabase.serverLocation("forgotten");
        }
        DatabaseLocation there = location;
        Database.open(location, TestDatabase.KEY, TestDatabase.CLOCK).close();
        BotKey keys = BotKey.random().inPlaceOf(TestDatabase.KEY);
        try (Database database = Database.open(location, keys, TestDatabase.CLOCK)) {
            int people = ForgottenAccounts.ROWS_AT_ONCE + 50;
            database.conversations()
                    .commit(IntStream.range(0, people)
                            .mapToObj(i -> Fixtures.firstTurn(ACME.conversation("p" + i), "u" + i))
                            .toList());
            AtomicBoolean hasBegun = new AtomicBoolean();
            whileConversationsGo(database, () -> {
                        if (hasBegun.compareAndSet(false, true)) {
                            rotate(there, keys, 25);
                        }
                    })
                    .forget(ACME.account());
            assertThat(rowsIn(database, "forgotten_account")).isOne();

            rotate(there, keys, 100);
            database.finishForgetting();

            for (String table : List.of("forgotten_account", "conversation", "effect", "outbox")) {
                assertThat(rowsIn(database, table)).as(table).isZero();
            }
        }
    }

    private static void rotate(DatabaseLocation location, BotKey keys, int percent) {
        try {
            TestDatabase.rotate(location, keys, percent);
        } catch (UnusableDatabase impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static long rowsIn(Database database, String table) {
        return database.connections().read(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select count(*) from " + table)) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    /** Forgets accounts, and runs something else each time it reaches a conversation. */
    private static ForgottenAccounts whileConversationsGo(Database database, Runnable meanwhile) {
        HeldFacts heldFacts = new HeldFacts() {
            @Override
            public Map<String, State.Held> of(ConversationKey conversation) {
                return Map.of();
            }

            @Override
            public void hold(ConversationKey conversation, Map<String, State.Held> facts) {
                meanwhile.run();
            }
        };
        return new ForgottenAccounts(
                database.connections(),
                new Identities(Rings.of(TestDatabase.KEY), TestDatabase.CLOCK),
                (JdbcOutbox) database.outbox(),
                heldFacts);
    }

    /** The number of rows in each table that may hold workspace data: every table not known to hold none. */
    private static Map<String, Long> rows(TestDatabase kind) {
        Map<String, Long> rows = new TreeMap<>();
        for (String table : kind.tables()) {
            if (!OF_NO_ACCOUNT.contains(table)) {
                rows.put(table, kind.rowsOf(table));
            }
        }
        return rows;
    }
}
