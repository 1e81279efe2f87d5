package org.campaignbot.content.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.campaignbot.content.pack.Outline;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.conversation.Repair;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Step;
import org.campaignbot.flow.Target;

/** Finds steps and flows that can't be reached. */
final class ReachCheck {

    private ReachCheck() {}

    static void check(PackCheck.Subject subject) {
        checkParts(subject);
        checkFollowUps(subject);
        checkAnswers(subject);
        Set<String> flows = flows(subject.pack(), subject.outline());
        for (Flow flow : subject.pack().flows().values()) {
            if (!flows.contains(flow.name())) {
                subject.report(
                        ProblemKind.UNREACHABLE_FLOW,
                        subject.outline().of(flow.name()),
                        "nothing leads to the flow \"" + flow.name() + "\"");
            }
            Set<String> steps = steps(flow, subject.outline());
            for (Step step : flow.steps().values()) {
                if (!steps.contains(step.name())) {
                    subject.report(
                            ProblemKind.UNREACHABLE_STEP,
                            subject.outline().of(flow.name(), step.name()),
                            "nothing leads to the step \"" + step.name() + "\"");
                }
            }
        }
    }

    /** Whether each part of the help for a danger is a step of its flow. */
    private static void checkParts(PackCheck.Subject subject) {
        subject.outline().parts().forEach((part, place) -> {
            String[] names = part.split("/", 2);
            Flow flow = subject.pack().flow(names[0]);
            if (flow == null || flow.step(names[1]) == null) {
                subject.report(
                        ProblemKind.UNKNOWN_STEP,
                        place,
                        "the flow \"" + names[0] + "\" has no step \"" + names[1] + "\"");
            }
        });
    }

    /** Whether each name under {@code follow-ups} is a step of the help, one of what follows it, an answer, or the way back. */
    private static void checkFollowUps(PackCheck.Subject subject) {
        Flow after = subject.pack().flow(Repair.AFTER_HELP);
        subject.outline().followUps().forEach((followUp, place) -> {
            String[] names = followUp.split("/", 2);
            Flow flow = subject.pack().flow(names[0]);
            boolean isStep =
                    (flow != null && flow.step(names[1]) != null) || (after != null && after.step(names[1]) != null);
            if (!isStep && !subject.outline().answers().containsKey(names[1]) && !names[1].equals(Repair.RESUME)) {
                subject.report(
                        ProblemKind.UNKNOWN_STEP,
                        place,
                        "neither the flow \"" + names[0] + "\" has a step \"" + names[1] + "\", nor is it an answer");
            }
        });
    }

    /** Whether an answer that is no flow leads to one step only. */
    private static void checkAnswers(PackCheck.Subject subject) {
        subject.outline().answers().forEach((answer, place) -> {
            List<String> flows = subject.pack().flows().values().stream()
                    .filter(flow -> flow.steps().containsKey(answer))
                    .map(Flow::name)
                    .sorted()
                    .toList();
            if (flows.size() > 1 && subject.pack().flow(answer) == null) {
                subject.report(
                        ProblemKind.SAME_STEP,
                        place,
                        "the answer \"" + answer + "\" is a step of the flows \"" + String.join("\" and \"", flows)
                                + "\"");
            }
        });
    }

    private static Set<String> steps(Flow flow, Outline outline) {
        Deque<String> open = new ArrayDeque<>(flow.retired().values());
        flow.steps().keySet().stream()
                .filter(step -> Repair.isSame(step)
                        || outline.isMeant(flow.name(), step)
                        || (step.startsWith(Repair.AT)
                                && (outline.answers().containsKey(step.substring(Repair.AT.length()))
                                        || outline.isMeant(flow.name(), step.substring(Repair.AT.length()))))
                        || (!flow.urgent().isEmpty() && step.equals(Repair.AFTER_PLACE))
                        || (flow.name().equals(Repair.AFTER_HELP)
                                && step.startsWith(Repair.AFTER)
                                && outline.isMeant("", step.substring(Repair.AFTER.length()))))
                .forEach(open::add);
        open.add(flow.first().name());
        if (flow.name().equals(Repair.DID_YOU_MEAN)) {
            open.add(Repair.ONE_MEANING);
        }
        Set<String> reached = new HashSet<>();
        while (!open.isEmpty()) {
            String name = open.remove();
            Step step = reached.add(name) ? flow.step(name) : null;
            if (step != null) {
                for (Target target : FlowGraph.targets(step)) {
                    if (target instanceof Target.ToStep to) {
                        open.add(to.step());
                    }
                }
            }
        }
        return reached;
    }

    private static Set<String> flows(Pack pack, Outline outline) {
        Deque<String> open = new ArrayDeque<>(Repair.FLOWS);
        open.addAll(List.of(
                Repair.CLOSED_ACTION,
                Repair.MEMBERS_ONLY,
                Repair.NOT_HERE,
                Repair.NOT_PASSED_ON,
                Repair.SET_ASIDE,
                Repair.LEFT_OUT,
                Repair.END_LEFT_OUT,
                Repair.IN_DANGER,
                Repair.WHERE_WE_WERE,
                Repair.FIRST_HELLO,
                Repair.AFTER_HELP,
                Repair.LANGUAGE_FOLLOWED));
        open.add(pack.start());
        open.add(pack.menu());
        open.add(Repair.REMINDER);
        open.add(Repair.ASK_AGAIN);
        open.add(Repair.ROLE_NEWS);
        open.add(Repair.CODE_TYPED);
        open.addAll(outline.told());
        for (Flow flow : pack.flows().values()) {
            Flow.Takes takes = flow.takes();
            if (flow.invites() != null
                    || (takes != null && takes.anywhere() != null)
                    || !flow.heard().isEmpty()
                    || !flow.urgent().isEmpty()
                    || flow.steps().keySet().stream().anyMatch(step -> outline.isMeant(flow.name(), step))) {
                open.add(flow.name());
            }
        }
        Set<String> reached = new HashSet<>();
        while (!open.isEmpty()) {
            Flow flow = pack.flow(open.remove());
            if (flow != null && reached.add(flow.name())) {
                flow.steps().values().stream()
                        .flatMap(step -> FlowGraph.targets(step).stream())
                        .forEach(target -> {
                            if (target instanceof Target.ToFlow to) {
                                open.add(to.flow());
                            }
                        });
            }
        }
        return reached;
    }
}
