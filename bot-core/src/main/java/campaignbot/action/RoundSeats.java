package campaignbot.action;

import campaignbot.conversation.JavaStep;
import campaignbot.directory.Directory;
import campaignbot.directory.Seat;
import campaignbot.flow.Value;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Names the seats that a person can call, as {@code NY-S1 NY-S3} in {@code party_seats}; named {@code call.seats}. */
public final class RoundSeats implements JavaStep {

    private static final String SEATS = "party_seats";

    private final Supplier<Directory> directory;

    /** A step over the directory of the moment. */
    public RoundSeats(Supplier<Directory> directory) {
        this.directory = directory;
    }

    @Override
    public String name() {
        return "call.seats";
    }

    @Override
    public Set<String> outcomes() {
        return Set.of("ready", "nobody", "missing");
    }

    @Override
    public Set<String> gives() {
        return Set.of(SEATS);
    }

    @Override
    public Result run(Input input) {
        CallRound round = CallRound.of(input, directory.get());
        if (round == null) {
            return Result.of("missing");
        }
        String seats = round.sitting().stream().map(Seat::id).sorted().collect(Collectors.joining(" "));
        return seats.isEmpty() ? Result.of("nobody") : Result.of("ready").with(SEATS, new Value.Text(seats));
    }
}
