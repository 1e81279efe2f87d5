package org.campaignbot.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Operation;
import org.campaignbot.flow.Value;
import org.jspecify.annotations.Nullable;

/** Enters a flow from outside a question: a link, an invitation, a reminder, a code, or a guess at what was meant. */
final class EntryPoints {

    private static final Pattern INVITED = Pattern.compile("[A-Za-z0-9]{1,40}");

    private final FlowRun flowRun;

    EntryPoints(FlowRun flowRun) {
        this.flowRun = flowRun;
    }

    /** Asks which of a few things was meant. The pack names them, so none of what the person typed is kept. */
    void ask(List<Understanding.Likely> likely) {
        List<Understanding.Likely> open = likely.stream()
                .filter(each -> !flowRun.isClosed(each.to().flow()))
                .toList();
        if (open.isEmpty() && !likely.isEmpty()) {
            flowRun.enter(likely.get(0).to());
            return;
        }
        List<Value.Row> rows = new ArrayList<>();
        for (Understanding.Likely each : open) {
            String step = each.to().step() == null ? "" : ":" + each.to().step();
            rows.add(new Value.Row(Map.of(
                    "label",
                    new Value.Text(each.label()),
                    "value",
                    new Value.Text(each.to().flow() + step))));
        }
        flowRun.keep(RepairFacts.LIKELY, new Value.Rows(rows));
        Flow asking = flowRun.pack().flow(Repair.DID_YOU_MEAN);
        boolean isOne = open.size() == 1 && asking != null && asking.steps().containsKey(Repair.ONE_MEANING);
        flowRun.enter(new Understanding.Destination(Repair.DID_YOU_MEAN, isOne ? Repair.ONE_MEANING : null));
    }

    /** The destination that an option of that question stands for. */
    static Understanding.Destination destination(String option) {
        String[] names = option.split(":", 2);
        return new Understanding.Destination(names[0], names.length == 1 ? null : names[1]);
    }

    /** Says who is speaking to someone who skips the greeting, if the pack has the flow {@link Repair#INTRODUCTION}. */
    void introduce(String flowName) {
        if (flowRun.isNew()
                && !flowName.equals(flowRun.pack().start())
                && flowRun.pack().flow(Repair.INTRODUCTION) != null) {
            flowRun.introduce(Repair.INTRODUCTION);
        }
    }

    /**
     * The flow that a link names, or null if the pack has none with that name. In an invitation, the id of what it invites to
     * follows the flow name, as in {@code party-join--k3x9}.
     */
    @Nullable
    String linked(String payload) {
        Flow named = flowRun.pack().flows().get(payload);
        if (named != null) {
            return named.name();
        }
        int mark = payload.lastIndexOf(Event.Opened.INVITES);
        String flow = mark < 0 ? "" : payload.substring(0, mark);
        return mark >= 0 && accepts(flow, payload.substring(mark + Event.Opened.INVITES.length())) ? flow : null;
    }

    /** Enters a flow by a button that stands below any message. */
    void enter(String flowName) {
        introduce(flowName);
        if (isUrgent(flowName)) {
            help(new Understanding.Destination(flowName, null));
        } else {
            flowRun.enter(flowName);
        }
    }

    /** Gives help in danger. It takes the place of a waiting question, so a button leads back to that. */
    void help(Understanding.Destination to) {
        boolean interrupts = flowRun.asked() != null;
        flowRun.note(Turn.Note.URGENT);
        flowRun.enter(to);
        if (interrupts && flowRun.pack().flow(Repair.WHERE_WE_WERE) != null) {
            flowRun.offer(Repair.WHERE_WE_WERE);
        }
    }

    /** Whether a flow gives help in danger. */
    boolean isUrgent(String flowName) {
        Flow flow = flowRun.pack().flow(flowName);
        return flow != null && !flow.urgent().isEmpty();
    }

    /** Keeps the id from an invitation if the flow takes one; false if it doesn't. */
    boolean accepts(String flowName, String id) {
        Flow flow = flowRun.pack().flow(flowName);
        if (flow == null || flow.invites() == null || !INVITED.matcher(id).matches()) {
            return false;
        }
        flowRun.keep(flow.invites(), new Value.Text(id));
        return true;
    }

    /** Opens the conversation, in the flow that a link named if the pack has it. */
    void open(String payload) {
        String named = linked(payload);
        String flow = named == null ? flowRun.pack().start() : named;
        introduce(flow);
        flowRun.enter(flow);
    }

    /** Forgets the whole conversation and says nothing. */
    void leave() {
        flowRun.act(List.of(new Operation(Operation.FORGET, Map.of())));
    }

    /** Sends a reminder about a flow, if the pack can. */
    void remind(String flowName) {
        flowRun.keep(RepairFacts.DUE, new Value.Text(flowName));
        flowRun.enter(Repair.REMINDER);
    }

    /** Reports the result of a one-time code. */
    void tell(Event.Redeemed redeemed) {
        flowRun.keep(
                RepairFacts.REDEEMED,
                new Value.Row(Map.of(
                        "outcome", new Value.Text(redeemed.outcome()),
                        "role", new Value.Text(redeemed.role()),
                        "name", new Value.Text(redeemed.name()))));
        flowRun.enter(redeemed.isGranted() ? Repair.ROLE_GRANTED : Repair.CODE_REFUSED);
    }
}
