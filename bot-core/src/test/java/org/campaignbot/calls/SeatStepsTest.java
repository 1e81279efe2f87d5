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

class SeatStepsTest {

    private static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");

    private final Directory directory =
            Directory.builder().asOf(LocalDate.of(2026, 6, 15)).map(119).build();
    private final Map<String, Value> facts = new HashMap<>();

    @Test
    void aSeatIsMarkedOnceAndTakenOutAgain() {
        facts.put("writing", new Value.Text("NY-S1"));
        Map<String, String> with = Map.of("fact", "writing", "in", "written");
        Map<String, String> undo = Map.of("fact", "writing", "in", "written", "undo", "taken_back");
        run("seat.mark", with);
        run("seat.mark", with);
        facts.put("writing", new Value.Text("NY-S3"));
        run("seat.mark", with);
        assertThat(facts.get("written")).isEqualTo(new Value.Text("NY-S1 NY-S3"));
        run("seat.mark", undo);
        assertThat(facts.get("written")).isEqualTo(new Value.Text("NY-S1 NY-S3"));
        facts.put("taken_back", new Value.Text("yes"));
        run("seat.mark", undo);
        assertThat(facts.get("written")).isEqualTo(new Value.Text("NY-S1"));
    }

    private String run(String name, Map<String, String> with) {
        JavaStep step = Steps.named(name, SeatSteps.all(() -> directory));
        JavaStep.Result result = step.run(new JavaStep.Input(facts::get, with, NOON, 1, Language.ENGLISH));
        assertThat(step.outcomes()).contains(result.outcome());
        assertThat(step.gives())
                .extracting(StepValue::name)
                .containsAll(result.facts().keySet());
        facts.putAll(result.facts());
        return result.outcome();
    }
}
