package campaignbot.conversation;

import campaignbot.flow.Deed;
import campaignbot.flow.Flow;
import campaignbot.flow.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Enters a flow from outside a question: a link, an invitation, a reminder, a code, or a guess at what was meant. */
final class Entrance {

    private static final Pattern INVITED = Pattern.compile("[A-Za-z0-9]{1,40}");

    private final Walk walk;

    Entrance(Walk walk) {
        this.walk = walk;
    }

    /** Asks which of a few things was meant. The pack names them, so none of what the person typed is kept. */
    void ask(List<Understanding.Likely> likely) {
        List<Understanding.Likely> open = likely.stream()
                .filter(each -> walk.closed().of(each.to().flow()) == null)
                .toList();
        if (open.isEmpty() && !likely.isEmpty()) {
            walk.enter(likely.get(0).to());
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
        walk.keep(Repair.LIKELY, new Value.Rows(rows));
        walk.enter(Repair.DID_YOU_MEAN);
    }

    /** The destination that an option of that question stands for. */
    static Understanding.Destination destination(String option) {
        String[] names = option.split(":", 2);
        return new Understanding.Destination(names[0], names.length == 1 ? null : names[1]);
    }

    /** Says who is speaking to someone who skips the greeting, if the pack has the flow {@link Repair#INTRODUCTION}. */
    void introduce(String flowName) {
        if (walk.isNew() && !flowName.equals(walk.pack().start()) && walk.pack().flow(Repair.INTRODUCTION) != null) {
            walk.speak(Repair.INTRODUCTION);
        }
    }

    /**
     * The flow that a link names, or null if the pack has none with that name. In an invitation, the id of what it invites to
     * follows the flow name, as in {@code party-join--k3x9}.
     */
    @Nullable
    String linked(String payload) {
        Flow named = walk.pack().flows().get(payload);
        if (named != null) {
            return named.name();
        }
        int mark = payload.lastIndexOf(Event.Opened.INVITES);
        String flow = mark < 0 ? "" : payload.substring(0, mark);
        return mark >= 0 && accepts(flow, payload.substring(mark + Event.Opened.INVITES.length())) ? flow : null;
    }

    /** Whether a flow gives help in danger. */
    boolean isUrgent(String flowName) {
        Flow flow = walk.pack().flow(flowName);
        return flow != null && !flow.urgent().isEmpty();
    }

    /** Keeps the id from an invitation if the flow takes one; false if it doesn't. */
    boolean accepts(String flowName, String id) {
        Flow flow = walk.pack().flow(flowName);
        if (flow == null || flow.invites() == null || !INVITED.matcher(id).matches()) {
            return false;
        }
        walk.keep(flow.invites(), new Value.Text(id));
        return true;
    }

    /** Opens the conversation, in the flow that a link named if the pack has it. */
    void open(String payload) {
        String named = linked(payload);
        String flow = named == null ? walk.pack().start() : named;
        introduce(flow);
        walk.enter(flow);
    }

    /** Forgets the whole conversation and says nothing. */
    void leave() {
        walk.act(List.of(new Deed(Deed.FORGET, Map.of())));
    }

    /** Sends a reminder about a flow, if the pack can. */
    void remind(String flowName) {
        walk.keep(Repair.DUE, new Value.Text(flowName));
        walk.enter(Repair.REMINDER);
    }

    /** Reports the result of a one-time code. */
    void tell(Event.Redeemed redeemed) {
        walk.keep(
                Repair.REDEEMED,
                new Value.Row(Map.of(
                        "outcome", new Value.Text(redeemed.outcome()),
                        "role", new Value.Text(redeemed.role()),
                        "name", new Value.Text(redeemed.name()))));
        walk.enter(redeemed.isGranted() ? Repair.ROLE_GRANTED : Repair.CODE_REFUSED);
    }
}
