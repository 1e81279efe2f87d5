package org.campaignbot.lookup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.campaignbot.conversation.Expectation;
import org.campaignbot.conversation.JavaStep;
import org.campaignbot.conversation.JavaStep.Input;
import org.campaignbot.conversation.JavaStep.Result;
import org.campaignbot.conversation.RepairFacts;
import org.campaignbot.conversation.StepValue;
import org.campaignbot.directory.Chamber;
import org.campaignbot.directory.Congress;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.District;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.directory.Lawmaker;
import org.campaignbot.directory.Lookup;
import org.campaignbot.directory.Seat;
import org.campaignbot.directory.States;
import org.campaignbot.flow.Fold;
import org.campaignbot.flow.Value;
import org.jspecify.annotations.Nullable;

/**
 * The steps that find where a person votes, and who represents them.
 *
 * <p>They never guess: a place that could mean several districts becomes a question, and a person who only wants the senators is
 * never asked about the House.
 */
public final class HomeSteps {

    /** How long a Congress is new to people who ask. */
    private static final int DAYS_OF_NEWS = 120;

    /** This many words without a place are about something else; fewer are often a misspelled town. */
    private static final int WORDS_OF_A_SENTENCE = 5;

    /** The fact that is {@code yes} if a place was only named, so that the person has to say whether it's theirs. */
    private static final String GUESSED = "place_guessed";

    private final Supplier<Directory> directory;

    private HomeSteps(Supplier<Directory> directory) {
        this.directory = directory;
    }

    /** All of them, over the current directory. */
    public static List<JavaStep> all(Supplier<Directory> directory) {
        HomeSteps steps = new HomeSteps(directory);
        String options =
                "candidates[label value map:count districts?] more_candidates[label value map:count districts?]";
        return List.of(
                new JavaStep(
                        "home.given",
                        "Says whether a place was mentioned in this turn, so that it need not be asked.",
                        Set.of("place"),
                        Set.of("place", "lawmaker", "none"),
                        StepValue.of("place_guessed=yes|no named[" + SeatRows.NAMED + "]"),
                        steps::given),
                new JavaStep(
                        "home.find",
                        "Finds the district or state of a place that somebody typed or shared.",
                        Set.of("place", "place_guessed", "purpose", "town", RepairFacts.BESIDE),
                        Set.of(
                                "found",
                                "town",
                                "near",
                                "meant",
                                "which",
                                "which-state",
                                "state",
                                "new-map",
                                "lawmaker",
                                "senator",
                                "military",
                                "no-such-zip",
                                "unknown",
                                "abroad",
                                "origin",
                                "outside"),
                        StepValue.of("home home_name place place_guessed=no place_zone town town_name beside " + options
                                + " nearby named[" + SeatRows.NAMED + "]"),
                        steps::find),
                new JavaStep(
                        "home.options",
                        "Says whether the districts or states to choose from are still held.",
                        Set.of("candidates"),
                        Set.of("ready", "lost"),
                        List.of(),
                        HomeSteps::options),
                new JavaStep(
                        "home.split",
                        "Says whether only the state is known of a place in several House districts, which are still held to choose from.",
                        Set.of("home", "candidates"),
                        Set.of("split", "whole"),
                        List.of(),
                        steps::split),
                new JavaStep(
                        "home.unread",
                        "Says whether words that name no known place may be a misspelled one, or are about something else.",
                        Set.of("place"),
                        Set.of("unknown", "no-place"),
                        List.of(),
                        HomeSteps::unread),
                new JavaStep(
                        "home.pick",
                        "Takes the district or state that the person picked, shows more, or asks further within a state.",
                        Set.of("candidates", "more_candidates", "picked", "purpose", "town"),
                        Set.of("found", "which", "which-state", "abroad", "lost"),
                        StepValue.of("home home_name place_zone " + options),
                        steps::pick),
                new JavaStep(
                        "home.state",
                        "Takes the state of the districts to choose from, unless a district is needed.",
                        Set.of("candidates", "purpose"),
                        Set.of("found", "district"),
                        StepValue.of("home home_name"),
                        steps::stateAlone),
                new JavaStep(
                        "home.seats",
                        "Lists the seats of everybody who represents the person in Congress.",
                        Set.of("home", "candidates"),
                        Set.of("ready", "missing"),
                        StepValue.of(
                                "seats[" + SeatRows.SEAT + "]",
                                "home_name level=district|kept|new-map|state split=no|yes unlisted=no|yes names_as_of:day tables_as_of:day redrawn=yes",
                                "map_kept_on?@level=kept:day map_source?@level=kept"),
                        input -> seatsOrSplit(input, directory.get())),
                new JavaStep(
                        "home.congress",
                        "Says when the Congresses begin, and how much the tables know of the present one.",
                        Set.of(),
                        Set.of("known"),
                        StepValue.of("congress=known|names|none congress_is=new|old congress_began:day"
                                + " congress_begins:day names_as_of:day"),
                        input -> congress(input, directory.get())));
    }

