package campaignbot.action;

import campaignbot.conversation.JavaStep;
import campaignbot.directory.EasternTime;
import campaignbot.flow.Action;
import campaignbot.flow.Value;
import java.util.Set;

/**
 * Tells how an action stands, by its status and its window of Eastern days: the step {@code action.status} with the name of
 * the record as {@code action}.
 */
public final class ActionStatus implements JavaStep {

    @Override
    public String name() {
        return "action.status";
    }

    @Override
    public Set<String> outcomes() {
        return Set.of("open", "retargeted", "closed");
    }

    @Override
    public Set<String> gives() {
        return Set.of();
    }

    @Override
    public Result run(Input input) {
        String name = input.with().getOrDefault("action", "");
        Value record = input.facts().records().get(name);
        Action action = record == null ? null : Action.of(name, record);
        if (action == null) {
            throw new IllegalStateException("there is no action \"" + name + "\" among the records");
        }
        Action.Standing standing = action.on(EasternTime.dateAt(input.now()));
        return Result.of(standing.isOpen() ? standing.word() : "closed");
    }
}
