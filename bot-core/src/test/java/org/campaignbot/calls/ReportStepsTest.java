package org.campaignbot.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.campaignbot.conversation.JavaStep;
import org.campaignbot.conversation.StepValue;
import org.campaignbot.conversation.Steps;
import org.campaignbot.directory.Directory;
import org.campaignbot.flow.Value;
import org.campaignbot.people.Language;
import org.junit.jupiter.api.Test;

class ReportStepsTest {

    private static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");

    private final Directory directory =
            Directory.builder().asOf(LocalDate.of(2026, 6, 15)).map(119).build();
    private final Map<String, Value> facts = new HashMap<>();

    @Test
    void aReportCanBeTakenBackForThirtySeconds() {
        assertThat(run("undo.start", NOON)).isEqualTo("started");
        assertThat(run("undo.window", NOON)).isEqualTo("open");
        assertThat(run("undo.window", NOON.plusSeconds(30))).isEqualTo("open");
        assertThat(run("undo.window", NOON.plusMillis(30_001))).isEqualTo("over");
    }

    @Test
    void withoutAReportThereIsNothingToTakeBack() {
        assertThat(run("undo.window", NOON)).isEqualTo("nothing");
    }

    private String run(String name, Instant now) {
        JavaStep step = Steps.named(name, ReportSteps.all(() -> directory));
        JavaStep.Result result = step.run(new JavaStep.Input(facts::get, Map.of(), now, 1, Language.ENGLISH));
        assertThat(step.outcomes()).contains(result.outcome());
        assertThat(step.gives())
                .extracting(StepValue::name)
                .containsAll(result.facts().keySet());
        facts.putAll(result.facts());
        return result.outcome();
    }
}