    private static Result congress(Input input, Directory tables) {
        LocalDate today = EasternTime.dateAt(input.now());
        int number = Congress.number(today);
        LocalDate began = Congress.start(number);
        boolean isNamed = Congress.number(tables.namesAsOf()) == number;
        boolean isNumbered = Congress.number(tables.asOf()) == number;
        return Result.of("known")
                .with("congress", new Value.Text(isNumbered ? "known" : isNamed ? "names" : "none"))
                .with("congress_is", new Value.Text(today.isBefore(began.plusDays(DAYS_OF_NEWS)) ? "new" : "old"))
                .with("congress_began", new Value.Day(began))
                .with("congress_begins", new Value.Day(Congress.start(number + 1)))
                .with("names_as_of", new Value.Day(tables.namesAsOf()));
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
            public @Nullable String mention(String text, Instant now) {
                return directory.get().mention(text, EasternTime.dateAt(now)).orElse(null);
            }

            @Override
            public boolean isLikely(String text, Instant now) {
                return directory.get().isLikely(text, EasternTime.dateAt(now));
            }

            @Override
            public boolean isPossible(String text, JavaStep.Facts facts, Instant now) {
                LocalDate today = EasternTime.dateAt(now);
                return isLikely(text, now)
                        || (Home.of(facts, directory.get()) == null
                                && !text.contains("?")
                                && isPlaceToAskAbout(directory.get().asking(text, today)));
            }

            @Override
            public boolean tellsPlace() {
                return true;
            }
        };
    }

    /** Says whether the person mentioned a place, or only a lawmaker's name, in this turn. */
    private Result given(Input input) {
        String place = input.facts().textOrEmpty(Home.PLACE);
        if (place.isEmpty()) {
            return Result.of("none");
        }
        Directory tables = directory.get();
        LocalDate today = EasternTime.dateAt(input.now());
        Lookup lookup = tables.find(place, today);
        boolean isSure = tables.mention(place, today).isPresent() || tables.isLikely(place, today);
        return isLawmaker(lookup)
                ? Result.of("lawmaker").with("named", SeatRows.of(named(lookup)))
                : Result.of("place").with(GUESSED, new Value.Text(isSure ? "no" : "yes"));
    }

    /** Whether an answer asks which of some places in the United States was meant. */
    private static boolean isPlaceToAskAbout(Lookup lookup) {
        return lookup instanceof Lookup.Choice choice && !choice.meanings().isEmpty();
    }

    /** Finds the home district of a place that a person typed or shared. */
    private Result find(Input input) {
        String place = input.facts().textOrEmpty(Home.PLACE);
        LocalDate today = EasternTime.dateAt(input.now());
        Directory tables = directory.get();
        String town = input.facts().textOrEmpty(Home.TOWN);
        String both = withState(town, place, tables, today);
        String where = both == null ? place : both;
        boolean isGuess = "yes".equals(input.facts().text(GUESSED));
        Lookup lookup = isGuess ? tables.asking(where, today) : tables.home(where, today);
        Result result = found(lookup, where, input, tables, today);
        boolean asksState = result.outcome().equals("which-state");
        List<String> states = states(lookup);
        Optional<ZoneId> zone =
                states.size() == 1 ? PlaceZone.of(where, lookup, states.get(0), tables, today) : Optional.empty();
        // Also if nothing was found: offices near an earlier place aren't near this one, nor is its clock.
        return result.with(
                        NearbyOffices.NEARBY, NearbyOffices.near(lookup.town().orElse(where), states, tables, today))
                .with(PlaceZone.PLACE_ZONE, PlaceZone.value(zone))
                .with(Home.TOWN, new Value.Text(asksState ? where : "", true))
                .with(Home.PLACE, new Value.Text("", true))
                .with(GUESSED, new Value.Text("no"));
    }

    /** The town whose state was asked, together with that state; null if it isn't one that the town has. */
    private static @Nullable String withState(String town, String typed, Directory tables, LocalDate today) {
        Optional<String> state = town.isEmpty() ? Optional.empty() : States.called(typed);
        if (state.isEmpty()) {
            return null;
        }
        String both = town + ", " + Home.stateName(state.get());
        Lookup there = tables.find(both, today);
        boolean known = states(there).equals(List.of(state.get()))
                && !(there instanceof Lookup.StateOnly only && only.reason() == Lookup.StateOnly.Reason.PLACE_UNKNOWN);
        return known ? both : null;
    }

    private static boolean isLawmaker(Lookup lookup) {
        return lookup instanceof Lookup.Found
                || (lookup instanceof Lookup.Choice choice
                        && !choice.named().isEmpty()
                        && choice.meanings().isEmpty());
    }

    private static List<Seat> named(Lookup lookup) {
        return lookup instanceof Lookup.Choice choice ? choice.named() : lookup.seats();
    }

    /** The states that a place lies in, or may lie in; none for text that isn't a place. */
    private static List<String> states(Lookup lookup) {
        if (isLawmaker(lookup)) {
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

    private static Result found(Lookup lookup, String place, Input input, Directory tables, LocalDate today) {
        boolean stateIsEnough = Home.stateIsEnough(input.facts());
        if (isLawmaker(lookup)) {
            String told = input.facts().textOrEmpty(RepairFacts.BESIDE);
            return lawmaker(named(lookup), told, tables, today);
        } else if (lookup instanceof Lookup.Exact exact) {
            return exact.approximate()
                    ? near(exact.district(), tables, today)
                    : town(
                            Home.found(
                                    Result.of("found"),
                                    exact.district().toString(),
                                    Home.map(exact.district().state(), tables, today)),
                            lookup);
        } else if (lookup instanceof Lookup.Choice choice) {
            return choose(choice, place, input, tables, today);
        } else if (lookup instanceof Lookup.StateOnly only) {
            boolean newMap = only.reason() == Lookup.StateOnly.Reason.NEW_MAP_MISSING;
            return town(
                    Home.found(
                            Result.of(stateIsEnough ? "found" : newMap ? "new-map" : "state"),
                            only.state(),
                            Home.map(only.state(), tables, today)),
                    lookup);
        } else if (lookup instanceof Lookup.Abroad abroad) {
            return Result.of(abroad.origin() ? "origin" : "abroad");
        } else if (lookup instanceof Lookup.Military) {
            return Result.of("military");
        }
        boolean isZip = lookup instanceof Lookup.Unknown unknown && unknown.what() == Lookup.Unknown.What.NO_SUCH_ZIP;
        return Result.of(lookup instanceof Lookup.Outside ? "outside" : isZip ? "no-such-zip" : "unknown");
    }

    /** A sentence such as "she wasn't sure about him" is no misspelled place. */
    private static Result unread(Input input) {
        String typed = input.facts().textOrEmpty(Home.PLACE);
        boolean isSentence =
                Fold.words(typed) >= WORDS_OF_A_SENTENCE && typed.chars().noneMatch(Character::isDigit);
        return Result.of(isSentence ? "no-place" : "unknown");
    }

    /**
     * Who was named; for a senator, the state is likely enough to ask for a yes, and then it's their card that was wanted.
     *
     * @param told what was told of calls before; empty if nothing was
     */
    private static Result lawmaker(List<Seat> named, String told, Directory tables, LocalDate today) {
        List<String> states = named.stream().map(Seat::state).distinct().toList();
        boolean isSenators = named.stream().allMatch(seat -> seat.chamber() == Chamber.SENATE);
        Result result = Result.of(isSenators && states.size() == 1 ? "senator" : "lawmaker")
                .with("named", SeatRows.of(named));
        return result.outcome().equals("senator")
                ? result.with(Home.CANDIDATES, Candidates.states(states, List.of(), tables, today))
                        .with(RepairFacts.BESIDE, new Value.Text(told.isEmpty() ? names(named) : told, true))
                : result;
    }

    private static String names(List<Seat> seats) {
        return seats.stream()
                .flatMap(seat -> seat.holder().stream())
                .map(Lawmaker::lastName)
                .collect(Collectors.joining(", "));
    }

    /** A result that names the town if its size decided, so that a person sees which one was taken. */
    private static Result town(Result result, Lookup lookup) {
        if (lookup.town().isEmpty()) {
            return result;
        }
        Result named = result.with(Home.TOWN_NAME, new Value.Text(lookup.town().get(), true));
        return result.outcome().equals("found") ? new Result("town", named.facts()) : named;
    }

    private static Result near(District district, Directory tables, LocalDate today) {
        return Result.of("near").with(Home.CANDIDATES, Candidates.districts(List.of(district), tables, today));
    }

    private static Result choose(Lookup.Choice choice, String place, Input input, Directory tables, LocalDate today) {
        if (!choice.meanings().isEmpty()) {
            Value.Rows meant = Candidates.meanings(choice.meanings(), tables, input.language(), today);
            return Candidates.page(
                    Result.of(meant.rows().size() == 1 ? "meant" : "which-state"), meant, input.language());
        }
        List<String> states = states(choice);
        if (states.size() > 1) {
            return Candidates.page(
                    Result.of("which-state"),
                    Candidates.states(states, choice.districts(), tables, today),
                    input.language());
        }
        List<District> likely =
                tables.likelyFirst(choice.districts(), choice.town().orElse(place), today);
        boolean isEnough = Home.stateIsEnough(input.facts(), place);
        // Where the state is enough, the districts are held all the same: next, the person may want their
        // representative.
        Result result = Candidates.page(
                Result.of(isEnough ? "found" : "which"), Candidates.districts(likely, tables, today), input.language());
        return town(
                isEnough ? Home.found(result, states.get(0), Home.map(states.get(0), tables, today)) : result, choice);
    }

    /** Says whether the options of the last look-up are still held, so that the question can be asked. */
    private static Result options(Input input) {
        return Result.of(input.facts().value(Home.CANDIDATES) == null ? "lost" : "ready");
    }

    private Result split(Input input) {
        return Result.of(isSplit(input, directory.get()) ? "split" : "whole");
    }

    /** Whether the place that somebody gave is in several districts of their state, and they haven't picked one. */
    private static boolean isSplit(Input input, Directory tables) {
        String home = Home.of(input.facts(), tables);
        return home != null
                && Home.district(home).isEmpty()
                && input.facts().value(Home.CANDIDATES) instanceof Value.Rows held
                && held.rows().size() > 1
                && held.rows().stream()
                        .allMatch(row -> !Candidates.isState(row)
                                && (Candidates.valueOf(row).equals(Candidates.MORE)
                                        || Home.state(Candidates.valueOf(row)).equals(home)));
    }

    /** Takes the picked option as the home, or asks further within a picked state. A town has a clock once its state is known. */
    private Result pick(Input input) {
        Result result = picked(input);
        String town = input.facts().textOrEmpty(Home.TOWN);
        if (town.isEmpty() || !(result.facts().get(Home.HOME) instanceof Value.Text home)) {
            return result;
        }
        return result.with(PlaceZone.PLACE_ZONE, PlaceZone.value(directory.get().zone(town, Home.state(home.text()))));
    }

    /** Takes the state in which all districts to choose from lie: someone who doesn't know their district still has two senators. */
    private Result stateAlone(Input input) {
        List<String> states = input.facts().value(Home.CANDIDATES) instanceof Value.Rows rows
                ? rows.rows().stream()
                        .map(Candidates::valueOf)
                        .filter(value -> !value.equals(Candidates.MORE))
                        .map(Home::state)
                        .distinct()
                        .toList()
                : List.of();
        if (states.size() != 1 || Home.districtIsNeeded(input.facts())) {
            return Result.of("district");
        }
        return Home.found(
                Result.of("found"),
                states.get(0),
                Home.map(states.get(0), directory.get(), EasternTime.dateAt(input.now())));
    }

    private Result picked(Input input) {
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
        if (Candidates.valueOf(row.get()).equals(Candidates.MORE)) {
            return input.facts().value(Home.MORE) instanceof Value.Rows more
                            && !more.rows().isEmpty()
                    ? Candidates.page(
                            Result.of(Candidates.isState(row.get()) ? "which-state" : "which"), more, input.language())
                    : Result.of("lost");
        } else if (Candidates.valueOf(row.get()).equals(Candidates.ABROAD)) {
            return Result.of("abroad");
        }
        int map = Candidates.mapOf(row.get());
        List<District> districts = Candidates.districtsOf(row.get());
        if (districts.size() == 1 && !Home.stateIsEnough(input.facts())) {
            return Home.found(Result.of("found"), districts.get(0).toString(), map);
        } else if (districts.size() > 1 && !Home.stateIsEnough(input.facts(), "")) {
            Directory tables = directory.get();
            LocalDate today = EasternTime.dateAt(input.now());
            String town = input.facts().textOrEmpty(Home.TOWN) + ", " + Home.stateName(Candidates.valueOf(row.get()));
            return Candidates.page(
                    Result.of("which"),
                    Candidates.districts(tables.likelyFirst(districts, town, today), map, tables, today),
                    input.language());
        }
        return Home.found(Result.of("found"), Candidates.valueOf(row.get()), map);
    }

    /** Lists seats as {@link #seats} does, and says whether the representative is left out because the place is in several districts. */
    public static Result seatsOrSplit(Input input, Directory tables) {
        Result seats = seats(input, tables);
        return seats.outcome().equals("ready") ? seats.with("split", Value.Text.yesNo(isSplit(input, tables))) : seats;
    }

    /** Lists who represents a person's home, seat by seat, as of the tables' date: the result of {@code home.seats}. */
    public static Result seats(Input input, Directory tables) {
        String home = Home.of(input.facts(), tables);
        LocalDate today = EasternTime.dateAt(input.now());
        if (home == null) {
            return Result.of("missing");
        } else if (Home.isRedrawn(input.facts(), tables, today)) {
            return Result.of("missing")
                    .with(Home.HOME_NAME, new Value.Text(Home.name(home)))
                    .with(Home.REDRAWN, new Value.Text("yes"));
        }
        boolean served = tables.mapServes(Home.state(home), today);
        Optional<District> district = Home.district(home).filter(each -> served);
        List<Seat> seats = district.map(each -> tables.seats(each, today))
                .orElseGet(() -> tables.senateSeats(Home.state(home), today));
        Result result = Result.of("ready")
                .with("seats", SeatRows.of(seats))
                .with(Home.HOME_NAME, new Value.Text(Home.name(district.isPresent() ? home : Home.state(home))))
                .with("level", new Value.Text(district.isPresent() ? "district" : served ? "state" : "new-map"))
                .with("unlisted", Value.Text.yesNo(isUnlisted(seats)))
                .with("names_as_of", new Value.Day(tables.namesAsOf()))
                .with("tables_as_of", new Value.Day(tables.asOf()));
        return district.flatMap(each -> tables.keptMap(each.state(), today))
                .map(kept -> result.with("level", new Value.Text("kept"))
                        .with("map_kept_on", new Value.Day(kept.note().asOf()))
                        .with("map_source", new Value.Text(kept.note().source())))
                .orElse(result);
    }

    private static boolean isUnlisted(List<Seat> seats) {
        return seats.stream()
                .flatMap(seat -> seat.holder().stream())
                .anyMatch(who -> who.phone().isEmpty());
    }
}
