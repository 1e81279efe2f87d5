package org.campaignbot.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.campaignbot.directory.Lookup.StateOnly.Reason;

/** Turns the areas or names that a person could mean into an answer or a question, as of a day. */
final class LookupAnswers {

    private final MemberIndex memberIndex;
    private final Maps maps;

    LookupAnswers(MemberIndex memberIndex, Maps maps) {
        this.memberIndex = memberIndex;
        this.maps = maps;
    }

    Lookup state(String state, Reason reason, LocalDate today) {
        if (memberIndex.isOneSeat(state)) {
            return exact(memberIndex.districts(state).get(0), false, today);
        }
        List<Seat> seats = new ArrayList<>(2);
        memberIndex.addSenateSeats(state, today, seats);
        return new Lookup.StateOnly(state, seats, reason);
    }

    Lookup area(Area area, boolean approximate, LocalDate today) {
        return areaOrNamed(area, List.of(), approximate, today);
    }

    /** Everything that could be meant: the area of a ZIP code, place or position, and seats whose holder was named. */
    Lookup areaOrNamed(Area area, List<Seat> named, boolean approximate, LocalDate today) {
        if (named.isEmpty()) {
            if (area.special() != Area.Special.NO) {
                return area.special() == Area.Special.MILITARY ? new Lookup.Military() : new Lookup.Outside();
            }
            if (area.districts().size() == 1 && area.states().isEmpty()) {
                District only = area.districts().get(0);
                return maps.serves(only.state(), today)
                        ? exact(only, approximate, today)
                        : state(only.state(), Reason.NEW_MAP_MISSING, today);
            }
            if (area.districts().isEmpty() && area.states().size() == 1) {
                return state(area.states().get(0), Reason.ZIP_WITHOUT_DISTRICT, today);
            }
        } else if (named.size() == 1 && area.isNowhere()) {
            return new Lookup.Found(named.get(0));
        }
        return choice(area, named, approximate, List.of(), today);
    }

    /** A question about what a name means, the likeliest first. */
    Lookup meanings(List<Meaning> meanings, Area area, List<Seat> named, LocalDate today) {
        return choice(area, named, false, meanings, today);
    }

    /** A question about what a misspelled name means. */
    Lookup misspelled(List<Meaning> meanings, Area area, List<Seat> named, LocalDate today) {
        return choice(area, named, true, meanings, today);
    }

    /** The area of a town that was taken for its size. */
    Lookup town(String name, Area area, LocalDate today) {
        Lookup answer = area(area, false, today);
        Optional<String> town = Optional.of(name);
        if (answer instanceof Lookup.Exact exact) {
            return new Lookup.Exact(exact.district(), exact.seats(), false, town);
        } else if (answer instanceof Lookup.StateOnly only) {
            return new Lookup.StateOnly(only.state(), only.seats(), only.reason(), town);
        } else if (answer instanceof Lookup.Choice choice) {
            return new Lookup.Choice(
                    choice.districts(),
                    choice.states(),
                    choice.named(),
                    choice.seats(),
                    choice.approximate(),
                    choice.meanings(),
                    town);
        }
        return answer;
    }

    private Lookup exact(District district, boolean approximate, LocalDate today) {
        List<Seat> seats = new ArrayList<>(3);
        memberIndex.addHouseSeat(district, today, seats);
        memberIndex.addSenateSeats(district.state(), today, seats);
        return new Lookup.Exact(district, seats, approximate);
    }

    private Lookup choice(Area area, List<Seat> named, boolean approximate, List<Meaning> meanings, LocalDate today) {
        List<District> served = new ArrayList<>(area.districts().size());
        List<String> senates = new ArrayList<>(area.states());
        Set<String> unserved = new TreeSet<>(area.states());
        for (District district : area.districts()) {
            String state = district.state();
            if (senates.isEmpty() || !senates.get(senates.size() - 1).equals(state)) {
                senates.add(state);
            }
            if (maps.serves(state, today)) {
                served.add(district);
            } else {
                unserved.add(state);
            }
        }
        if (named.isEmpty() && served.isEmpty() && unserved.size() == 1 && !approximate) {
            return state(unserved.iterator().next(), Reason.NEW_MAP_MISSING, today);
        }
        List<Seat> seats = new ArrayList<>(served.size() + 2 * senates.size() + named.size());
        served.forEach(district -> memberIndex.addHouseSeat(district, today, seats));
        senates.forEach(state -> memberIndex.addSenateSeats(state, today, seats));
        return new Lookup.Choice(
                List.copyOf(districtsOf(served, named)),
                List.copyOf(unserved),
                named,
                withNamed(named, seats),
                approximate,
                meanings,
                Optional.empty());
    }

    private static List<Seat> withNamed(List<Seat> named, List<Seat> seats) {
        for (Seat seat : named) {
            if (seats.stream().noneMatch(other -> other.id().equals(seat.id()))) {
                seats.add(seat);
            }
        }
        return seats;
    }

    private static Collection<District> districtsOf(List<District> served, List<Seat> named) {
        if (named.isEmpty()) {
            return served;
        }
        Set<District> all = new TreeSet<>(served);
        named.forEach(seat -> seat.district().ifPresent(all::add));
        return all;
    }
}
