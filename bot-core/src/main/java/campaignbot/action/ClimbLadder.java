package campaignbot.action;

import campaignbot.conversation.JavaStep;
import campaignbot.directory.Directory;
import campaignbot.directory.EasternTime;
import campaignbot.directory.Seat;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Goes on to the next way to reach the same lawmaker; named {@code call.climb}. */
public final class ClimbLadder implements JavaStep {

    private final Supplier<Directory> directory;

    /** A step over the directory of the moment. */
    public ClimbLadder(Supplier<Directory> directory) {
        this.directory = directory;
    }

    @Override
    public String name() {
        return "call.climb";
    }

    @Override
    public Set<String> outcomes() {
        return Set.of(Ladder.OFFICE, Ladder.VOICEMAIL, Ladder.WRITE, "missing");
    }

    @Override
    public Set<String> gives() {
        return Set.of(Ladder.LADDER, Ladder.RUNG);
    }

    @Override
    public Result run(Input input) {
        Directory tables = directory.get();
        CallRound round = CallRound.of(input, tables);
        Optional<Seat> next = round == null ? Optional.empty() : round.next();
        if (next.isEmpty()) {
            return Result.of("missing");
        }
        return Ladder.of(next.get(), input, tables)
                .next(input.facts(), tables, EasternTime.dateAt(input.now()))
                .map(ladder -> ladder.keptIn(
                        Result.of(ladder.rung().equals(Ladder.VOICEMAIL) ? Ladder.VOICEMAIL : Ladder.OFFICE)))
                .orElseGet(() -> Result.of(Ladder.WRITE));
    }
}
