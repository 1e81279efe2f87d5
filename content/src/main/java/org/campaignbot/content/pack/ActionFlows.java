package org.campaignbot.content.pack;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.campaignbot.content.problem.Place;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.content.problem.Problems;
import org.campaignbot.flow.Action;
import org.campaignbot.flow.Nearest;
import org.campaignbot.flow.Value;

/** Checks that the flow of an action exists, belongs to it alone, and may be closed. */
final class ActionFlows {

    private final Outline outline;
    private final Problems problems;

    ActionFlows(Outline outline, Problems problems) {
        this.outline = outline;
        this.problems = problems;
    }

    /** Checks the records of a pack; {@code fixed} has the flows that must always be open. */
    void check(Map<String, Value.Row> records, Set<String> flows, Set<String> fixed) {
        Map<String, String> actions = new HashMap<>();
        records.forEach((name, record) -> {
            Action action = Action.of(name, record);
            String flow = action == null ? "" : action.flow();
            Place place = outline.of("records", name);
            String other = flow.isEmpty() ? null : actions.putIfAbsent(flow, name);
            if (!flow.isEmpty() && !flows.contains(flow)) {
                problems.add(
                        ProblemKind.UNKNOWN_FLOW,
                        place,
                        "the action \"" + name + "\" names the flow \"" + flow + "\", which is not there",
                        Nearest.mend(flow, flows));
            } else if (fixed.contains(flow)) {
                problems.add(
                        ProblemKind.BAD_VALUE,
                        place,
                        "the flow \"" + flow + "\" can never be closed, so it cannot be that of \"" + name + "\"",
                        "name the flow that takes people through the action");
            } else if (other != null) {
                problems.add(
                        ProblemKind.BAD_VALUE,
                        place,
                        "the flow \"" + flow + "\" is that of \"" + other + "\" already",
                        "give each action a flow of its own");
            }
        });
    }
}
