package org.campaignbot.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The area that a ZIP code, a place or a position could stand for.
 *
 * @param districts the districts it touches, in order
 * @param states states it may lie in although the district isn't known, in order
 * @param special what it is if it lies in no state
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
        return new Area(
                List.copyOf(isInOrder(districts) ? districts : new TreeSet<>(districts)), List.of(), Special.NO);
    }

    private static boolean isInOrder(List<District> districts) {
        for (int i = 1; i < districts.size(); i++) {
            if (districts.get(i - 1).compareTo(districts.get(i)) >= 0) {
                return false;
            }
        }
        return true;
    }

    static Area inState(String state) {
        return new Area(List.of(), List.of(state), Special.NO);
    }

    boolean isNowhere() {
        return districts.isEmpty() && states.isEmpty() && special == Special.NO;
    }

    /** The union of both areas; a state without a known district adds nothing if a district of that state is known. */
    Area and(Area other) {
        if (isNowhere()) {
            return other;
        }
        List<District> allDistricts = merged(districts, other.districts);
        if (other.states.isEmpty() && allDistricts.size() == districts.size()) {
            return this;
        }
        List<String> allStates = new ArrayList<>(merged(states, other.states));
        allStates.removeIf(state -> holdsOneOf(allDistricts, state));
        return new Area(allDistricts, List.copyOf(allStates), Special.NO);
    }

    /** The sorted union of two sorted lists; the first list itself if the second adds nothing. */
    private static <T extends Comparable<T>> List<T> merged(List<T> some, List<T> others) {
        List<T> merged = new ArrayList<>(some.size() + others.size());
        int i = 0;
        int j = 0;
        while (i < some.size() || j < others.size()) {
            int order =
                    i == some.size() ? 1 : j == others.size() ? -1 : some.get(i).compareTo(others.get(j));
            merged.add(order <= 0 ? some.get(i) : others.get(j));
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return merged.size() == some.size() ? some : List.copyOf(merged);
    }

    private static boolean holdsOneOf(List<District> districts, String state) {
        for (District district : districts) {
            if (district.state().equals(state)) {
                return true;
            }
        }
        return false;
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
