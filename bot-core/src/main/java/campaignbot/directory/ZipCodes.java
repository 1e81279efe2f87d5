package campaignbot.directory;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ground of every ZIP code, in a table of all hundred thousand numbers: two bytes each, found in one step. */
final class ZipCodes {

    private final char[] areaOf = new char[100_000];
    private final List<Area> areas = new ArrayList<>();
    private final IdentityHashMap<List<District>, Character> known = new IdentityHashMap<>();

    ZipCodes() {
        areas.add(Area.NOWHERE);
    }

    Area add(ZipEntry entry) {
        char number = areaNumber(entry);
        areaOf[entry.code()] = number;
        return areas.get(number);
    }

    // Readers hand the same list for the same districts, so that a few thousand grounds serve all codes.
    private char areaNumber(ZipEntry entry) {
        @Nullable Character number = known.get(entry.districts());
        if (number != null && entry.kind() == ZipEntry.Kind.DISTRICTS) {
            return number;
        }
        Area area = switch (entry.kind()) {
            case DISTRICTS -> Area.of(entry.districts());
            case STATE_ONLY -> Area.inState(entry.state().orElseThrow());
            case MILITARY -> Area.MILITARY;
            case NO_MEMBER -> Area.NO_MEMBER;
        };
        char next = (char) areas.size();
        areas.add(area);
        if (entry.kind() == ZipEntry.Kind.DISTRICTS) {
            known.put(entry.districts(), next);
        }
        return next;
    }

    /** The ground of the code; {@link Area#NOWHERE} for a number that is no ZIP code. */
    Area at(int code) {
        return areas.get(areaOf[code]);
    }
}
