package campaignbot.conversation;

import campaignbot.flow.Flow;
import campaignbot.flow.Step;
import java.util.List;

/** The current step of a walk, with the steps to return to from its flow, innermost last. */
record Stand(Flow flow, Step step, List<State.Mark> returns) {
    Stand {
        returns = List.copyOf(returns);
    }
}
