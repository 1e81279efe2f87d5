package campaignbot.action;

import campaignbot.conversation.JavaStep;
import campaignbot.directory.Directory;
import campaignbot.directory.Seat;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Tells whether the office on the screen is in its usual hours; named {@code call.hours}. Whoever has said in the fact
 * {@link #LEAVES_MESSAGE} that they want to leave a message is not asked again at an office that is closed.
 */
public final class CallHours implements JavaStep {

    /** The fact that is {@code yes} where a message is wanted at an office that is closed. */
    static final String LEAVES_MESSAGE = "leaves_message";

    private final Supplier<Directory> directory;

    /** A step over the directory of the moment. */
    public CallHours(Supplier<Directory> directory) {
        this.directory = directory;
    }

    @Override
    public String name() {
        return "call.hours";
    }

    @Override
    public Set<String> outcomes() {
        return Set.of("open", "closed", "message");
    }

    @Override
    public Set<String> gives() {
        return Set.of();
    }

    /** Where nobody is to be called it is open: the next step tells what is missing. */
    @Override
    public Result run(Input input) {
        Directory tables = directory.get();
        CallRound round = CallRound.of(input, tables);
        Optional<Seat> next = round == null ? Optional.empty() : round.next();
        boolean open = next.map(seat -> Ladder.of(seat, input, tables))
                .map(ladder -> OfficeRow.hours(ladder.office()).at(input.now()) == OfficeHours.Now.OPEN)
                .orElse(true);
        boolean leavesMessage = "yes".equals(input.facts().text(LEAVES_MESSAGE));
        return Result.of(open ? "open" : leavesMessage ? "message" : "closed");
    }
}
