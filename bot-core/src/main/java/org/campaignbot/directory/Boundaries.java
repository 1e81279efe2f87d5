package org.campaignbot.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The district boundaries, indexed to find the district of a point. Immutable and thread-safe.
 *
 * <p>Alaska reaches across the antimeridian, with Attu at 173 degrees east. The file keeps both sides as they are, no polygon
 * crosses the line, and the nearest land is nearly twice as far from it as a point offshore may be. So nothing needs to be
 * wrapped around.
 */
public final class Boundaries {

    /** Borders are accurate to some tens of meters (SOURCES.md, Boundaries): if one is nearer than this, ask. */
    static final double UNSURE_METRES = 100;

    /** How far offshore a point still belongs to the shore (design, Lawmakers). */
    static final double SHORE_METRES = 5_000;

    /** How far from a ZIP code's point its other districts are looked for, to put them in order. */
    private static final double NEIGHBOR_METRES = 40_000;

    private final List<District> districts;
    private final Shapes shapes;
    private final Borders borders;
    private final DistrictGrid districtGrid;

    private Boundaries(Topology topology) {
        districts = topology.shapes().stream().map(Topology.Shape::district).toList();
        shapes = new Shapes(topology);
        ArcSides sides = new ArcSides(topology);
        borders = new Borders(topology, sides);
        districtGrid = new DistrictGrid(topology, sides);
    }

    /** Indexes the boundaries; takes a few hundred milliseconds. */
    public static Boundaries of(Topology topology) {
        return new Boundaries(topology);
    }

    /** The districts that have boundaries, in the order of the file. */
    public List<District> districts() {
        return districts;
    }

    /** The district of a point, or all that it may be in; none abroad and on the open sea. */
    public List<District> around(Position position) {
        return at(position).districts();
    }

    /** A point well inside a district; empty if the district has no boundaries. */
    Optional<Position> middle(District district) {
        int number = districts.indexOf(district);
        return number < 0 ? Optional.empty() : Optional.of(shapes.middle(number));
    }

    /** The districts by how near their ground is to a point: first the one around it, last those far away, in their own order. */
    List<District> nearestFirst(List<District> some, Position position) {
        double latitude = position.latitude();
        double longitude = position.longitude();
        Map<District, Double> metres = new HashMap<>();
        Borders.Nearby nearby = borders.around(latitude, longitude, NEIGHBOR_METRES);
        for (int i = 0; i < nearby.size(); i++) {
            metres.put(districts.get(nearby.district(i)), nearby.metres(i));
        }
        int home = shapes.at(latitude, longitude);
        if (home != Shapes.NOWHERE) {
            metres.put(districts.get(home), 0.0);
        }
        return some.stream()
                .sorted(Comparator.comparingDouble(each -> metres.getOrDefault(each, Double.MAX_VALUE)))
                .toList();
    }

    /**
     * Where a point lies.
     *
     * @param districts the district, or all that it may be in; none abroad and on the open sea
     * @param approximate whether it lies in none, and the nearest was taken
     */
    record Spot(List<District> districts, boolean approximate) {
        static final Spot OUTSIDE = new Spot(List.of(), false);
    }

    Spot at(Position position) {
        double latitude = position.latitude();
        double longitude = position.longitude();
        int sure = districtGrid.at(latitude, longitude);
        if (sure >= 0) {
            return new Spot(List.of(districts.get(sure)), false);
        }
        int home = sure == Shapes.NOWHERE ? sure : shapes.at(latitude, longitude);
        if (home == Shapes.NOWHERE) {
            return offShore(latitude, longitude);
        }
        Borders.Nearby nearby = borders.around(latitude, longitude, UNSURE_METRES);
        List<District> unsure = new ArrayList<>(nearby.size() + 1);
        unsure.add(districts.get(home));
        for (int i = 0; i < nearby.size(); i++) {
            if (nearby.district(i) != home) {
                unsure.add(districts.get(nearby.district(i)));
            }
        }
        return new Spot(unsure, false);
    }

    private Spot offShore(double latitude, double longitude) {
        Borders.Nearby nearby = borders.around(latitude, longitude, SHORE_METRES);
        double nearest = Double.MAX_VALUE;
        String state = "";
        for (int i = 0; i < nearby.size(); i++) {
            if (nearby.metres(i) < nearest) {
                nearest = nearby.metres(i);
                state = districts.get(nearby.district(i)).state();
            }
        }
        boolean abroad = nearest > UNSURE_METRES && BorderMask.holds(state, latitude, longitude);
        if (nearby.size() == 0 || abroad) {
            return Spot.OUTSIDE;
        }
        List<District> unsure = new ArrayList<>();
        for (int i = 0; i < nearby.size(); i++) {
            if (nearby.metres(i) <= nearest + UNSURE_METRES) {
                unsure.add(districts.get(nearby.district(i)));
            }
        }
        return new Spot(unsure, true);
    }

    /**
     * Where the area beyond a state's outer border is another country, not the sea. A point in the sea belongs to the shore it is
     * near; a point in Tijuana doesn't belong to San Diego.
     */
    static final class BorderMask {

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
}
