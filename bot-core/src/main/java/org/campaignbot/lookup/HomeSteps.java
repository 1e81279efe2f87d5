package org.campaignbot.lookup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.campaignbot.conversation.Expectation;
import org.campaignbot.conversation.JavaStep;
import org.campaignbot.conversation.JavaStep.Input;
import org.campaignbot.conversation.JavaStep.Result;
import org.campaignbot.conversation.StepValue;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.District;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.directory.Lookup;
import org.campaignbot.directory.Seat;
import org.campaignbot.flow.Value;

/**
 * The steps that find where a person votes, and who represents them.
 *
 * <p>They never guess: a place that could mean several districts becomes a question, and a person who only wants the senators is
 * never asked about the House.
 */
public final class HomeSteps {

    private final Supplier<Directory> directory;

    private HomeSteps(Supplier<Directory> directory) {
        this.directory = directory;
    }

    /** All of them, over the current directory. */
    public static List<JavaStep> all(Supplier<Directory> directory) {
        HomeSteps steps = new HomeSteps(directory);
        return List.of(
                new JavaStep(
                        "home.find",
                        "Finds the district or state of a place that somebody typed or shared.",
                        Set.of("place", "purpose"),
                        Set.of(
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
                                "outside"),
                        StepValue.of("home home_name candidates[label value map:count districts?] nearby named["
                                + SeatRows.NAMED + "]"),
                        steps::find),
                new JavaStep(
                        "home.options",
                        "Says whether the districts or states to choose from are still held.",
                        Set.of("candidates"),
                        Set.of("ready", "lost"),
                        List.of(),
                        HomeSteps::options),
                new JavaStep(
                        "home.pick",
                        "Takes the district or state that the person picked, or asks further within a state.",
                        Set.of("candidates", "picked", "purpose"),
                        Set.of("found", "which", "lost"),
                        StepValue.of("home home_name candidates[label value map:count districts?]"),
                        steps::pick),
                new JavaStep(
                        "home.seats",
                        "Lists the seats of everybody who represents the person in Congress.",
                        Set.of("home"),
                        Set.of("ready", "missing"),
                        StepValue.of(
                                "seats[" + SeatRows.SEAT + "]",
                                "home_name level=district|state tables_as_of:day redrawn=yes"),
                        input -> seats(input, directory.get())));
    }

    /** Recognizes a ZIP code, a town, a state, a position or a lawmaker's name; packs call it {@code place}. */
    public static Expectation place(Supplier<Directory> directory) {
        return new Expectation() {
            @Override
            public String name() {
                return "place";
            }

            @Override
            public boolean recognizes(String text, Instant now) {
                // A ZIP code that doesn't exist is still a place: its answer is better than "not understood".
                return !(directory.get().find(text, EasternTime.dateAt(now)) instanceof Lookup.Unknown unknown)
                        || unknown.what() != Lookup.Unknown.What.NOT_UNDERSTOOD;
            }

            @Override
            public boolean tellsPlace() {
                return true;
            }
        };
    }

    /** Finds the home district of a place that a person typed or shared. */
    private Result find(Input input) {
        String place = Objects.requireNonNullElse(input.facts().text(Home.PLACE), "");
        LocalDate today = EasternTime.dateAt(input.now());
        Directory tables = directory.get();
        Lookup lookup = tables.find(place, today);
        // Also if nothing was found: offices near an earlier place aren't near this one.
        return found(lookup, input, tables, today)
                .with(NearbyOffices.NEARBY, NearbyOffices.near(place, states(lookup), tables, today));
    }

    /** The states that a place lies in, or may lie in; none for text that isn't a place. */
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

    private static Result found(Lookup lookup, Input input, Directory tables, LocalDate today) {
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

    /** Says whether the options of the last look-up are still held, so that the question can be asked. */
    private static Result options(Input input) {
        return Result.of(input.facts().value(Home.CANDIDATES) == null ? "lost" : "ready");
    }

    /** Takes the picked option as the home, or asks further within a picked state. */
    private Result pick(Input input) {
        String picked = input.facts().text(Home.PICKED);
        List<Value.Row> candidates =
                input.facts().value(Home.CANDIDATES) instanceof Value.Rows rows ? rows.rows() : List.of();
        // A single option can be confirmed with yes, without being picked.
        Optional<Value.Row> row = candidates.stream()
                .filter(each -> picked == null ? candidates.size() == 1 : picked.equals(Candidates.valueOf(each)))
                .findFirst();
        if (row.isEmpty()) {
            return Result.of("lost");
        }
        int map = Candidates.mapOf(row.get());
        List<District> districts = Candidates.districtsOf(row.get());
        if (districts.size() == 1 && !Home.stateIsEnough(input.facts())) {
            return Home.found(Result.of("found"), districts.get(0).toString(), map);
        } else if (districts.size() > 1 && districts.size() <= Candidates.MOST && !Home.stateIsEnough(input.facts())) {
            return Result.of("which")
                    .with(
                            Home.CANDIDATES,
                            Candidates.districts(districts, map, directory.get(), EasternTime.dateAt(input.now())));
        }
        return Home.found(Result.of("found"), Candidates.valueOf(row.get()), map);
    }

    /** Lists who represents a person's home, seat by seat, as of the tables' date: the result of {@code home.seats}. */
    public static Result seats(Input input, Directory tables) {
        String home = Home.of(input.facts(), tables);
        if (home == null) {
            return Result.of("missing");
        } else if (Home.isRedrawn(input.facts(), tables)) {
            return Result.of("missing")
                    .with(Home.HOME_NAME, new Value.Text(Home.name(home)))
                    .with(Home.REDRAWN, new Value.Text("yes"));
        }
        LocalDate today = EasternTime.dateAt(input.now());
        Optional<District> district = Home.district(home).filter(each -> tables.mapServes(each.state(), today));
        List<Seat> seats = district.map(each -> tables.seats(each, today))
                .orElseGet(() -> tables.senateSeats(Home.state(home), today));
        return Result.of("ready")
                .with("seats", SeatRows.of(seats))
                .with(Home.HOME_NAME, new Value.Text(Home.name(district.isPresent() ? home : Home.state(home))))
                .with("level", new Value.Text(district.isPresent() ? "district" : "state"))
                .with("tables_as_of", new Value.Day(tables.asOf()));
    }
}
