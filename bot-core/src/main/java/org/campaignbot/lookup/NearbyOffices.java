package org.campaignbot.lookup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.campaignbot.conversation.JavaStep;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.District;
import org.campaignbot.directory.DistrictOffice;
import org.campaignbot.directory.Lawmaker;
import org.campaignbot.directory.Position;
import org.campaignbot.directory.Seat;
import org.campaignbot.flow.Value;

/**
 * Which offices outside Washington a person may call, and which of them are nearest.
 *
 * <p>What was typed or shared is looked up once: only the numbers of each lawmaker's two nearest offices are held, in
 * {@link #NEARBY} and in memory. If they're no longer known, the middle of the district decides, and for a state alone the order
 * of the table; {@link By} says which, so that the words can too.
 */
public final class NearbyOffices {

    /** Office numbers, nearest first, such as {@code 716-854-9725 518-431-4070}; empty if there are none to hold. */
    static final String NEARBY = "nearby";

    /** The number of rungs outside Washington in a ladder of calls. */
    private static final int HELD = 2;

    /** What offices are sorted by. */
    public enum By {
        /** The place that the person gave. */
        PLACE,
        /** The middle of the district. */
        DISTRICT,
        /** Only the table. */
        TABLE
    }

    /** Offices in the order in which to try them, and what they're sorted by. */
    public record Order(List<DistrictOffice> offices, By by) {
        public Order {
            offices = List.copyOf(offices);
        }
    }

    private NearbyOffices() {}

    /** A lawmaker's offices that have their own number, in table order. */
    public static List<DistrictOffice> callable(Lawmaker lawmaker, Directory directory) {
        List<String> numbers = new ArrayList<>();
        lawmaker.phone().ifPresent(numbers::add);
        List<DistrictOffice> offices = new ArrayList<>();
        for (DistrictOffice office : directory.offices(lawmaker.bioguide())) {
            String number = number(office);
            if (!number.isEmpty() && !numbers.contains(number)) {
                numbers.add(number);
                offices.add(office);
            }
        }
        return List.copyOf(offices);
    }

    /** The same offices as rows of {@code city} and {@code phone}. */
    public static Value.Rows rows(Lawmaker lawmaker, Directory directory) {
        return new Value.Rows(callable(lawmaker, directory).stream()
                .map(office -> {
                    Map<String, Value> fields = new HashMap<>();
                    fields.put("city", new Value.Text(office.city()));
                    office.phone().ifPresent(phone -> fields.put("phone", new Value.Phone(phone)));
                    return new Value.Row(fields);
                })
                .toList());
    }

    /** A lawmaker's offices in the order in which a person may want to call them. */
    public static Order of(Lawmaker lawmaker, JavaStep.Facts facts, Directory directory, LocalDate today) {
        Order held = held(lawmaker, facts, directory);
        return held.by() == By.PLACE ? held : byDistrict(lawmaker, facts, directory, today);
    }

    /** The same from what is held in memory only, which needs no boundaries. */
    public static Order held(Lawmaker lawmaker, JavaStep.Facts facts, Directory directory) {
        List<DistrictOffice> offices = callable(lawmaker, directory);
        List<DistrictOffice> near = numbers(facts).stream()
                .flatMap(number ->
                        offices.stream().filter(office -> number(office).equals(number)))
                .toList();
        Stream<DistrictOffice> others = offices.stream().filter(office -> !near.contains(office));
        return new Order(Stream.concat(near.stream(), others).toList(), near.isEmpty() ? By.TABLE : By.PLACE);
    }

    private static Order byDistrict(Lawmaker lawmaker, JavaStep.Facts facts, Directory directory, LocalDate today) {
        List<DistrictOffice> offices = callable(lawmaker, directory);
        return Home.district(facts, directory, today)
                .filter(district -> !district.isAtLarge())
                .flatMap(district -> directory.middle(district, today))
                .map(middle -> new Order(DistrictOffice.nearestFirst(offices, middle), By.DISTRICT))
                .orElseGet(() -> new Order(offices, By.TABLE));
    }

    /**
     * What can truthfully be said of an office now, however it was chosen: {@code place} and {@code district} for the nearest
     * one, {@code place-next} and {@code district-next} for the one after it, else {@code table}.
     */
    public static String standing(
            Lawmaker lawmaker, DistrictOffice office, JavaStep.Facts facts, Directory directory, LocalDate today) {
        Order order = of(lawmaker, facts, directory, today);
        int rank = order.offices().indexOf(office);
        boolean near = rank >= 0 && rank < HELD && office.position().isPresent();
        if (order.by() == By.TABLE
                || !near
                || (order.by() == By.PLACE && !numbers(facts).contains(number(office)))) {
            return "table";
        }
        return (order.by() == By.PLACE ? "place" : "district") + (rank == 0 ? "" : "-next");
    }

    private static String number(DistrictOffice office) {
        return office.phone().orElse("");
    }

    private static List<String> numbers(JavaStep.Facts facts) {
        return List.of(facts.textOrEmpty(NEARBY).split(" "));
    }

    /** The numbers to hold for a place in one of the given states. */
    static Value.Text near(String place, List<String> states, Directory directory, LocalDate today) {
        List<String> numbers = new ArrayList<>();
        for (String state : states) {
            Optional<Position> point = directory.position(place, state);
            point.ifPresent(there -> lawmakers(state, directory, today)
                    .forEach(lawmaker -> DistrictOffice.nearestFirst(callable(lawmaker, directory), there).stream()
                            .filter(office -> office.position().isPresent())
                            .limit(HELD)
                            .forEach(office -> numbers.add(number(office)))));
        }
        return new Value.Text(String.join(" ", numbers), true);
    }

    /** The senators of a state, or the delegate of a place that has none. */
    private static List<Lawmaker> lawmakers(String state, Directory directory, LocalDate today) {
        Stream<Seat> house = directory.districts(state).stream()
                .filter(District::isAtLarge)
                .flatMap(district -> directory.seats(district, today).stream());
        return Stream.concat(directory.senateSeats(state, today).stream(), house)
                .flatMap(seat -> seat.holder().stream())
                .distinct()
                .toList();
    }
}
