package org.campaignbot.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The area of every ZIP code, in a table of all hundred thousand numbers: two bytes each, found in one step. */
final class ZipCodes {

    private final char[] areaOf = new char[100_000];
    private final List<Area> areas = new ArrayList<>();
    // Readers pass the same list for the same districts, so a few thousand areas serve all codes.
    private final IdentityHashMap<List<District>, Character> known = new IdentityHashMap<>();
    private final Set<District> districts = new TreeSet<>();
    private final Map<Integer, List<District>> largestFirst = new HashMap<>();

    ZipCodes() {
        areas.add(Area.NOWHERE);
    }

    /** Adds a code, and returns its area. */
    Area add(ZipEntry entry) {
        @Nullable
        Character number = switch (entry.kind()) {
            case DISTRICTS -> known.get(entry.districts());
            case STATE_ONLY -> number(Area.inState(entry.state().orElseThrow()));
            case MILITARY -> number(Area.MILITARY);
            case NO_MEMBER -> number(Area.NO_MEMBER);
        };
        if (number == null) {
            number = number(Area.of(entry.districts()));
            known.put(entry.districts(), number);
            districts.addAll(entry.districts());
        }
        areaOf[entry.code()] = number;
        if (!entry.largestFirst().isEmpty()) {
            largestFirst.put(entry.code(), entry.largestFirst());
        }
        return areas.get(number);
    }

    private Character number(Area area) {
        areas.add(area);
        return (char) (areas.size() - 1);
    }

    /** The area of the code; {@link Area#NOWHERE} if the number isn't a ZIP code. */
    Area at(int code) {
        return areas.get(areaOf[code]);
    }

    /** The districts of a code, the one with most of it first; empty if the shares aren't known. */
    List<District> largestFirst(int code) {
        return largestFirst.getOrDefault(code, List.of());
    }

    /** Every district that any code names. */
    Set<District> districts() {
        return districts;
    }
}
