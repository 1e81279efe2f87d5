package campaignbot.conversation;

import campaignbot.flow.Flow;
import campaignbot.flow.Step;
import java.util.List;

/** A step at which a walk stands, with the steps to return to from its flow, the innermost last. */
record Stand(Flow flow, Step step, List<State.Mark> returns) {
    Stand {
        returns = List.copyOf(returns);
    }
}
