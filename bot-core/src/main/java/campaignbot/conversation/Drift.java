package campaignbot.conversation;

import campaignbot.flow.Flow;
import campaignbot.flow.Pack;
import campaignbot.flow.Step;
import org.jspecify.annotations.Nullable;

/** What became of a step while a person waited there and the pack was edited. */
sealed interface Drift {

    /** It is there under its name; whether its answers changed is read from its {@link Shape}. */
    record Present(Flow flow, Step step) implements Drift {}

    /** It bears another name now; it is the same question. */
    record Renamed(Flow flow, Step step) implements Drift {}

    /** Another step took its people over: a different question. */
    record Moved(Flow flow, Step step) implements Drift {}

    /** It is gone without a successor. */
    record Gone() implements Drift {}

    /** What became of a step, by the names it had when the person came there. */
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
                return step.ask() != null ? new Renamed(flow, step) : new Moved(flow, step);
            }
        }
        String successor = flow.retired().get(stepName);
        Step step = successor == null ? null : flow.step(successor);
        return step == null ? new Gone() : new Moved(flow, step);
    }

    private static @Nullable Step asking(@Nullable Step step) {
        return step != null && step.ask() != null ? step : null;
    }
}
