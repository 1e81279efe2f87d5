package campaignbot.content.check;

import campaignbot.content.problem.ProblemKind;
import campaignbot.flow.Flow;
import campaignbot.flow.Step;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds steps that lead back to themselves before anybody is asked anything. */
final class CircleCheck {

    private final PackCheck.Subject subject;
    private final Map<Spot, List<Spot>> moves = new LinkedHashMap<>();
    private final Set<Spot> deciding = new HashSet<>();

    private CircleCheck(PackCheck.Subject subject) {
        this.subject = subject;
        Ways ways = new Ways(subject.pack());
        subject.eachStep((Flow flow, Step step) -> {
            Spot spot = new Spot(flow.name(), step.name());
            moves.put(spot, ways.moves(flow, step));
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
            Set<Spot> circle = told.contains(spot) ? Set.of() : circle(spot);
            if (!circle.isEmpty()) {
                told.addAll(circle);
                boolean decided = circle.stream().anyMatch(deciding::contains);
                subject.report(
                        decided ? ProblemKind.POSSIBLE_CIRCLE : ProblemKind.ENDLESS_CIRCLE,
                        subject.outline().of(spot.flow(), spot.step()),
                        "\"" + spot + "\" " + (decided ? "can lead" : "leads") + " back to itself without asking");
            }
        }
    }

    /** The steps of a shortest way from a step back to it; none where there is no such way. */
    private Set<Spot> circle(Spot start) {
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
        Set<Spot> circle = new HashSet<>();
        for (Spot spot = from.get(start); spot != null && circle.add(spot); ) {
            spot = spot.equals(start) ? null : from.get(spot);
        }
        return circle;
    }
}
