package campaignbot.action.letter;

import campaignbot.action.ChosenSeat;
import campaignbot.conversation.JavaStep;
import campaignbot.directory.Directory;
import campaignbot.directory.States;
import campaignbot.flow.Value;
import campaignbot.lookup.Home;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Puts the letter together for any lawmaker of the writer's, or with {@code to} for the one whose seat that fact keeps; named
 * {@code letter.show}. It is {@code missing} where the writer's place is not known, or nobody is chosen.
 */
public final class ShowLetter implements JavaStep {

    private final Supplier<Directory> directory;

    /** A step over the directory of the moment. */
    public ShowLetter(Supplier<Directory> directory) {
        this.directory = directory;
    }

    @Override
    public String name() {
        return "letter.show";
    }

    @Override
    public Set<String> outcomes() {
        return Set.of("ready", "empty", "lost", "missing");
    }

    @Override
    public Set<String> gives() {
        return Set.of(
                "to",
                "letter_body",
                "letter_where",
                "letter_signature",
                "letter_signed",
                "letter_voice",
                "tables_as_of");
    }

    @Override
    public Result run(Input input) {
        Directory tables = directory.get();
        Letter letter = new Letter(input.facts());
        String home = Home.of(input.facts(), tables);
        if (letter.firstMissing().isPresent()) {
            return Result.of("lost");
        } else if (letter.body().rows().isEmpty()) {
            return Result.of("empty");
        } else if (home == null) {
            return Result.of("missing");
        }
        String state = Home.state(home);
        String fact = input.with().get("to");
        Optional<Value.Row> to = fact == null ? Optional.empty() : ChosenSeat.rowOf(fact, input, tables);
        if (fact != null && to.isEmpty()) {
            return Result.of("missing");
        }
        boolean noVote = to.map(
                        row -> new Value.Text("delegate").equals(row.fields().get("status")))
                .orElse(!States.hasSenators(state));
        String where = Whereabouts.in(letter.words(Part.TOWN), state, input.language());
        Result result = Result.of("ready")
                .with("letter_body", letter.body())
                .with(
                        "letter_where",
                        new Value.Text(where, letter.words(Part.TOWN).isPresent()))
                .with("letter_voice", new Value.Text(noVote ? "speaks" : "votes"))
                .with("tables_as_of", new Value.Day(tables.asOf()));
        Optional<Value> signature = signature(letter, where);
        result = result.with("letter_signed", new Value.Text(signature.isPresent() ? "yes" : "no"));
        result = signature.isPresent() ? result.with("letter_signature", signature.get()) : result;
        return to.isPresent() ? result.with("to", to.get()) : result;
    }

    /** The name and the place below the letter; nothing where the writer gave neither. */
    private static Optional<Value> signature(Letter letter, String where) {
        Optional<String> name = letter.words(Part.NAME);
        return name.isEmpty() && letter.words(Part.TOWN).isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Value.Text(name.map(each -> each + "\n" + where).orElse(where), true));
    }
}
