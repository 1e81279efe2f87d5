package org.campaignbot.conversation;

import java.util.Objects;
import org.campaignbot.flow.Action;
import org.campaignbot.flow.Ask;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Step;
import org.jspecify.annotations.Nullable;

/** Decides where to go on with something that a person mentioned unasked, such as where they live. */
final class Headings {

    private final FlowRun flowRun;
    private final Pack pack;

    Headings(FlowRun flowRun) {
        this.flowRun = flowRun;
        this.pack = flowRun.pack();
    }

    /**
     * The flow that goes on: the one that the text is about if it needs words of this kind, else the one whose question waits, else
     * the first open action that does, else the menu. A greeting is about nothing.
     *
     * @param about the flow that the text is clearly about; may be empty
     */
    String of(String about, String kind) {
        if (!about.equals(pack.start()) && needs(pack.flow(about), kind)) {
            return about;
        }
        State.Asked asked = flowRun.asked();
        Flow current = asked == null ? null : pack.flow(asked.place().flow());
        if (current != null && current.steps().values().stream().anyMatch(step -> visits(step, kind))) {
            return current.name();
        }
        return pack.records().entrySet().stream()
                .map(record -> Action.of(record.getKey(), record.getValue()))
                .filter(Objects::nonNull)
                .map(Action::flow)
                .filter(flow -> !flowRun.isClosed(flow) && needs(pack.flow(flow), kind))
                .findFirst()
                .orElse(pack.menu());
    }

    /** Whether the flow of that name asks for such words, itself or by visiting a flow that does. */
    boolean needs(String flow, String kind) {
        return needs(pack.flow(flow), kind);
    }

    private boolean needs(@Nullable Flow flow, String kind) {
        return flow != null && flow.steps().values().stream().anyMatch(step -> asks(step, kind) || visits(step, kind));
    }

    private boolean visits(Step step, String kind) {
        Flow visited = step.visit() == null ? null : pack.flow(step.visit());
        return visited != null && visited.steps().values().stream().anyMatch(each -> asks(each, kind));
    }

    private static boolean asks(Step step, String kind) {
        Ask ask = step.ask();
        return ask != null && ask.expect() != null && ask.expect().kind().equals(kind);
    }
}
