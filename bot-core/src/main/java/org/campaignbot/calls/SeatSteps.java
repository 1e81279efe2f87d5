package org.campaignbot.calls;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.campaignbot.conversation.JavaStep;
import org.campaignbot.conversation.JavaStep.Input;
import org.campaignbot.conversation.JavaStep.Result;
import org.campaignbot.conversation.StepValue;
import org.campaignbot.directory.Directory;
import org.campaignbot.flow.Value;
import org.campaignbot.lookup.HomeSteps;
import org.campaignbot.lookup.SeatRows;
import org.campaignbot.people.Language;

/** The steps with which a person chooses one of their lawmakers, and the list of finished ones. */
public final class SeatSteps {

    private final Supplier<Directory> directory;

    private SeatSteps(Supplier<Directory> directory) {
        this.directory = directory;
    }

    /** All of them, over the current directory. */
    public static List<JavaStep> all(Supplier<Directory> directory) {
        SeatSteps steps = new SeatSteps(directory);
        return List.of(
                new JavaStep(
                                "seat.choose",
                                "Lists the person's lawmakers to choose from, without those that are done.",
                                Set.of("home", "candidates"),
                                Set.of("ready", "all", "nobody", "missing"),
                                StepValue.of(
                                        "seats[" + SeatRows.SEAT + "] seat_options[label value]",
                                        "home_name? level=district|kept|new-map|state split=no|yes unlisted=no|yes names_as_of:day tables_as_of:day redrawn=yes",
                                        "map_kept_on?@level=kept:day map_source?@level=kept"),
                                steps::choose)
                        .with("except?:fact"),
                new JavaStep(
                                "seat.chosen",
                                "Gives the lawmaker whose seat a fact holds.",
                                Set.of("home"),
                                Set.of("ready", "missing"),
                                StepValue.of("to{" + SeatRows.HELD + "}"),
                                steps::chosen)
                        .with("fact:fact except?:fact"),
                new JavaStep(
                                "seat.mark",
                                "Adds a seat to the list of those that are done, or takes it out again.",
                                Set.of(),
                                Set.of("marked"),
                                StepValue.of("written"),
                                SeatSteps::mark)
                        .with("in:fact fact?:fact undo?:fact"));
    }

    /** The row of the seat in a fact, with its holder; empty if there is none to name. */
    public static Optional<Value.Row> chosen(String fact, Input input, Directory tables) {
        String chosen = input.facts().text(fact);
        return holders(input, tables).stream()
                .filter(row -> text(row, "seat").equals(chosen))
                .findFirst();
    }

    /** The rows of the person's lawmakers; empty if their home isn't known. */
    public static List<Value.Row> holders(Input input, Directory tables) {
        return holders(HomeSteps.seats(input, tables));
    }

    /**
     * Offers the person's lawmakers to choose from, seat by seat; {@code except} leaves out the seats that a fact lists, such as
     * {@code NY-S1 NY-S3}. It also gives all that {@code home.seats} does, so that the words can mention vacant or unknown seats.
     */
    private Result choose(Input input) {
        Result seats = HomeSteps.seatsOrSplit(input, directory.get());
        if (!seats.outcome().equals("ready")) {
            return seats;
        }
        List<Value.Row> holders = holders(seats);
        List<String> done = done(input);
        List<Value.Row> options = holders.stream()
                .filter(row -> !done.contains(text(row, "seat")))
                .map(row -> option(row, input.language()))
                .toList();
        String outcome = holders.isEmpty() ? "nobody" : options.isEmpty() ? "all" : "ready";
        return new Result(outcome, seats.facts()).with("seat_options", new Value.Rows(options));
    }

    /** The seats of a {@code home.seats} result whose holder is known. */
    private static List<Value.Row> holders(Result seats) {
        return seats.facts().get("seats") instanceof Value.Rows rows
                ? rows.rows().stream()
                        .filter(row -> row.fields().containsKey("name"))
                        .toList()
                : List.of();
    }

    private static List<String> done(Input input) {
        String fact = input.with().get("except");
        String done = fact == null ? null : input.facts().text(fact);
        return List.of(Objects.requireNonNullElse(done, "").split(" ", -1));
    }

    /** A row that reveals the state and no more than the saved home does, so it may be saved too. */
    private static Value.Row option(Value.Row seat, Language language) {
        return new Value.Row(Map.of(
                "label", new Value.Text(role(seat, language) + text(seat, "name")),
                "value", new Value.Text(text(seat, "seat"))));
    }

    /** The office before the name: an English title, or the chamber's name if a title would depend on gender. */
    private static String role(Value.Row seat, Language language) {
        String role = seat.fields().get("role") instanceof Value.Translated words ? words.in(language) : "";
        return role + (language.equals(Language.ENGLISH) ? " " : ": ");
    }

    private static String text(Value.Row row, String field) {
        return row.fields().get(field) instanceof Value.Text text ? text.text() : "";
    }

    /**
     * Says who holds the seat that the person chose, from {@code fact}. It's {@code missing} if none was chosen, the person's
     * place is no longer saved, or the seat isn't theirs, has no known holder, or is listed in the fact {@code except}.
     */
    private Result chosen(Input input) {
        String fact = Objects.requireNonNull(input.with().get("fact"), "no fact is named");
        return chosen(fact, input, directory.get())
                .filter(row -> !done(input).contains(text(row, "seat")))
                .map(row -> Result.of("ready").with("to", row))
                .orElse(Result.of("missing"));
    }

    /**
     * Adds the seat in {@code fact} to the list in the fact {@code in}. With {@code undo}, a fact, it removes the seat again if
     * that says {@code yes}; else nothing changes.
     */
    private static Result mark(Input input) {
        String list = Objects.requireNonNull(input.with().get("in"), "no list is named");
        String before = input.facts().textOrEmpty(list);
        String seat = Objects.requireNonNullElse(
                input.facts().text(Objects.requireNonNullElse(input.with().get("fact"), "")), "");
        String others = (" " + before + " ").replace(" " + seat + " ", " ").strip();
        String undo = input.with().get("undo");
        String after = undo == null
                ? (others + " " + seat).strip()
                : "yes".equals(input.facts().text(undo)) ? others : before;
        return Result.of("marked").with(list, new Value.Text(after));
    }
}
