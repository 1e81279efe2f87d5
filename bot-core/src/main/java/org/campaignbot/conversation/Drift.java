package org.campaignbot.conversation;

import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Step;
import org.jspecify.annotations.Nullable;

/** What happened to a step when the pack was edited while a person waited there. */
sealed interface Drift {

    /** It still has its name; its {@link Shape} shows whether the answers changed. */
    record Present(Flow flow, Step step) implements Drift {}

    /** It has another name now but is the same question. */
    record Renamed(Flow flow, Step step) implements Drift {}

    /** Another step took over the people waiting here: a different question. */
    record Moved(Flow flow, Step step) implements Drift {}

    /** It is gone without a successor. */
    record Gone() implements Drift {}

    /** What happened to a step, looked up by the names it had when the person got there. */
    static Drift of(Pack pack, String flowName, String stepName) {
        Flow flow = pack.flow(flowName);
        if (flow == null) {
            return new Gone();
        }
        Step present = asking(flow.step(stepName));
        if (present != null) {
            return flow.name().equals(flowName) ? new Present(flow, present) : new Renamed(flow, present);
        }
        for (Step step : flow.steps().values()) {
            if (step.was().contains(stepName)) {
                return step.waits() ? new Renamed(flow, step) : new Moved(flow, step);
            }
        }
        String successor = flow.retired().get(stepName);
        Step step = successor == null ? null : flow.step(successor);
        return step == null ? new Gone() : new Moved(flow, step);
    }

    private static @Nullable Step asking(@Nullable Step step) {
        return step != null && step.waits() ? step : null;
    }
}
