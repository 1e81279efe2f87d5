package org.campaignbot.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All seats of Congress, by district and state. */
final class MemberIndex {

    private final Map<String, Chair> chairs = new TreeMap<>();
    private final Map<District, Chair> house = new HashMap<>();
    private final Map<String, List<Chair>> senate = new HashMap<>();
    private final Map<String, List<District>> districts = new HashMap<>();

    /**
     * Builds the seats.
     *
     * @param known every district, including those without a member
     * @param asOf the date of the names: a seat without one is vacant until the end of their Congress
     * @param corrected when seats are as organizers say and not as the tables do, by seat
     */
    MemberIndex(
            Collection<Lawmaker> lawmakers,
            Collection<District> known,
            LocalDate asOf,
            Map<String, List<Corrected>> corrected) {
        LocalDate congressEnds = Congress.start(Congress.number(asOf) + 1);
        Map<String, List<Lawmaker>> bySeat = new HashMap<>();
        NavigableSet<District> all = new TreeSet<>(known);
        for (Lawmaker lawmaker : lawmakers) {
            add(bySeat, lawmaker.seatId(), lawmaker);
            if (lawmaker.district().isPresent()) {
                all.add(lawmaker.district().get());
            }
        }
        for (District district : all) {
            add(districts, district.state(), district);
            String id = district.toString();
            List<Lawmaker> terms = bySeat.getOrDefault(id, List.of());
            Chair chair = new Chair(
                    id,
                    Chamber.HOUSE,
                    district.state(),
                    Optional.of(district),
                    terms,
                    corrected.getOrDefault(id, List.of()),
                    true,
                    congressEnds);
            house.put(district, chair);
            chairs.put(id, chair);
        }
        for (String state : States.codes()) {
            List<Chair> both = new ArrayList<>(2);
            for (int number : States.senateClasses(state)) {
                String id = Seat.senateId(state, number);
                both.add(new Chair(
                        id,
                        Chamber.SENATE,
                        state,
                        Optional.empty(),
                        bySeat.getOrDefault(id, List.of()),
                        corrected.getOrDefault(id, List.of()),
                        true,
                        congressEnds));
            }
            if (both.isEmpty()) {
                both.add(new Chair(
                        state + "-S",
                        Chamber.SENATE,
                        state,
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        false,
                        congressEnds));
            }
            senate.put(state, both);
            for (Chair chair : both) {
                chairs.put(chair.id(), chair);
            }
        }
    }

    private static <T> void add(Map<String, List<T>> lists, String key, T value) {
        @Nullable List<T> list = lists.get(key);
        if (list == null) {
            list = new ArrayList<>(2);
            lists.put(key, list);
        }
        list.add(value);
    }

    Optional<Chair> chair(String id) {
        return Optional.ofNullable(chairs.get(id));
    }

    boolean knows(District district) {
        return house.containsKey(district);
    }

    /** The districts of a state, in order; empty for a state that isn't in the tables. */
    List<District> districts(String state) {
        return districts.getOrDefault(state, List.of());
    }

    /** Whether the state has a single seat in the House: a small state, the District of Columbia, a territory. */
    boolean isOneSeat(String state) {
        List<District> there = districts(state);
        return there.size() == 1 && there.get(0).isAtLarge();
    }

    /** The states with a single seat. */
    Set<String> oneSeatStates() {
        return districts.keySet().stream().filter(this::isOneSeat).collect(Collectors.toUnmodifiableSet());
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

    /** The seats of a state in the Senate that nobody is known to hold, as they were on the last day of the last known term. */
    List<Seat> lastSenators(String state, LocalDate today) {
        return senate.getOrDefault(state, List.of()).stream()
                .filter(chair -> chair.on(today).holder().isEmpty())
                .flatMap(chair -> chair.terms().stream()
                        .map(Lawmaker::termEnd)
                        .filter(end -> !today.isBefore(end))
                        .max(Comparator.naturalOrder())
                        .map(end -> chair.on(end.minusDays(1)))
                        .stream())
                .toList();
    }

    /** The seats in the Senate that somebody holds. */
    List<Seat> sittingSenators(LocalDate today) {
        return senate.values().stream()
                .flatMap(List::stream)
                .map(chair -> chair.on(today))
                .filter(seat -> seat.status() == SeatStatus.FILLED)
                .toList();
    }

    List<String> seatIds() {
        return List.copyOf(chairs.keySet());
    }

    /**
     * A time in which a seat is as organizers say.
     *
     * @param from the first day
     * @param until the day at whose start it ends
     * @param asOf the day of the correction
     * @param vacant whether nobody holds the seat then
     */
    record Corrected(LocalDate from, LocalDate until, LocalDate asOf, boolean vacant) {
        boolean isOn(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(until);
        }
    }

    /**
     * A seat over time: the terms in the tables, which determine the seat on a given day.
     *
     * @param terms the members in the tables; usually one, none for a vacant seat
     * @param corrected the times in which organizers correct the tables
     * @param exists whether the seat exists at all
     * @param vacancyEnds the end of the Congress that the tables describe; after it we don't know whether the seat is still vacant
     */
    record Chair(
            String id,
            Chamber chamber,
            String state,
            Optional<District> district,
            List<Lawmaker> terms,
            List<Corrected> corrected,
            boolean exists,
            LocalDate vacancyEnds) {

        Seat on(LocalDate today) {
            if (!exists) {
                return seat(SeatStatus.NONE, Optional.empty(), Optional.empty(), today);
            }
            for (Lawmaker lawmaker : terms) {
                if (lawmaker.sitsOn(today)) {
                    boolean votes = chamber == Chamber.SENATE || States.hasSenators(state);
                    SeatStatus status = votes ? SeatStatus.FILLED : SeatStatus.DELEGATE;
                    return seat(status, Optional.of(lawmaker), Optional.empty(), today);
                }
            }
            Optional<LocalDate> lastEnd = Stream.concat(
                            terms.stream().map(Lawmaker::termEnd),
                            corrected.stream().filter(Corrected::vacant).map(Corrected::until))
                    .filter(end -> !today.isBefore(end))
                    .max(Comparator.naturalOrder());
            boolean declared = corrected.stream().anyMatch(each -> each.vacant() && each.isOn(today));
            if (declared || (lastEnd.isEmpty() && today.isBefore(vacancyEnds))) {
                return seat(SeatStatus.VACANT, Optional.empty(), Optional.empty(), today);
            }
            return seat(SeatStatus.EXPIRED, Optional.empty(), lastEnd.or(() -> Optional.of(vacancyEnds)), today);
        }

        private Seat seat(SeatStatus status, Optional<Lawmaker> holder, Optional<LocalDate> since, LocalDate today) {
            Optional<LocalDate> correctedOn = corrected.stream()
                    .filter(each -> each.isOn(today))
                    .map(Corrected::asOf)
                    .max(Comparator.naturalOrder());
            return new Seat(id, chamber, state, district, status, holder, since, correctedOn);
        }
    }
}
