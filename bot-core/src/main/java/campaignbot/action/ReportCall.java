package campaignbot.action;

import campaignbot.conversation.JavaStep;
import campaignbot.directory.Directory;
import campaignbot.directory.Seat;
import campaignbot.flow.Value;
import campaignbot.lookup.SeatRows;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Notes the {@code outcome} that a person told about the call on the screen; named {@code call.report}.
 *
 * <p>A wrong number that is not known any more comes out as {@code forgotten}: nobody may be told that another one is wrong.
 */
public final class ReportCall implements JavaStep {

    /** The number that was dialed, in digits and hyphens. */
    static final String NUMBER = "dialed";

    private static final String WRONG = "wrong";

    private final Supplier<Directory> directory;

    /** A step over the directory of the moment. */
    public ReportCall(Supplier<Directory> directory) {
        this.directory = directory;
    }

    @Override
    public String name() {
        return "call.report";
    }

    @Override
    public Set<String> outcomes() {
        return Set.of("noted", "forgotten", "missing");
    }

    @Override
    public Set<String> gives() {
        return Set.of(PrepareCall.SENATOR, NUMBER, Report.REPORTED, Report.REPORT, Ladder.LADDER, Ladder.RUNG);
    }

    @Override
    public Result run(Input input) {
        Directory tables = directory.get();
        CallRound round = CallRound.of(input, tables);
        Optional<Seat> next = round == null ? Optional.empty() : round.next();
        if (next.isEmpty()) {
            return Result.of("missing");
        }
        Seat seat = next.get();
        String outcome = Objects.requireNonNull(input.with().get("outcome"), "call.report needs an outcome");
        Ladder ladder = Ladder.of(seat, input, tables);
        Optional<String> phone = ladder.phone();
        if (outcome.equals(WRONG) && (ladder.isForgotten() || phone.isEmpty())) {
            return Ladder.left(Result.of("forgotten").with(PrepareCall.SENATOR, SeatRows.of(seat)));
        }
        Result result = Result.of("noted")
                .with(PrepareCall.SENATOR, SeatRows.of(seat))
                .with(NUMBER, new Value.Text(phone.orElse("")));
        return ladder.reported(outcome)
                .keptIn(new Report(input.now(), seat.id(), ladder.number()).keptIn(result, outcome));
    }
}
