package org.campaignbot.directory;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
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

    /** Every district that any code names. */
    Set<District> districts() {
        return districts;
    }
}
