package org.campaignbot.content.check;

import java.util.Set;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.flow.Answer;

/** Finds answers in a campaign's own flows that no chat gives; inherited flows are tested where they come from. */
final class UseCheck {

    private UseCheck() {}

    static void check(PackCheck.Subject subject, Set<GivenAnswer> uses) {
        subject.eachStep((flow, step) -> {
            if (step.ask() != null && subject.outline().isOwn(flow.name())) {
                for (Answer answer : step.ask().answers()) {
                    if (!uses.contains(new GivenAnswer(flow.name(), step.name(), answer.name()))) {
                        subject.report(
                                ProblemKind.UNUSED_ANSWER,
                                subject.outline().of(flow.name(), step.name(), answer.name()),
                                "no chat gives the answer \"" + answer.name() + "\"");
                    }
                }
            }
        });
    }
}
