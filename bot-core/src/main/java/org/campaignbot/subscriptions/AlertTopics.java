package org.campaignbot.subscriptions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.campaignbot.conversation.JavaStep;
import org.campaignbot.flow.Value;
import org.campaignbot.people.Language;

/** The topics of alerts, as a pack lists them. */
public final class AlertTopics {

    /** The pack record that lists the topics: rows with a {@code label} and the topic's name as the {@code value}. */
    public static final String RECORD = "alert-topics";

    private AlertTopics() {}

    /** The topics as rows to choose from. */
    static List<Value.Row> rows(JavaStep.Facts facts, Language language) {
        List<Value.Row> rows = new ArrayList<>();
        if (facts.records().get(RECORD) instanceof Value.Rows topics) {
            for (Value.Row topic : topics.rows()) {
                if (topic.fields().get("label") instanceof Value.Translated label
                        && topic.fields().get("value") instanceof Value.Text name) {
                    rows.add(new Value.Row(Map.of("label", new Value.Text(label.in(language)), "value", name)));
                }
            }
        }
        return rows;
    }

    /** A topic's label; empty if the pack has no such topic. */
    static String label(JavaStep.Facts facts, Language language, String topic) {
        return rows(facts, language).stream()
                .filter(row -> new Value.Text(topic).equals(row.fields().get("value")))
                .map(row -> ((Value.Text) Objects.requireNonNull(row.fields().get("label"))).text())
                .findFirst()
                .orElse("");
    }
}
