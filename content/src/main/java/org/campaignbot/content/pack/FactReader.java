package org.campaignbot.content.pack;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.content.problem.Problems;
import org.campaignbot.content.yaml.Node;
import org.campaignbot.flow.Fact;
import org.jspecify.annotations.Nullable;

/** Reads the lifetimes of facts. */
final class FactReader {

    private static final Set<String> FACT = Set.of("lifetime", "idle", "longer-when");
    private static final List<String> LIFETIMES = List.of("turn", "memory", "saved");
    private static final Pattern IDLE = Pattern.compile("([1-9]\\d{0,4})([mhd])");

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
        Fields fields = Fields.closed(entry.value(), "a fact", FACT, problems);
        fields.required("lifetime", entry.key().place());
        Node.Scalar lifetime = fields.oneOf("lifetime", LIFETIMES);
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

    private @Nullable Duration idle(Fields fields) {
        Node.Scalar text = fields.text("idle");
        if (text == null) {
            return null;
        }
        Matcher matcher = IDLE.matcher(text.text());
        if (!matcher.matches()) {
            problems.add(
                    ProblemKind.BAD_VALUE,
                    text.place(),
                    "\"" + text.text() + "\" is no length of time",
                    "write a number with m, h or d, as 24h");
            return null;
        }
        int number = Integer.parseInt(matcher.group(1));
        return switch (matcher.group(2)) {
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }
}
