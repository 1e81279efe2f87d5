package org.campaignbot.content.check;

import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.conversation.Repair;

/** Checks that the flows exist that the engine uses to repair a conversation. */
final class RepairCheck {

    private RepairCheck() {}

    static void check(PackCheck.Subject subject) {
        if (!FlowGraph.closable(subject.pack()).isEmpty()
                && !subject.pack().flows().containsKey(Repair.CLOSED_ACTION)) {
            subject.report(
                    ProblemKind.MISSING_REPAIR_FLOW,
                    subject.outline().of(),
                    "there is no flow \"" + Repair.CLOSED_ACTION + "\", and an action names a flow that can be closed");
        }
        boolean isForMembers =
                subject.pack().flows().values().stream().anyMatch(flow -> flow.together() || flow.invites() != null);
        if (isForMembers && !subject.pack().flows().containsKey(Repair.MEMBERS_ONLY)) {
            subject.report(
                    ProblemKind.MISSING_REPAIR_FLOW,
                    subject.outline().of(),
                    "there is no flow \"" + Repair.MEMBERS_ONLY
                            + "\", and a flow is one that a group goes through together");
        }
        for (String flow : Repair.FLOWS) {
            if (!subject.pack().flows().containsKey(flow)) {
                subject.report(
                        ProblemKind.MISSING_REPAIR_FLOW, subject.outline().of(), "there is no flow \"" + flow + "\"");
            }
        }
    }
}
