package campaignbot.action;

import campaignbot.conversation.JavaStep;
import campaignbot.flow.Value;
import java.util.Set;

/** Notes that something is being reported now, so that it can be taken back for a while; named {@code undo.start}. */
public final class StartUndo implements JavaStep {

    @Override
    public String name() {
        return "undo.start";
    }

    @Override
    public Set<String> outcomes() {
        return Set.of("started");
    }

    @Override
    public Set<String> gives() {
        return Set.of(UndoWindow.REPORTED_AT);
    }

    @Override
    public Result run(Input input) {
        return Result.of("started")
                .with(UndoWindow.REPORTED_AT, new Value.Text(input.now().toString()));
    }
}
