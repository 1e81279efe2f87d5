package campaignbot.action;

import campaignbot.conversation.JavaStep;
import campaignbot.directory.Directory;
import campaignbot.directory.Seat;
import campaignbot.flow.Value;
import campaignbot.lookup.SeatRows;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Tells which senator to call next; named {@code call.prepare}. */
public final class PrepareCall implements JavaStep {

    static final String SENATOR = "senator";

    private final Supplier<Directory> directory;

    /** A step over the directory of the moment. */
    public PrepareCall(Supplier<Directory> directory) {
        this.directory = directory;
    }

    @Override
    public String name() {
        return "call.prepare";
    }

    @Override
    public Set<String> outcomes() {
        return Set.of("ready", "delegate", "nobody", "missing");
    }

    @Override
    public Set<String> gives() {
        return Set.of(SENATOR, "left", "open_seats", "delegate", "tables_as_of", CallRound.CALLING);
    }

    @Override
    public Result run(Input input) {
        Directory tables = directory.get();
        CallRound round = CallRound.of(input, tables);
        if (round == null) {
            return Result.of("missing");
        }
        Value asOf = new Value.Day(tables.asOf());
        if (round.delegate().isPresent()) {
            return Result.of("delegate")
                    .with("delegate", SeatRows.of(round.delegate().get()))
                    .with("tables_as_of", asOf);
        }
        Result result = Result.of(round.sitting().isEmpty() ? "nobody" : "ready")
                .with("open_seats", SeatRows.of(round.open()))
                .with("tables_as_of", asOf);
        Optional<Seat> next = round.next();
        return next.isEmpty()
                ? result
                : result.with(SENATOR, SeatRows.of(next.get()))
                        .with("left", new Value.Count(round.leftAfterNext()))
                        .with(CallRound.CALLING, new Value.Text(next.get().id()));
    }
}
