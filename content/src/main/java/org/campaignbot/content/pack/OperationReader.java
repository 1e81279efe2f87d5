package org.campaignbot.content.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.campaignbot.content.format.Fields;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.content.problem.Problems;
import org.campaignbot.content.yaml.Node;
import org.campaignbot.flow.Nearest;
import org.campaignbot.flow.Operation;
import org.campaignbot.flow.Template;
import org.jspecify.annotations.Nullable;

/** Reads what a step or an answer does. */
final class OperationReader {

    private static final String FIX = "write one thing an item, as - count: {outcome: spoke}";

    private final Compilation compilation;
    private final Problems problems;

    OperationReader(Compilation compilation) {
        this.compilation = compilation;
        this.problems = compilation.problems();
    }

    /** Reads the operations of a {@code do}, which is one or a list; none if there is no such key. */
    List<Operation> read(@Nullable Node node) {
        List<Operation> operations = new ArrayList<>();
        if (node instanceof Node.Sequence sequence) {
            sequence.items().forEach(item -> operations.add(operation(item)));
        } else if (node != null) {
            operations.add(operation(node));
        }
        return operations;
    }

    private Operation operation(Node node) {
        if (node instanceof Node.Scalar name) {
            return operation(name, null);
        }
        if (node instanceof Node.Mapping mapping && mapping.entries().size() == 1) {
            Node.Entry entry = mapping.entries().get(0);
            return operation(entry.key(), entry.value());
        }
        problems.add(ProblemKind.WRONG_TYPE, node.place(), "this is not one thing to do", FIX);
        return new Operation(Operation.CLEAR, Map.of());
    }

    private Operation operation(Node.Scalar verb, @Nullable Node arguments) {
        String name = verb.text();
        switch (name) {
            case Operation.SET -> {
                Map<String, Template> facts = arguments(verb, arguments, Names.Way.SET);
                return new Operation(name, facts);
            }
            case Operation.CLEAR -> {
                return new Operation(name, cleared(verb, arguments));
            }
            case Operation.FORGET -> {
                return new Operation(name, Map.of());
            }
            default -> {
                if (!compilation.vocabulary().effects().contains(name)) {
                    TreeSet<String> known =
                            new TreeSet<>(compilation.vocabulary().effects());
                    known.addAll(List.of(Operation.SET, Operation.CLEAR, Operation.FORGET));
                    problems.add(
                            ProblemKind.UNKNOWN_EFFECT,
                            verb.place(),
                            "there is no effect \"" + name + "\"",
                            Nearest.fix(name, known));
                }
                for (String flow : compilation.vocabulary().told().getOrDefault(name, Set.of())) {
                    if (!compilation.flows().contains(flow)) {
                        problems.add(
                                ProblemKind.UNKNOWN_FLOW,
                                verb.place(),
                                "the effect \"" + name + "\" is told by a flow \"" + flow + "\", and there is none",
                                "write the flow, or inherit it");
                    }
                }
                Names.Way way =
                        compilation.vocabulary().drafts().contains(name) ? Names.Way.DRAFTED : Names.Way.CARRIED;
                return new Operation(name, arguments == null ? Map.of() : arguments(verb, arguments, way));
            }
        }
    }

    private Map<String, Template> arguments(Node.Scalar verb, @Nullable Node node, Names.Way way) {
        if (node == null) {
            problems.add(ProblemKind.WRONG_TYPE, verb.place(), "\"" + verb.text() + "\" needs arguments", FIX);
            return Map.of();
        }
        Map<String, Template> arguments = new LinkedHashMap<>();
        for (Node.Entry entry : Fields.open(node, "the arguments of \"" + verb.text() + "\"", problems)
                .entries()) {
            if (way == Names.Way.SET) {
                compilation
                        .names()
                        .uses(entry.name(), Names.Way.FACT, entry.key().place());
            }
            Node.Scalar text = Fields.text(entry.value(), entry.name(), problems);
            if (text != null) {
                arguments.put(entry.name(), compilation.words().argument(text, way));
                if (way == Names.Way.SET) {
                    compilation.names().sets(entry.name(), text.text());
                }
            }
        }
        return arguments;
    }

    private Map<String, Template> cleared(Node.Scalar verb, @Nullable Node node) {
        Map<String, Template> facts = new LinkedHashMap<>();
        List<Node> items =
                node instanceof Node.Sequence sequence ? sequence.items() : node == null ? List.of() : List.of(node);
        if (items.isEmpty()) {
            problems.add(ProblemKind.WRONG_TYPE, verb.place(), "\"clear\" names no fact", "write clear: [place]");
        }
        for (Node item : items) {
            Node.Scalar fact = Fields.text(item, Operation.CLEAR, problems);
            if (fact != null) {
                compilation.names().uses(fact.text(), Names.Way.FACT, fact.place());
                facts.put(fact.text(), new Template(List.of()));
            }
        }
        return facts;
    }
}
