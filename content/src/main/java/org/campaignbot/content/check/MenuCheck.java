package org.campaignbot.content.check;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.flow.Answer;
import org.campaignbot.flow.Ask;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Step;
import org.campaignbot.flow.Target;

/**
 * Checks that the menu can be reached by buttons alone.
 *
 * <p>The engine adds such a button to every question outside the menu's flow, so only that flow can trap people.
 */
final class MenuCheck {

    private MenuCheck() {}

    static void check(PackCheck.Subject subject) {
        Flow menu = Objects.requireNonNull(subject.pack().flow(subject.pack().menu()));
        FlowGraph flowGraph = new FlowGraph(subject.pack());
        Set<StepName> free = new HashSet<>(flowGraph.questions(menu, new Target.Menu()));
        Map<StepName, Step> questions = menu.steps().values().stream()
                .filter(Step::waits)
                .collect(Collectors.toMap(step -> new StepName(menu.name(), step.name()), step -> step));
        boolean grew = true;
        while (grew) {
            grew = questions.entrySet().stream()
                    .filter(question -> !free.contains(question.getKey()))
                    .filter(question -> Objects.requireNonNull(
                                    question.getValue().ask())
                            .answers()
                            .stream()
                            .map(Answer::then)
                            // An answer that leads to a closed action isn't shown, so people can't rely on it.
                            .filter(target -> !flowGraph.canBeClosed(target))
                            .flatMap(target -> flowGraph.questions(menu, target).stream())
                            .anyMatch(
                                    spot -> free.contains(spot) || !spot.flow().equals(menu.name())))
                    .map(question -> free.add(question.getKey()))
                    .reduce(false, Boolean::logicalOr);
        }
        if (free.isEmpty()) {
            subject.report(
                    ProblemKind.MENU_OUT_OF_REACH,
                    subject.outline().of(menu.name()),
                    "the flow \"" + menu.name() + "\" is the menu, but it asks nothing");
        }
        questions.forEach((spot, step) -> {
            Ask ask = Objects.requireNonNull(step.ask());
            if (ask.answers().isEmpty() && ask.options() == null && ask.expect() == null) {
                subject.report(
                        ProblemKind.QUESTION_WITHOUT_ANSWER,
                        subject.outline().of(spot.flow(), spot.step()),
                        "\"" + spot.step() + "\" has nothing to press and nothing to type");
            } else if (!free.contains(spot)) {
                subject.report(
                        ProblemKind.MENU_OUT_OF_REACH,
                        subject.outline().of(spot.flow(), spot.step()),
                        "no button of \"" + spot.step() + "\" leads on to the menu");
            }
        });
    }
}
