package org.campaignbot.alert.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.campaignbot.conversation.JavaStep;
import org.campaignbot.conversation.Steps;
import org.campaignbot.directory.Directory;
import org.campaignbot.flow.Value;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AlertStepsTest {

    private static final Instant TUESDAY_NOON = Instant.parse("2026-11-24T17:00:00Z");
    private static final Instant TUESDAY_EVENING = Instant.parse("2026-11-24T23:30:00Z");

    private final Directory directory =
            Directory.builder().asOf(LocalDate.of(2026, 6, 15)).map(119).build();
    private final Map<String, Value> record = new HashMap<>(Map.of(
            "kind", new Value.Text("action"),
            "title", new Value.Text("Call"),
            "status", new Value.Text("open"),
            "flow", new Value.Text("call")));
    private final Map<String, Value> facts = new HashMap<>(Map.of(
            "alert_standing", new Value.Text("open"),
            "alert_action", new Value.Text("action-call"),
            "signup_home", new Value.Text("CO"),
            "signup_zone", new Value.Text("America/Denver")));

    @Test
    void theActionOpensWithWhatTheSubscriptionKnows() {
        assertThat(run(TUESDAY_NOON))
                .isEqualTo(new JavaStep.Result(
                        "open",
                        Map.of(
                                "alert_flow", new Value.Text("call"),
                                "zone", new Value.Text("America/Denver"),
                                "home", new Value.Text("CO"))));
    }

    @Test
    void whatThePersonToldInTheTalkStays() {
        facts.put("zone", new Value.Text("America/Chicago"));
        assertThat(run(TUESDAY_NOON).facts()).doesNotContainKey("zone");
    }

    @Test
    void inTheEveningTheActionOpensTooSinceAVoicemailCounts() {
        assertThat(run(TUESDAY_EVENING).outcome()).isEqualTo("open");
    }

    @Test
    void aClosedActionSaysSoItself() {
        record.put("status", new Value.Text("closed"));
        JavaStep.Result closed = run(TUESDAY_EVENING);
        assertThat(closed.outcome()).isEqualTo("closed");
        assertThat(closed.facts()).containsEntry("alert_flow", new Value.Text("call"));
    }

    @Test
    void anAlertThatIsOverOrWhoseActionIsGoneLeadsNowhere() {
        facts.put("alert_standing", new Value.Text("over"));
        assertThat(run(TUESDAY_NOON)).isEqualTo(JavaStep.Result.of("over"));
        facts.put("alert_standing", new Value.Text("open"));
        facts.put("alert_action", new Value.Text("action-sing"));
        assertThat(run(TUESDAY_NOON)).isEqualTo(JavaStep.Result.of("over"));
        facts.remove("alert_action");
        assertThat(run(TUESDAY_NOON)).isEqualTo(JavaStep.Result.of("over"));
    }

    private JavaStep.Result run(Instant now) {
        JavaStep.Facts book = new JavaStep.Facts() {
            @Override
            public @Nullable Value value(String name) {
                return facts.get(name);
            }

            @Override
            public Map<String, Value> records() {
                return Map.of("action-call", new Value.Row(record));
            }
        };
        return Steps.named("alerts.open", AlertSteps.all(() -> directory))
                .run(new JavaStep.Input(book, Map.of(), now, 1, Language.ENGLISH));
    }
}
