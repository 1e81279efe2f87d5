package campaignbot.action;

import campaignbot.conversation.JavaStep;
import campaignbot.directory.Directory;
import campaignbot.flow.Value;
import java.util.Set;
import java.util.function.Supplier;

/** Notes that the next senator was called, and whether another is left; named {@code call.done}. */
public final class FinishCall implements JavaStep {

    private final Supplier<Directory> directory;

    /** A step over the directory of the moment. */
    public FinishCall(Supplier<Directory> directory) {
        this.directory = directory;
    }

    @Override
    public String name() {
        return "call.done";
    }

    @Override
    public Set<String> outcomes() {
        return Set.of("more", "done");
    }

    @Override
    public Set<String> gives() {
        return Set.of(CallRound.CALLED, CallRound.CALLING, Ladder.LADDER, Ladder.RUNG);
    }

    @Override
    public Result run(Input input) {
        CallRound round = CallRound.of(input, directory.get());
        if (round == null || round.next().isEmpty()) {
            return Result.of("done");
        }
        return Ladder.left(Result.of(round.leftAfterNext() == 0 ? "done" : "more")
                .with(CallRound.CALLED, round.withNextCalled())
                .with(CallRound.CALLING, new Value.Text("")));
    }
}
