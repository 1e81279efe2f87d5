package org.campaignbot.content.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.campaignbot.conversation.Repair;
import org.campaignbot.flow.Action;
import org.campaignbot.flow.Answer;
import org.campaignbot.flow.Ask;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Step;
import org.campaignbot.flow.Target;
import org.jspecify.annotations.Nullable;

/** Finds where the steps of a pack lead. */
final class FlowGraph {

    private final Pack pack;

    private final Set<String> closable;

    FlowGraph(Pack pack) {
        this.pack = pack;
        this.closable = closable(pack);
    }

    /** The flows that lead through an action, and close with it. */
    static Set<String> closable(Pack pack) {
        Set<String> closable = new LinkedHashSet<>();
        pack.records().forEach((name, record) -> {
            Action action = Action.of(name, record);
            if (action != null && !action.flow().isEmpty()) {
                closable.add(action.flow());
            }
        });
        return closable;
    }

    /** Whether a target is a flow that can be closed. */
    boolean canBeClosed(Target target) {
        return target instanceof Target.ToFlow to && closable.contains(to.flow());
    }

    /** The steps that can follow without waiting for the person; none if the step itself asks at once. */
    List<StepName> moves(Flow flow, Step step) {
        List<StepName> moves = new ArrayList<>();
        Flow closed = closable.contains(flow.name()) ? pack.flow(Repair.CLOSED_ACTION) : null;
        if (closed != null && (step.waits() || step.equals(flow.first()))) {
            moves.add(first(closed));
        }
        if (step.run() != null) {
            step.run().outcomes().values().forEach(target -> add(moves, spot(flow, target)));
        }
        if (goesOn(step) && !step.waits()) {
            Flow visited = step.visit() == null ? null : pack.flow(step.visit());
            if (visited != null) {
                moves.add(first(visited));
            }
            // A visit that asks something waits, however it ends.
            if (visited == null || visited.steps().values().stream().noneMatch(Step::waits)) {
                add(moves, spot(flow, step.then()));
            }
        }
        return moves;
    }

    /** All targets of a step: those of its outcomes, of its answers, of typed input, and its own. */
    static List<Target> targets(Step step) {
        List<Target> targets = new ArrayList<>();
        if (step.run() != null) {
            targets.addAll(step.run().outcomes().values());
        }
        Ask ask = step.ask();
        if (ask != null) {
            ask.answers().stream().map(Answer::then).forEach(targets::add);
            if (ask.options() != null) {
                targets.add(ask.options().then());
            }
            if (ask.expect() != null) {
                targets.add(ask.expect().then());
                if (ask.expect().otherwise() != null) {
                    targets.add(ask.expect().otherwise());
                }
            }
        }
        if (!step.waits() && goesOn(step)) {
            targets.add(step.then());
        }
        if (step.visit() != null) {
            targets.add(new Target.ToFlow(step.visit()));
        }
        return targets;
    }

    /** The questions where a walk from a target can stop and wait. */
    Set<StepName> questions(Flow flow, Target target) {
        Set<StepName> questions = new LinkedHashSet<>();
        List<StepName> open = new ArrayList<>();
        add(open, spot(flow, target));
        Set<StepName> seen = new LinkedHashSet<>(open);
        while (!open.isEmpty()) {
            StepName stepName = open.remove(open.size() - 1);
            Flow there = pack.flow(stepName.flow());
            Step step = there == null ? null : there.step(stepName.step());
            if (there != null && step != null) {
                if (step.waits() && goesOn(step)) {
                    questions.add(stepName);
                }
                moves(there, step).stream().filter(seen::add).forEach(open::add);
            }
        }
        return questions;
    }

    /** Whether a step can go on after its Java part. */
    static boolean goesOn(Step step) {
        return step.run() == null || step.run().outcomes().containsValue(new Target.Here());
    }

    private @Nullable StepName spot(Flow flow, Target target) {
        if (target instanceof Target.ToStep to) {
            return new StepName(flow.name(), to.step());
        }
        Flow other = target instanceof Target.ToFlow to
                ? pack.flow(to.flow())
                : target instanceof Target.Menu || target instanceof Target.ToNamed ? pack.flow(pack.menu()) : null;
        return other == null ? null : first(other);
    }

    private static StepName first(Flow flow) {
        return new StepName(flow.name(), flow.first().name());
    }

    private static void add(List<StepName> spots, @Nullable StepName stepName) {
        if (stepName != null) {
            spots.add(stepName);
        }
    }
}
