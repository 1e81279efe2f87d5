package campaignbot.action;

import static org.assertj.core.api.Assertions.assertThat;

import campaignbot.conversation.JavaStep;
import campaignbot.flow.Value;
import campaignbot.people.Language;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UndoWindowTest {

    private static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");

    private final Map<String, Value> facts = new HashMap<>();

    @Test
    void aReportCanBeTakenBackForThirtySeconds() {
        assertThat(run(new StartUndo(), NOON)).isEqualTo("started");
        assertThat(run(new UndoWindow(), NOON)).isEqualTo("open");
        assertThat(run(new UndoWindow(), NOON.plusSeconds(30))).isEqualTo("open");
        assertThat(run(new UndoWindow(), NOON.plusMillis(30_001))).isEqualTo("over");
    }

    @Test
    void withoutAReportThereIsNothingToTakeBack() {
        assertThat(run(new UndoWindow(), NOON)).isEqualTo("nothing");
    }

    @Test
    void aSeatIsMarkedOnceAndTakenOutAgain() {
        facts.put("writing", new Value.Text("NY-S1"));
        Map<String, String> with = Map.of("fact", "writing", "in", "written");
        Map<String, String> undo = Map.of("fact", "writing", "in", "written", "undo", "taken_back");
        run(new MarkSeat(), NOON, with);
        run(new MarkSeat(), NOON, with);
        facts.put("writing", new Value.Text("NY-S3"));
        run(new MarkSeat(), NOON, with);
        assertThat(facts.get("written")).isEqualTo(new Value.Text("NY-S1 NY-S3"));
        run(new MarkSeat(), NOON, undo);
        assertThat(facts.get("written")).isEqualTo(new Value.Text("NY-S1 NY-S3"));
        facts.put("taken_back", new Value.Text("yes"));
        run(new MarkSeat(), NOON, undo);
        assertThat(facts.get("written")).isEqualTo(new Value.Text("NY-S1"));
    }

    private String run(JavaStep step, Instant now) {
        return run(step, now, Map.of());
    }

    private String run(JavaStep step, Instant now, Map<String, String> with) {
        JavaStep.Result result = step.run(new JavaStep.Input(facts::get, with, now, 1, Language.ENGLISH));
        assertThat(step.outcomes()).contains(result.outcome());
        assertThat(step.gives()).containsAll(result.facts().keySet());
        facts.putAll(result.facts());
        return result.outcome();
    }
}
