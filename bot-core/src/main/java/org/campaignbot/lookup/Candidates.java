package org.campaignbot.lookup;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.District;
import org.campaignbot.directory.Lawmaker;
import org.campaignbot.directory.Seat;
import org.campaignbot.flow.Value;

/**
 * The districts or states that a place could mean, as options of a question; they reveal where a person is, so they're personal.
 */
final class Candidates {

    /** The most options a person can be asked to choose from; above that, asking for a ZIP code is easier for them. */
    static final int MOST = 8;

    private static final String DISTRICTS = "districts";

    /** The map on which an option was found: the tables may be refreshed before the person picks one. */
    private static final String MAP = "map";

    private Candidates() {}

    /** Each district by its representative's name, or by its own if the seat has no known holder. */
    static Value.Rows districts(List<District> districts, Directory directory, LocalDate today) {
        return districts(districts, directory.mapNumber(), directory, today);
    }

    /** The same for districts found on a given map. */
    static Value.Rows districts(List<District> districts, int map, Directory directory, LocalDate today) {
        return new Value.Rows(districts.stream()
                .map(district -> row(label(district, directory, today), district.toString(), map, Map.of()))
                .toList());
    }

    /** Each state by its name, with the candidate districts in it. */
    static Value.Rows states(List<String> states, List<District> districts, Directory directory) {
        return new Value.Rows(states.stream()
                .map(state -> {
                    String inIt = districts.stream()
                            .filter(district -> district.state().equals(state))
                            .map(District::toString)
                            .collect(Collectors.joining(" "));
                    return row(
                            Home.stateName(state),
                            state,
                            directory.mapNumber(),
                            Map.of(DISTRICTS, new Value.Text(inIt, true)));
                })
                .toList());
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
                .map(Lawmaker::name)
                .map(name -> name + " (" + district + ")")
                .orElse(district.toString());
    }
}
