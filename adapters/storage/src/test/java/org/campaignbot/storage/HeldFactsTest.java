package org.campaignbot.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.State;
import org.campaignbot.flow.Value;
import org.campaignbot.people.Language;
import org.campaignbot.testkit.Fixtures;
import org.campaignbot.testkit.HeldFactsContract;
import org.campaignbot.update.HeldFacts;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HeldFactsTest {

    private static final ConversationKey ANA = Fixtures.conversationOf("ana");

    @Nested
    class OnSqlite extends HeldFactsContract {
        @Override
        protected HeldFacts empty(InstantSource clock) {
            return TestDatabase.SQLITE.empty().inAnotherProcess(clock, () -> {}).heldFacts();
        }
    }

    @Nested
    class OnPostgresql extends HeldFactsContract {
        @Override
        protected HeldFacts empty(InstantSource clock) {
            return TestDatabase.POSTGRESQL
                    .empty()
                    .inAnotherProcess(clock, () -> {})
                    .heldFacts();
        }
    }

    @Test
    void whatOneProcessHoldsTheOthersFind() {
        Database first = TestDatabase.POSTGRESQL.empty();
        Map<String, State.Held> everyKind = everyKindOfValue();
        first.heldFacts().hold(ANA, everyKind);
        assertThat(TestDatabase.POSTGRESQL.restarted().heldFacts().of(ANA)).isEqualTo(everyKind);
        assertThat(TestDatabase.POSTGRESQL.texts("select encode(sealed, 'escape') from held_fact"))
                .singleElement()
                .asString()
                .doesNotContain("10001", "202-224-3121");
    }

    @Test
    void aTurnThatFoundNothingAndHoldsNothingLeavesWhatAnotherProcessHeldMeanwhile() {
        HeldFacts first = TestDatabase.POSTGRESQL.empty().heldFacts();
        HeldFacts second = TestDatabase.POSTGRESQL.restarted().heldFacts();
        assertThat(first.of(ANA)).isEmpty();
        second.hold(ANA, everyKindOfValue());
        first.hold(ANA, Map.of());
        assertThat(first.of(ANA)).isEqualTo(everyKindOfValue());
        first.hold(ANA, Map.of());
        assertThat(second.of(ANA)).isEmpty();
    }

    @Test
    void sqliteHasNoTableForIt() {
        Database database = TestDatabase.SQLITE.empty();
        database.heldFacts().hold(ANA, everyKindOfValue());
        assertThat(TestDatabase.SQLITE.restarted().heldFacts().of(ANA)).isEmpty();
        assertThat(TestDatabase.SQLITE.tables()).contains("conversation").doesNotContain("held_fact");
    }

    @Test
    void postgresqlKeepsItOutOfItsLog() {
        TestDatabase.POSTGRESQL.empty();
        assertThat(TestDatabase.POSTGRESQL.texts("select relpersistence from pg_class where relname = 'held_fact'"))
                .containsExactly("u");
    }

    @Test
    void whatIsOverIsErasedByWhoeverWritesNext() {
        HeldFacts facts = TestDatabase.POSTGRESQL.empty().heldFacts();
        facts.hold(ANA, everyKindOfValue());
        TestDatabase.CLOCK.advance(Duration.ofMinutes(30));
        facts.hold(Fixtures.conversationOf("ben"), everyKindOfValue());
        assertThat(TestDatabase.POSTGRESQL.rowsOf("held_fact")).isEqualTo(1);
    }

    private static Map<String, State.Held> everyKindOfValue() {
        Value.Translated words =
                new Value.Translated(Map.of(Language.ENGLISH, "Page", Language.SPANISH, "Página"), Language.ENGLISH);
        Map<String, Value> values = new HashMap<>(Map.of(
                "text", new Value.Text("10001 \"\n", true),
                "translated", words,
                "count", new Value.Count(3),
                "day", new Value.Day(LocalDate.of(2026, 11, 24)),
                "moment", new Value.Moment(Fixtures.NOON, ZoneId.of("America/Chicago")),
                "phone", new Value.Phone("202-224-3121"),
                "code", new Value.Code("911"),
                "link", new Value.Link(words, URI.create("https://example.org/a?b=c"))));
        values.put("rows", new Value.Rows(List.of(new Value.Row(Map.copyOf(values)))));
        Map<String, State.Held> facts = new HashMap<>();
        values.forEach((name, value) ->
                facts.put(name, new State.Held(value, Fixtures.NOON.plus(Duration.ofMinutes(State.HOLD_MINUTES)))));
        return facts;
    }
}
