package org.campaignbot.content.check;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Step;

/**
 * Finds steps that lead back to themselves before the person is asked anything.
 *
 * <p>A step that asks waits for a person, so no circle goes through it. Its Java step may skip the question only once: for what
 * the person said before, or because the question makes no sense now.
 */
final class CircleCheck {

    private final PackCheck.Subject subject;
    private final Map<StepName, List<StepName>> moves = new LinkedHashMap<>();
    private final Set<StepName> deciding = new HashSet<>();

    private CircleCheck(PackCheck.Subject subject) {
        this.subject = subject;
        FlowGraph flowGraph = new FlowGraph(subject.pack());
        subject.eachStep((Flow flow, Step step) -> {
            StepName stepName = new StepName(flow.name(), step.name());
            // Outcomes are unordered, and a circle must be reported the same way each time.
            moves.put(
                    stepName,
                    step.waits() && FlowGraph.goesOn(step)
                            ? List.of()
                            : flowGraph.moves(flow, step).stream()
                                    .sorted(Comparator.comparing(StepName::toString))
                                    .toList());
            if (step.run() != null) {
                deciding.add(stepName);
            }
        });
    }

    static void check(PackCheck.Subject subject) {
        new CircleCheck(subject).check();
    }

    private void check() {
        Set<StepName> told = new HashSet<>();
        for (StepName stepName : moves.keySet()) {
            List<StepName> circle = told.contains(stepName) ? List.of() : circle(stepName);
            if (!circle.isEmpty()) {
                told.addAll(circle);
                boolean decided = circle.stream().anyMatch(deciding::contains);
                subject.report(
                        decided ? ProblemKind.POSSIBLE_CIRCLE : ProblemKind.ENDLESS_CIRCLE,
                        subject.outline().of(stepName.flow(), stepName.step()),
                        (decided ? "this can go round without asking: " : "this goes round without asking: ")
                                + circle.stream().map(StepName::toString).collect(Collectors.joining(", ")));
            }
        }
    }

    /** The steps of a shortest path from a step back to it, in order; none if there is no such path. */
    private List<StepName> circle(StepName start) {
        Map<StepName, StepName> from = new HashMap<>();
        Deque<StepName> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            StepName stepName = open.remove();
            for (StepName next : moves.getOrDefault(stepName, List.of())) {
                if (from.putIfAbsent(next, stepName) == null) {
                    open.add(next);
                }
            }
        }
        Deque<StepName> circle = new ArrayDeque<>();
        StepName stepName = from.get(start);
        while (stepName != null) {
            circle.addFirst(stepName);
            stepName = stepName.equals(start) ? null : from.get(stepName);
        }
        return List.copyOf(circle);
    }
}
