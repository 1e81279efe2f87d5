package campaignbot.action;

import campaignbot.conversation.JavaStep;
import campaignbot.directory.Directory;
import campaignbot.flow.Value;
import campaignbot.lookup.SeatRows;
import java.util.Set;
import java.util.function.Supplier;

/** Takes the latest call of the round back; named {@code call.undo}. */
public final class UndoCall implements JavaStep {

    private final Supplier<Directory> directory;

    /** A step over the directory of the moment. */
    public UndoCall(Supplier<Directory> directory) {
        this.directory = directory;
    }

    @Override
    public String name() {
        return "call.undo";
    }

    @Override
    public Set<String> outcomes() {
        return Set.of("undone", "nothing");
    }

    @Override
    public Set<String> gives() {
        return Set.of(CallRound.CALLED, CallRound.CALLING, PrepareCall.SENATOR);
    }

    @Override
    public Result run(Input input) {
        CallRound round = CallRound.of(input, directory.get());
        if (round == null || round.latest().isEmpty()) {
            return Result.of("nothing");
        }
        return Result.of("undone")
                .with(CallRound.CALLED, round.withoutLatest())
                .with(CallRound.CALLING, new Value.Text(round.latest().get().id()))
                .with(PrepareCall.SENATOR, SeatRows.of(round.latest().get()));
    }
}
