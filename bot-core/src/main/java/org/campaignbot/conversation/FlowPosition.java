package org.campaignbot.conversation;

import java.util.List;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Step;

/** The current step of a walk, with the steps to return to from its flow, innermost last. */
record FlowPosition(Flow flow, Step step, List<State.Mark> returns) {
    FlowPosition {
        returns = List.copyOf(returns);
    }
}
