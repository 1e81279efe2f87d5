package org.campaignbot.content.pack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.campaignbot.content.format.Fields;
import org.campaignbot.content.format.Format;
import org.campaignbot.content.problem.Place;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.content.problem.Problems;
import org.campaignbot.content.yaml.Node;
import org.campaignbot.flow.Value;
import org.campaignbot.subscriptions.Subscription;

/** Reads the topics that a campaign's alerts can have; an heir's list replaces the inherited one. */
final class AlertTopicsReader {

    /** The key in pack.yaml that this reads, and its place below {@code pack} in a file of words. */
    static final String KEY = "alert-topics";

    private final PlainTexts texts;
    private final Problems problems;

    AlertTopicsReader(Translations translations, Outline outline, Problems problems) {
        this.texts = new PlainTexts(translations, outline, problems);
        this.problems = problems;
    }

    /** Reads a row for each topic, in the author's order: its {@code label}, and its name as the {@code value}. */
    Value.Rows read(List<Layer> layers) {
        for (Layer layer : layers) {
            if (layer.pack().has(KEY)) {
                return rows(layer, layer.pack().placeOf(KEY));
            }
        }
        return new Value.Rows(List.of());
    }

    private Value.Rows rows(Layer layer, Place place) {
        Fields topics = Fields.open(layer.pack().node(KEY), KEY, problems);
        topics.required(Subscription.ALL, place);
        Map<String, Node.Scalar> labels = new LinkedHashMap<>();
        for (Node.Entry entry : topics.entries()) {
            Names.check(entry.key(), "a topic", Set.of(), problems);
            Node.Scalar label = Fields.text(entry.value(), entry.name(), problems);
            if (label != null) {
                labels.put(entry.name(), label);
            }
        }
        return new Value.Rows(
                texts.read(layer, place, labels, (topic, label) -> said(label), "pack", KEY).entrySet().stream()
                        .map(topic -> new Value.Row(
                                Map.of("label", topic.getValue(), "value", new Value.Text(topic.getKey()))))
                        .toList());
    }

    private String said(Node.Scalar label) {
        String text = label.text().strip().replaceAll("\\s+", " ");
        if (text.length() > Format.LONGEST_BUTTON) {
            problems.add(
                    ProblemKind.LONG_LABEL,
                    label.place(),
                    "this has " + text.length() + " characters; " + Format.LONGEST_BUTTON + " are the most");
        }
        return text;
    }
}
