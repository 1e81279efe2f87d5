package org.campaignbot.directory;

import java.util.List;

/**
 * Where the area beyond a state's outer border is another country, not the sea. A point in the sea belongs to the shore it is
 * near; a point in Tijuana doesn't belong to San Diego.
 */
final class BorderMask {

    private record Box(String state, double south, double north, double west, double east) {

        boolean holds(String nearest, double latitude, double longitude) {
            return state.equals(nearest)
                    && latitude >= south
                    && latitude <= north
                    && longitude >= west
                    && longitude <= east;
        }
    }

    /**
     * Derived from the boundaries: each box contains the parts of a state's outer border that face Canada, Mexico or the British
     * Virgin Islands, and leaves out its coast. The waters of the Great Lakes are divided up, so Ontario lies beyond a state's
     * part of them; Illinois, whose part the boundaries leave out, isn't here.
     */
    private static final List<Box> BOXES = List.of(
            everywhere("AZ"),
            everywhere("ID"),
            everywhere("MN"),
            everywhere("MT"),
            everywhere("ND"),
            everywhere("NM"),
            everywhere("OH"),
            everywhere("PA"),
            everywhere("VT"),
            new Box("AK", 60.05, 72, -141.5, -138),
            new Box("AK", 59, 61, -138, -130),
            new Box("AK", 55.3, 59, -131.9, -129),
            new Box("CA", 32, 32.57, -118, -117),
            new Box("CA", 32, 33, -117, -114),
            new Box("ME", 44.6, 48, -72, -66),
            new Box("MI", 43, 49, -90, -82),
            new Box("MI", 41, 43, -85, -82),
            new Box("NH", 44, 46, -72, -70),
            new Box("NY", 42, 46, -80, -73),
            new Box("TX", 25, 32.5, -107, -97.25),
            new Box("TX", 25, 25.98, -97.25, -96.5),
            new Box("VI", 18.373, 18.6, -64.8, -64.3),
            new Box("WA", 48.1, 49.5, -124.9, -116));

    private BorderMask() {}

    private static Box everywhere(String state) {
        return new Box(state, -90, 90, -180, 180);
    }

    /** Whether a point outside every district, nearest to that state, is in another country. */
    static boolean holds(String nearestState, double latitude, double longitude) {
        for (Box box : BOXES) {
            if (box.holds(nearestState, latitude, longitude)) {
                return true;
            }
        }
        return false;
    }
}
