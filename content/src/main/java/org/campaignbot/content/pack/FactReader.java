package org.campaignbot.content.pack;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.campaignbot.content.format.Fields;
import org.campaignbot.content.format.Format;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.content.problem.Problems;
import org.campaignbot.content.yaml.Node;
import org.campaignbot.flow.Fact;
import org.jspecify.annotations.Nullable;

/** Reads the lifetimes of facts. */
final class FactReader {

    private final Problems problems;

    FactReader(Problems problems) {
        this.problems = problems;
    }

    /** The facts of all layers by name; an heir's override inherited ones. */
    Map<String, Fact> read(List<Layer> layers) {
        Map<String, Fact> facts = new LinkedHashMap<>();
        Map<String, Node.Scalar> longer = new LinkedHashMap<>();
        for (Layer layer : layers) {
            for (Node.Entry entry :
                    Fields.open(layer.pack().node("facts"), "facts", problems).entries()) {
                if (!facts.containsKey(entry.name())) {
                    facts.put(entry.name(), fact(entry, longer));
                }
            }
        }
        longer.forEach((name, switchName) -> {
            Fact other = facts.get(switchName.text());
            if (other == null || other.lifetime() != Fact.Lifetime.SAVED) {
                problems.add(
                        ProblemKind.UNKNOWN_FACT,
                        switchName.place(),
                        "there is no saved fact \"" + switchName.text() + "\"");
            }
        });
        return facts;
    }

    private Fact fact(Node.Entry entry, Map<String, Node.Scalar> longer) {
        Names.check(entry.key(), "a fact", Set.of(), problems);
        Fields fields = Fields.closed(entry, Format.FACT, problems);
        Node.Scalar lifetime = fields.text("lifetime");
        Node.Scalar longerWhen = fields.text("longer-when");
        if (longerWhen != null) {
            longer.put(entry.name(), longerWhen);
        }
        return new Fact(
                entry.name(),
                lifetime == null
                        ? Fact.Lifetime.TURN
                        : Fact.Lifetime.valueOf(lifetime.text().toUpperCase(Locale.ROOT)),
                idle(fields),
                longerWhen == null ? null : longerWhen.text());
    }

    private static @Nullable Duration idle(Fields fields) {
        Node.Scalar text = fields.text("idle");
        if (text == null) {
            return null;
        }
        int last = text.text().length() - 1;
        int number = Integer.parseInt(text.text().substring(0, last));
        return switch (text.text().charAt(last)) {
            case 'm' -> Duration.ofMinutes(number);
            case 'h' -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }
}
