package campaignbot.action;

import campaignbot.conversation.JavaStep;
import campaignbot.directory.Directory;
import campaignbot.flow.Value;
import campaignbot.lookup.HomeSeats;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Tells who holds the seat that the person chose; named {@code seat.chosen}, with the {@code fact} that keeps the seat's id. It is
 * {@code missing} where none was chosen, the person's place is no longer kept, or the seat is not theirs or has no known holder.
 */
public final class ChosenSeat implements JavaStep {

    private final Supplier<Directory> directory;

    /** A step over the directory of the moment. */
    public ChosenSeat(Supplier<Directory> directory) {
        this.directory = directory;
    }

    @Override
    public String name() {
        return "seat.chosen";
    }

    @Override
    public Set<String> outcomes() {
        return Set.of("ready", "missing");
    }

    @Override
    public Set<String> gives() {
        return Set.of("to");
    }

    @Override
    public Result run(Input input) {
        String fact = Objects.requireNonNull(input.with().get("fact"), "no fact is named");
        return rowOf(fact, input, directory.get())
                .map(row -> Result.of("ready").with("to", row))
                .orElse(Result.of("missing"));
    }

    /** The row of a chosen seat with its holder; empty where there is none to name. */
    public static Optional<Value.Row> rowOf(String fact, Input input, Directory tables) {
        String chosen = input.facts().text(fact);
        return holders(new HomeSeats(() -> tables).run(input)).stream()
                .filter(row -> ChooseSeat.id(row).equals(chosen))
                .findFirst();
    }

    /** The seats of a result of {@link HomeSeats} whose holder is known. */
    static List<Value.Row> holders(Result seats) {
        return seats.facts().get("seats") instanceof Value.Rows rows
                ? rows.rows().stream()
                        .filter(row -> row.fields().containsKey("name"))
                        .toList()
                : List.of();
    }
}
