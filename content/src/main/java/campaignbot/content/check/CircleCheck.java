package campaignbot.content.check;

import campaignbot.content.problem.ProblemKind;
import campaignbot.flow.Flow;
import campaignbot.flow.Step;
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

/**
 * Finds steps that lead back to themselves before the person is asked anything.
 *
 * <p>A step that asks waits for a person, so no circle goes through it. Its Java step may skip the question only once: for what
 * the person said before, or because the question makes no sense now.
 */
final class CircleCheck {

    private final PackCheck.Subject subject;
    private final Map<Spot, List<Spot>> moves = new LinkedHashMap<>();
    private final Set<Spot> deciding = new HashSet<>();

    private CircleCheck(PackCheck.Subject subject) {
        this.subject = subject;
        Ways ways = new Ways(subject.pack());
        subject.eachStep((Flow flow, Step step) -> {
            Spot spot = new Spot(flow.name(), step.name());
            // Outcomes are unordered, and a circle must be reported the same way each time.
            moves.put(
                    spot,
                    step.ask() != null && Ways.goesOn(step)
                            ? List.of()
                            : ways.moves(flow, step).stream()
                                    .sorted(Comparator.comparing(Spot::toString))
                                    .toList());
            if (step.run() != null) {
                deciding.add(spot);
            }
        });
    }

    static void check(PackCheck.Subject subject) {
        new CircleCheck(subject).check();
    }

    private void check() {
        Set<Spot> told = new HashSet<>();
        for (Spot spot : moves.keySet()) {
            List<Spot> circle = told.contains(spot) ? List.of() : circle(spot);
            if (!circle.isEmpty()) {
                told.addAll(circle);
                boolean decided = circle.stream().anyMatch(deciding::contains);
                subject.report(
                        decided ? ProblemKind.POSSIBLE_CIRCLE : ProblemKind.ENDLESS_CIRCLE,
                        subject.outline().of(spot.flow(), spot.step()),
                        (decided ? "this can go round without asking: " : "this goes round without asking: ")
                                + circle.stream().map(Spot::toString).collect(Collectors.joining(", ")));
            }
        }
    }

    /** The steps of a shortest path from a step back to it, in order; none if there is no such path. */
    private List<Spot> circle(Spot start) {
        Map<Spot, Spot> from = new HashMap<>();
        Deque<Spot> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            Spot spot = open.remove();
            for (Spot next : moves.getOrDefault(spot, List.of())) {
                if (from.putIfAbsent(next, spot) == null) {
                    open.add(next);
                }
            }
        }
        Deque<Spot> circle = new ArrayDeque<>();
        Spot spot = from.get(start);
        while (spot != null) {
            circle.addFirst(spot);
            spot = spot.equals(start) ? null : from.get(spot);
        }
        return List.copyOf(circle);
    }
}
