package campaignbot.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** All seats of Congress, and which of them go with a district or a state. */
final class Roll {

    private final Map<String, Chair> chairs = new TreeMap<>();
    private final Map<District, Chair> house = new HashMap<>();
    private final Map<String, List<Chair>> senate = new HashMap<>();
    private final Map<String, List<District>> districts = new HashMap<>();
    private final Map<String, LocalDate> newMapNeeded = new HashMap<>();

    /**
     * Calls the roll.
     *
     * @param known every district there is, those without a member included
     * @param asOf the state of the table of lawmakers
     * @param map the number of the Congress whose districts the ZIP codes and boundaries show
     */
    Roll(Collection<Lawmaker> lawmakers, Collection<District> known, LocalDate asOf, int map) {
        LocalDate congressEnds = Congress.start(Congress.number(asOf) + 1);
        Map<String, List<Lawmaker>> bySeat = new HashMap<>();
        for (Lawmaker lawmaker : lawmakers) {
            bySeat.computeIfAbsent(lawmaker.seatId(), id -> new ArrayList<>(1)).add(lawmaker);
        }
        NavigableSet<District> all = new TreeSet<>(known);
        lawmakers.forEach(lawmaker -> lawmaker.district().ifPresent(all::add));
        for (District district : all) {
            String id = district.toString();
            Optional<District> itself = Optional.of(district);
            List<Lawmaker> terms = List.copyOf(bySeat.getOrDefault(id, List.of()));
            house.put(district, new Chair(id, Chamber.HOUSE, district.state(), itself, terms, true, congressEnds));
            districts
                    .computeIfAbsent(district.state(), state -> new ArrayList<>())
                    .add(district);
        }
        for (String state : States.codes()) {
            Stream<String> ids = States.hasSenators(state)
                    ? States.senateClasses(state).stream().map(number -> Seat.senateId(state, number))
                    : Stream.of(state + "-S");
            senate.put(
                    state,
                    ids.map(id -> new Chair(
                                    id,
                                    Chamber.SENATE,
                                    state,
                                    Optional.empty(),
                                    List.copyOf(bySeat.getOrDefault(id, List.of())),
                                    States.hasSenators(state),
                                    congressEnds))
                            .toList());
        }
        house.values().forEach(chair -> chairs.put(chair.id(), chair));
        senate.values().forEach(both -> both.forEach(chair -> chairs.put(chair.id(), chair)));
        noteNewTerms(lawmakers, Congress.start(map + 1));
    }

    private void noteNewTerms(Collection<Lawmaker> lawmakers, LocalDate mapEnds) {
        for (Lawmaker lawmaker : lawmakers) {
            if (lawmaker.district().isPresent()
                    && !isOneSeat(lawmaker.state())
                    && !lawmaker.termStart().isBefore(mapEnds)) {
                newMapNeeded.merge(
                        lawmaker.state(), lawmaker.termStart(), (one, other) -> one.isBefore(other) ? one : other);
            }
        }
    }

    Optional<Chair> chair(String id) {
        return Optional.ofNullable(chairs.get(id));
    }

    boolean knows(District district) {
        return house.containsKey(district);
    }

    /** The districts of a state, in order; empty for a state that the tables do not know. */
    List<District> districts(String state) {
        return districts.getOrDefault(state, List.of());
    }

    /** Whether the state has a single seat in the House: a small state, the District of Columbia, a territory. */
    boolean isOneSeat(String state) {
        List<District> there = districts(state);
        return there.size() == 1 && there.get(0).isAtLarge();
    }

    /** Whether the map still shows the districts whose members sit on that day. */
    boolean mapServes(String state, LocalDate today) {
        LocalDate since = newMapNeeded.get(state);
        return since == null || today.isBefore(since);
    }

    void addHouseSeat(District district, LocalDate today, Collection<Seat> seats) {
        Chair chair = house.get(district);
        if (chair != null) {
            seats.add(chair.on(today));
        }
    }

    void addSenateSeats(String state, LocalDate today, Collection<Seat> seats) {
        for (Chair chair : senate.getOrDefault(state, List.of())) {
            seats.add(chair.on(today));
        }
    }

    List<String> seatIds() {
        return List.copyOf(chairs.keySet());
    }
}
