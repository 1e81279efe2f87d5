package campaignbot.action;

import campaignbot.conversation.JavaStep;
import campaignbot.directory.Directory;
import campaignbot.directory.Seat;
import campaignbot.flow.Value;
import campaignbot.lookup.Home;
import campaignbot.lookup.SeatRows;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Tells which senator to call next, at which office, and whether it is open; named {@code call.prepare}. */
public final class PrepareCall implements JavaStep {

    static final String SENATOR = "senator";

    private static final String SCRIPT_IN = "script_in";
    private static final String SCRIPT = "call_script";

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
        return Set.of(
                SENATOR,
                SCRIPT,
                "left",
                "open_seats",
                "delegate",
                "delegate_offices",
                "tables_as_of",
                CallRound.CALLING,
                Ladder.LADDER,
                Ladder.RUNG,
                OfficeRow.OFFICE,
                OfficeRow.HOURS,
                OfficeRow.GOOD_TIME);
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
            Seat seat = round.delegate().get();
            return Result.of("delegate")
                    .with("delegate", SeatRows.of(seat))
                    .with(
                            "delegate_offices",
                            seat.holder()
                                    .map(delegate -> OfficeRow.list(delegate, tables))
                                    .orElseGet(() -> new Value.Rows(List.of())))
                    .with("tables_as_of", asOf);
        }
        Result result = Result.of(round.sitting().isEmpty() ? "nobody" : "ready")
                .with("open_seats", SeatRows.of(round.open()))
                .with("tables_as_of", asOf);
        return round.next()
                .map(seat -> call(seat, round, input, tables, result))
                .orElse(result);
    }

    /** In which language the words for the call are, and whether they are those of somebody whom this senator represents. */
    private static String script(Seat seat, Input input, Directory tables) {
        String home = Home.of(input.facts(), tables);
        PartyRound party = PartyRound.of(input);
        boolean isAway = party != null
                && party.isAimed()
                && !(home != null && Home.state(home).equals(seat.state()));
        String language = "es".equals(input.facts().text(SCRIPT_IN)) ? "es" : "en";
        return isAway ? language + "-away" : language;
    }

    /** The result with who is to be called, and where. */
    private static Result call(Seat seat, CallRound round, Input input, Directory tables, Result result) {
        Ladder ladder = Ladder.of(seat, input, tables);
        Result ready = result.with(SENATOR, SeatRows.of(seat))
                .with("left", new Value.Count(round.leftAfterNext()))
                .with(CallRound.CALLING, new Value.Text(seat.id()));
        ready = ready.with(SCRIPT, new Value.Text(script(seat, input, tables)));
        return ladder.keptIn(OfficeRow.in(ready, ladder, seat.holder().orElseThrow(), input, tables));
    }
}
