package org.campaignbot.lookup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.campaignbot.conversation.JavaStep;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.District;
import org.campaignbot.directory.ForeignPlace;
import org.campaignbot.directory.Meaning;
import org.campaignbot.directory.Seat;
import org.campaignbot.flow.Fold;
import org.campaignbot.flow.Value;
import org.campaignbot.people.Language;

/**
 * The districts or states that a place could mean, as options of a question; they reveal where a person is, so they're personal.
 */
final class Candidates {

    /** The most options at a time; more stand behind one that shows the next. */
    private static final int PAGE = 5;

    /** The value of the option that shows more. */
    static final String MORE = "more";

    /** The value of an option outside the United States. */
    static final String ABROAD = "abroad";

    private static final String DISTRICTS = "districts";

    /** The map on which an option was found: the tables may be refreshed before the person picks one. */
    private static final String MAP = "map";

    private Candidates() {}

    /** Each district by its representative's name, or by its own if the seat has no known holder. */
    static Value.Rows districts(List<District> districts, Directory directory, LocalDate today) {
        return new Value.Rows(districts.stream()
                .map(district -> row(
                        label(district, directory, today),
                        district.toString(),
                        Home.map(district.state(), directory, today),
                        Map.of()))
                .toList());
    }

    /** The same for districts found on a given map. */
    static Value.Rows districts(List<District> districts, int map, Directory directory, LocalDate today) {
        return new Value.Rows(districts.stream()
                .map(district -> row(label(district, directory, today), district.toString(), map, Map.of()))
                .toList());
    }

    /** Each state by its name, with the candidate districts in it. */
    static Value.Rows states(List<String> states, List<District> districts, Directory directory, LocalDate today) {
        return new Value.Rows(states.stream()
                .map(state -> {
                    List<District> inIt = districts.stream()
                            .filter(district -> district.state().equals(state))
                            .toList();
                    return row(
                            Home.stateName(state),
                            state,
                            Home.map(state, directory, today),
                            Map.of(DISTRICTS, names(inIt)));
                })
                .toList());
    }

    /**
     * Each thing that a name may mean, once: states by their name if it's one town's in all of them, else town and state. What has
     * the same label is the same to whoever reads it, so its districts are put together.
     */
    static Value.Rows meanings(List<Meaning> all, Directory directory, Language language, LocalDate today) {
        Map<String, Meaning> byLabel = new LinkedHashMap<>();
        all.forEach(each -> byLabel.merge(Fold.fold(label(each, false, false, language)), each, Candidates::together));
        List<Meaning> meanings = List.copyOf(byLabel.values());
        boolean sameTown = meanings.size() > 1
                && meanings.stream()
                        .allMatch(each -> each.foreign().isEmpty()
                                && !each.name().isEmpty()
                                && Fold.fold(each.name())
                                        .equals(Fold.fold(meanings.get(0).name())));
        return new Value.Rows(meanings.stream()
                .map(each -> row(
                        label(each, meanings.size() == 1, sameTown, language),
                        each.foreign().isPresent() ? ABROAD : each.state(),
                        Home.map(each.state(), directory, today),
                        Map.of(DISTRICTS, names(each.districts()))))
                .toList());
    }

    private static Meaning together(Meaning one, Meaning other) {
        return one.foreign().isPresent()
                ? one
                : new Meaning(
                        one.name(),
                        one.state(),
                        Stream.concat(one.districts().stream(), other.districts().stream())
                                .distinct()
                                .sorted()
                                .toList(),
                        one.foreign());
    }

    private static Value.Text names(List<District> districts) {
        return new Value.Text(districts.stream().map(District::toString).collect(Collectors.joining(" ")), true);
    }

    private static String label(Meaning meaning, boolean alone, boolean sameTown, Language language) {
        Optional<ForeignPlace> foreign = meaning.foreign();
        boolean spanish = language.equals(Language.SPANISH);
        if (foreign.isPresent()) {
            ForeignPlace place = foreign.get();
            return place.country()
                    ? spanish ? place.spanish() + " (país)" : place.name() + " (country)"
                    : spanish ? "Fuera de EE. UU." : "Outside the U.S.";
        }
        String state = Home.stateName(meaning.state());
        if (meaning.name().isEmpty()) {
            return meaning.state().equals("WA") ? spanish ? "Estado de Washington" : "Washington state" : state;
        }
        return alone ? meaning.name() + ", " + state : sameTown ? state : meaning.name() + ", " + meaning.state();
    }

    /** A result with the first page of these options, and the rest held. */
    static JavaStep.Result page(JavaStep.Result result, Value.Rows all, Language language) {
        List<Value.Row> rows = all.rows();
        if (rows.size() <= PAGE) {
            return result.with(Home.CANDIDATES, all).with(Home.MORE, new Value.Rows(List.of()));
        }
        List<Value.Row> shown = new ArrayList<>(rows.subList(0, PAGE));
        int map = mapOf(rows.get(0));
        Map<String, Value> more = isState(rows.get(0)) ? Map.of(DISTRICTS, new Value.Text("", true)) : Map.of();
        shown.add(row(language.equals(Language.SPANISH) ? "Más" : "More", MORE, map, more));
        return result.with(Home.CANDIDATES, new Value.Rows(shown))
                .with(Home.MORE, new Value.Rows(rows.subList(PAGE, rows.size())));
    }

    /** Whether an option is a state, not a district. */
    static boolean isState(Value.Row option) {
        return option.fields().containsKey(DISTRICTS);
    }

    /** The candidate districts in a state that was picked. */
    static List<District> districtsOf(Value.Row state) {
        return state.fields().get(DISTRICTS) instanceof Value.Text text
                        && !text.text().isEmpty()
                ? List.of(text.text().split(" ")).stream()
                        .map(each -> District.parse(each).orElseThrow())
                        .toList()
                : List.of();
    }

    /** The number of the map on which an option was found; 0 if it doesn't say. */
    static int mapOf(Value.Row option) {
        return option.fields().get(MAP) instanceof Value.Count map ? (int) map.number() : 0;
    }

    /** The district or state that an option stands for. */
    static String valueOf(Value.Row option) {
        return ((Value.Text) Objects.requireNonNull(option.fields().get("value"))).text();
    }

    private static Value.Row row(String label, String value, int map, Map<String, Value> more) {
        Map<String, Value> fields = new HashMap<>(more);
        fields.put(MAP, new Value.Count(map));
        fields.put("label", new Value.Text(label, true));
        fields.put("value", new Value.Text(value, true));
        return new Value.Row(fields);
    }

    private static String label(District district, Directory directory, LocalDate today) {
        return directory.seats(district, today).stream()
                .filter(seat -> seat.district().isPresent())
                .findFirst()
                .flatMap(Seat::holder)
                .map(CommonNames::of)
                .map(name -> name + " (" + district + ")")
                .orElse(district.toString());
    }
}
