package org.campaignbot.content.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.campaignbot.conversation.JavaStep;
import org.campaignbot.flow.Value;
import org.campaignbot.lookup.ElsewhereStep;
import org.campaignbot.lookup.Home;
import org.campaignbot.people.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose senators a friend or relative in another place calls. */
class ElsewhereTest {

    private static final Instant NOW = Instant.parse("2026-11-24T15:00:00Z");

    private final Map<String, Value> facts = new HashMap<>();

    private JavaStep.Result named(String typed) {
        facts.put(JavaStep.Facts.TYPED, new Value.Text(typed, true));
        return ElsewhereStep.of(() -> Shipped.DIRECTORY)
                .run(new JavaStep.Input(facts::get, Map.of(), NOW, 1, Language.ENGLISH));
    }

    private static Stream<String> senators(JavaStep.Result result) {
        Value.Rows rows = (Value.Rows) Objects.requireNonNull(result.facts().get("elsewhere_senators"));
        return rows.rows().stream()
                .map(row -> ((Value.Text) Objects.requireNonNull(row.fields().get("last_name"))).text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "my sister lives in phoenix, who does she call | Gallego and Kelly",
                "mi cuñada vive en phoenix ella a quien le tiene q hablar | Gallego and Kelly",
                "my cousin in texas wants to call too | Cornyn and Cruz",
                "los senadores de arizona para mi cuñada | Gallego and Kelly",
                "what about my mom in detroit michigan | Slotkin and Peters"
            })
    void aSisterCallsTheSenatorsOfHerOwnState(String typed, String expected) {
        facts.put(Home.HOME, new Value.Text("NV"));
        JavaStep.Result result = named(typed);
        assertThat(result.outcome()).isEqualTo("other");
        assertThat(senators(result)).containsExactlyInAnyOrder(expected.split(" and "));
    }

    @Test
    void aSeatThatNobodyIsKnownToHoldIsNamedLast() {
        Value.Rows rows = (Value.Rows) Objects.requireNonNull(
                named("who does my uncle in ohio call").facts().get("elsewhere_senators"));
        assertThat(rows.rows())
                .extracting(row -> row.fields().get("status"))
                .containsExactly(new Value.Text("filled"), new Value.Text("expired"));
    }

    @Test
    void whoLivesInTheSameStateHasTheSameSenators() {
        facts.put(Home.HOME, new Value.Text("NV"));
        assertThat(named("does my cousin in reno call the same people").outcome())
                .isEqualTo("own");
    }

    @Test
    void theSenatorsAreNamedToSomebodyWhoseOwnStateIsNotKnown() {
        assertThat(named("my cousin in texas wants to call too").outcome()).isEqualTo("named");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "who does my sister call",
                "my brother in springfield wants to call",
                "my friends in texas and ohio want to call",
                "mi prima vive en ponce, puerto rico",
                "my dad is in toronto, canada"
            })
    void noOneIsNamedWhereThePlaceIsUnclearOrHasNoSenators(String typed) {
        assertThat(named(typed).outcome()).isEqualTo("none");
    }
}
