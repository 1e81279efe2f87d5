package campaignbot.action;

import campaignbot.conversation.JavaStep;
import campaignbot.directory.Chamber;
import campaignbot.directory.Committee;
import campaignbot.directory.Directory;
import campaignbot.directory.EasternTime;
import campaignbot.directory.Lookup;
import campaignbot.directory.Seat;
import campaignbot.flow.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Finds whom a group means to call together, in the words of {@code aim_words}: a committee of the Senate, or senators by their names
 * with commas or "and" between them; named {@code party.aim}.
 *
 * <p>Of what was typed nothing is given on: the seats and names are those of the tables. Where one of several names is not known nothing
 * is found, since the group would be told that all of them are called.
 */
public final class FindAim implements JavaStep {

    private static final String WORDS = "aim_words";
    private static final String SEATS = "party_aim";
    private static final String NAME = "party_aim_name";
    private static final String AIMED = "party_aimed";

    /** Names that still are a short list; more of them are a committee's. */
    private static final int MOST_NAMES = 10;

    private final Supplier<Directory> directory;

    /** A step over the directory of the moment. */
    public FindAim(Supplier<Directory> directory) {
        this.directory = directory;
    }

    @Override
    public String name() {
        return "party.aim";
    }

    @Override
    public Set<String> outcomes() {
        return Set.of("found", "unknown");
    }

    @Override
    public Set<String> gives() {
        return Set.of(SEATS, NAME, AIMED);
    }

    @Override
    public Result run(Input input) {
        String words = Objects.requireNonNullElse(input.facts().text(WORDS), "");
        LocalDate today = EasternTime.dateAt(input.now());
        Directory tables = directory.get();
        Optional<Committee> committee = tables.senateCommittee(words);
        if (committee.isPresent()) {
            return found(committee.get().name(), tables.senateSeats(committee.get(), today));
        }
        List<Seat> named = named(words, tables, today);
        String names =
                named.stream().map(seat -> seat.holder().orElseThrow().name()).collect(Collectors.joining(", "));
        return found(names, named.stream().map(Seat::id).toList());
    }

    private static Result found(String name, List<String> seats) {
        if (seats.isEmpty()) {
            return Result.of("unknown");
        }
        return Result.of("found")
                .with(SEATS, new Value.Text(String.join(" ", seats)))
                .with(NAME, new Value.Text(name))
                .with(AIMED, new Value.Text("yes"));
    }

    /** The seats of the senators that are named; none where one of the names is nobody's, or more than one senator's. */
    private static List<Seat> named(String words, Directory tables, LocalDate today) {
        Set<Seat> seats = new LinkedHashSet<>();
        List<String> names = new ArrayList<>(List.of(words.split("\\s*[,;/&]\\s*|\\s+(?:and|y|e)\\s+", -1)));
        names.removeIf(String::isBlank);
        for (String name : names) {
            List<Seat> senators = senators(tables.find(name.strip(), today));
            if (senators.size() != 1 || names.size() > MOST_NAMES) {
                return List.of();
            }
            seats.addAll(senators);
        }
        return List.copyOf(seats);
    }

    private static List<Seat> senators(Lookup found) {
        List<Seat> named = found instanceof Lookup.Found one
                ? List.of(one.seat())
                : found instanceof Lookup.Choice choice ? choice.named() : List.of();
        return named.stream()
                .filter(seat ->
                        seat.chamber() == Chamber.SENATE && seat.holder().isPresent())
                .toList();
    }
}
