package campaignbot.action;

import campaignbot.conversation.JavaStep;
import campaignbot.directory.Directory;
import campaignbot.directory.Seat;
import campaignbot.flow.Value;
import campaignbot.lookup.SeatRows;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Takes the last report back within half a minute, and later brings its call up once more; named {@code call.undo}.
 *
 * <p>A later report of the same day takes the place of the earlier one in the counts, so a mistake can be mended at any time.
 */
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
        return Set.of("undone", "undone-wrong", "late", "nothing");
    }

    @Override
    public Set<String> gives() {
        return Set.of(
                CallRound.CALLED,
                CallRound.CALLING,
                Ladder.LADDER,
                Ladder.RUNG,
                ReportCall.NUMBER,
                PrepareCall.SENATOR);
    }

    @Override
    public Result run(Input input) {
        Directory tables = directory.get();
        CallRound round = CallRound.of(input, tables);
        Optional<Report> last = Report.of(input.facts());
        Optional<Seat> told = round == null ? Optional.empty() : last.flatMap(report -> round.sitting(report.seat()));
        if (round == null || told.isEmpty() || last.isEmpty()) {
            return Result.of("nothing");
        }
        Seat seat = told.get();
        String outcome = !last.get().isFresh(input.now())
                ? "late"
                : "wrong".equals(input.facts().text(Report.REPORTED)) ? "undone-wrong" : "undone";
        Ladder ladder = Ladder.of(seat, input, tables).backTo(last.get().number());
        Result result = Result.of(outcome)
                .with(CallRound.CALLED, round.without(seat))
                .with(CallRound.CALLING, new Value.Text(seat.id()))
                .with(
                        ReportCall.NUMBER,
                        new Value.Text(ladder.phone(last.get().number()).orElse("")))
                .with(PrepareCall.SENATOR, SeatRows.of(seat));
        return ladder.keptIn(result);
    }
}
