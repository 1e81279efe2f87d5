package campaignbot.action;

import campaignbot.conversation.JavaStep;
import campaignbot.directory.Directory;
import campaignbot.flow.Value;
import campaignbot.lookup.HomeSeats;
import campaignbot.people.Language;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Offers the person's lawmakers to choose from, seat by seat; named {@code seat.choose}. With {@code except} it leaves out the
 * seats that a fact lists, as {@code NY-S1 NY-S3}.
 *
 * <p>It also gives all that {@link HomeSeats} does, so that the words can tell of seats that are vacant or not known.
 */
public final class ChooseSeat implements JavaStep {

    private final Supplier<Directory> directory;

    /** A step over the directory of the moment. */
    public ChooseSeat(Supplier<Directory> directory) {
        this.directory = directory;
    }

    @Override
    public String name() {
        return "seat.choose";
    }

    @Override
    public Set<String> outcomes() {
        return Set.of("ready", "all", "nobody", "missing");
    }

    @Override
    public Set<String> gives() {
        return Set.of("seats", "seat_options", "home_name", "level", "tables_as_of");
    }

    @Override
    public Result run(Input input) {
        Result seats = new HomeSeats(directory).run(input);
        if (!seats.outcome().equals("ready")) {
            return seats;
        }
        List<Value.Row> holders = ChosenSeat.holders(seats);
        List<String> done = done(input);
        List<Value.Row> options = holders.stream()
                .filter(row -> !done.contains(id(row)))
                .map(row -> option(row, input.language()))
                .toList();
        String outcome = holders.isEmpty() ? "nobody" : options.isEmpty() ? "all" : "ready";
        return new Result(outcome, seats.facts()).with("seat_options", new Value.Rows(options));
    }

    private static List<String> done(Input input) {
        String fact = input.with().get("except");
        String done = fact == null ? null : input.facts().text(fact);
        return List.of(Objects.requireNonNullElse(done, "").split(" ", -1));
    }

    static String id(Value.Row seat) {
        return text(seat, "seat");
    }

    /** What tells the state and no more than the kept home does, so it may be kept like it. */
    private static Value.Row option(Value.Row seat, Language language) {
        return new Value.Row(Map.of(
                "label", new Value.Text(role(seat, language) + text(seat, "name")),
                "value", new Value.Text(id(seat))));
    }

    /** The office before the name: an English title, or the name of the chamber where a title would tell a man from a woman. */
    private static String role(Value.Row seat, Language language) {
        String role = seat.fields().get("role") instanceof Value.Translated words ? words.in(language) : "";
        return role + (language.equals(Language.ENGLISH) ? " " : ": ");
    }

    private static String text(Value.Row row, String field) {
        return row.fields().get(field) instanceof Value.Text text ? text.text() : "";
    }
}
