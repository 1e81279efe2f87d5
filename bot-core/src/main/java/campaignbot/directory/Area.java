package campaignbot.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The ground that a ZIP code, a place or a position could stand for.
 *
 * @param districts the districts it touches, in order
 * @param states states it may lie in without the district being known, in order
 * @param special what it is when it lies in no state
 */
record Area(List<District> districts, List<String> states, Special special) {

    enum Special {
        NO,
        MILITARY,
        NO_MEMBER
    }

    static final Area NOWHERE = new Area(List.of(), List.of(), Special.NO);
    static final Area MILITARY = new Area(List.of(), List.of(), Special.MILITARY);
    static final Area NO_MEMBER = new Area(List.of(), List.of(), Special.NO_MEMBER);

    static Area of(List<District> districts) {
        return new Area(List.copyOf(new TreeSet<>(districts)), List.of(), Special.NO);
    }

    static Area inState(String state) {
        return new Area(List.of(), List.of(state), Special.NO);
    }

    boolean isNowhere() {
        return districts.isEmpty() && states.isEmpty() && special == Special.NO;
    }

    /** Both grounds together; a state without a known district adds nothing where a district of that state is known. */
    Area and(Area other) {
        if (other.isNowhere() || (other.states.isEmpty() && districts.containsAll(other.districts))) {
            return isNowhere() ? other : this;
        }
        if (isNowhere()) {
            return other;
        }
        NavigableSet<District> allDistricts = new TreeSet<>(districts);
        allDistricts.addAll(other.districts);
        NavigableSet<String> allStates = new TreeSet<>(states);
        allStates.addAll(other.states);
        allDistricts.forEach(district -> allStates.remove(district.state()));
        Special both = allDistricts.isEmpty() && allStates.isEmpty() ? other.special : Special.NO;
        return new Area(List.copyOf(allDistricts), List.copyOf(allStates), both);
    }

    /** The part of it that lies in that state. */
    Area within(String state) {
        List<District> there = new ArrayList<>(districts.size());
        for (District district : districts) {
            if (district.state().equals(state)) {
                there.add(district);
            }
        }
        return new Area(List.copyOf(there), states.contains(state) ? List.of(state) : List.of(), Special.NO);
    }
}
