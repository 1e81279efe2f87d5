package campaignbot.subscription;

import campaignbot.conversation.JavaStep;
import campaignbot.flow.Value;
import campaignbot.people.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Lists what alerts can be about, where a pack has more than one such topic; named {@code alerts.topics}. */
public final class AlertTopics implements JavaStep {

    /** The record of a pack that lists its topics: rows with a {@code label} and the topic's name as the {@code value}. */
    public static final String RECORD = "alert-topics";

    private static final String LIST = "alert_topics";

    @Override
    public String name() {
        return "alerts.topics";
    }

    @Override
    public Set<String> outcomes() {
        return Set.of("some", "none");
    }

    @Override
    public Set<String> gives() {
        return Set.of(LIST);
    }

    @Override
    public Result run(Input input) {
        List<Value.Row> rows = rows(input.facts(), input.language());
        return Result.of(rows.size() > 1 ? "some" : "none").with(LIST, new Value.Rows(rows));
    }

    /** What a topic is called; empty where the pack has none of this name. */
    static String label(JavaStep.Facts facts, Language language, String topic) {
        return rows(facts, language).stream()
                .filter(row -> new Value.Text(topic).equals(row.fields().get("value")))
                .map(row -> ((Value.Text)
                                java.util.Objects.requireNonNull(row.fields().get("label")))
                        .text())
                .findFirst()
                .orElse("");
    }

    private static List<Value.Row> rows(JavaStep.Facts facts, Language language) {
        List<Value.Row> rows = new ArrayList<>();
        if (facts.records().get(RECORD) instanceof Value.Rows topics) {
            for (Value.Row topic : topics.rows()) {
                if (topic.fields().get("label") instanceof Value.Translated label
                        && topic.fields().get("value") instanceof Value.Text name) {
                    rows.add(new Value.Row(
                            java.util.Map.of("label", new Value.Text(label.in(language)), "value", name)));
                }
            }
        }
        return rows;
    }
}
