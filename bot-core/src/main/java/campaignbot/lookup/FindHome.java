package campaignbot.lookup;

import campaignbot.conversation.JavaStep;
import campaignbot.directory.Directory;
import campaignbot.directory.District;
import campaignbot.directory.EasternTime;
import campaignbot.directory.Lookup;
import campaignbot.flow.Value;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Finds the home district of a place that a person typed or shared; named {@code home.find}.
 *
 * <p>It never guesses: whatever could mean several districts comes out as a question, and a person who wants only the senators
 * is never asked about the House.
 */
public final class FindHome implements JavaStep {

    private final Supplier<Directory> directory;

    /** A step over the directory of the moment. */
    public FindHome(Supplier<Directory> directory) {
        this.directory = directory;
    }

    @Override
    public String name() {
        return "home.find";
    }

    @Override
    public Set<String> outcomes() {
        return Set.of(
                "found",
                "near",
                "which",
                "which-state",
                "too-many",
                "state",
                "new-map",
                "lawmaker",
                "military",
                "unknown",
                "outside");
    }

    @Override
    public Set<String> gives() {
        return Set.of(Home.HOME, Home.HOME_NAME, Home.CANDIDATES, NearbyOffices.NEARBY, "named");
    }

    @Override
    public Result run(Input input) {
        String place = Objects.requireNonNullElse(input.facts().text(Home.PLACE), "");
        LocalDate today = EasternTime.dateAt(input.now());
        Directory tables = directory.get();
        Lookup lookup = tables.find(place, today);
        // Also where nothing was found: what was near to an earlier place is near to this one no longer.
        return result(lookup, input, tables, today)
                .with(NearbyOffices.NEARBY, NearbyOffices.near(place, states(lookup), tables, today));
    }

    /** The states that a place lies in, or may lie in; none for what is no place. */
    private static List<String> states(Lookup lookup) {
        if (lookup instanceof Lookup.Found
                || (lookup instanceof Lookup.Choice choice && !choice.named().isEmpty())) {
            return List.of();
        } else if (lookup instanceof Lookup.StateOnly only) {
            return List.of(only.state());
        }
        Stream<String> alone = lookup instanceof Lookup.Choice choice ? choice.states().stream() : Stream.of();
        return Stream.concat(lookup.districts().stream().map(District::state), alone)
                .distinct()
                .sorted()
                .toList();
    }

    private static Result result(Lookup lookup, Input input, Directory tables, LocalDate today) {
        boolean stateIsEnough = Home.stateIsEnough(input.facts());
        if (lookup instanceof Lookup.Exact exact) {
            return exact.approximate()
                    ? near(exact.district(), tables, today)
                    : Home.found(Result.of("found"), exact.district().toString(), tables.mapNumber());
        } else if (lookup instanceof Lookup.Choice choice) {
            return choose(choice, stateIsEnough, tables, today);
        } else if (lookup instanceof Lookup.StateOnly only) {
            boolean newMap = only.reason() == Lookup.StateOnly.Reason.NEW_MAP_MISSING;
            return Home.found(
                    Result.of(stateIsEnough ? "found" : newMap ? "new-map" : "state"),
                    only.state(),
                    tables.mapNumber());
        } else if (lookup instanceof Lookup.Found found) {
            return Result.of("lawmaker").with("named", SeatRows.of(List.of(found.seat())));
        } else if (lookup instanceof Lookup.Military) {
            return Result.of("military");
        }
        return Result.of(lookup instanceof Lookup.Outside ? "outside" : "unknown");
    }

    private static Result near(District district, Directory tables, LocalDate today) {
        return Result.of("near").with(Home.CANDIDATES, Candidates.districts(List.of(district), tables, today));
    }

    private static Result choose(Lookup.Choice choice, boolean stateIsEnough, Directory tables, LocalDate today) {
        if (!choice.named().isEmpty()) {
            return Result.of("lawmaker").with("named", SeatRows.of(choice.named()));
        }
        List<String> states = states(choice);
        if (states.size() > Candidates.MOST) {
            return Result.of("too-many");
        } else if (states.size() > 1) {
            return Result.of("which-state")
                    .with(Home.CANDIDATES, Candidates.states(states, choice.districts(), tables));
        } else if (stateIsEnough) {
            return Home.found(Result.of("found"), states.get(0), tables.mapNumber());
        } else if (choice.districts().size() > Candidates.MOST) {
            return Result.of("too-many");
        }
        Value candidates = Candidates.districts(choice.districts(), tables, today);
        return Result.of("which").with(Home.CANDIDATES, candidates);
    }
}
