package org.campaignbot.directory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The area far from every border, divided into cells: a point in such a cell needs no closer check. Cells of a fiftieth of a
 * degree (about two kilometers) form blocks of sixteen by sixteen. Only blocks that a border crosses have separate cells; the
 * others are uniform.
 */
final class DistrictGrid {

    /** What {@link #at} returns if a border is near, so that only an exact check can tell. */
    static final int UNSURE = -2;

    private static final int CELLS_IN_A_DEGREE = 50;
    private static final int SIDE = 16;
    private static final int COLUMNS = 360 * CELLS_IN_A_DEGREE / SIDE + 1;
    private static final int ROWS = 180 * CELLS_IN_A_DEGREE / SIDE + 1;
    private static final short[] UNTOUCHED = {};

    private final short[][] blocks = new short[ROWS * COLUMNS][];

    DistrictGrid(Topology topology, ArcSides sides) {
        Arrays.fill(blocks, UNTOUCHED);
        for (double[] arc : topology.arcs()) {
            for (int i = 0; i + 3 < arc.length; i += 2) {
                markLine(arc[i], arc[i + 1], arc[i + 2], arc[i + 3]);
            }
        }
        List<List<Crossing>> crossings = crossings(topology);
        for (int row = 0; row < crossings.size(); row++) {
            fillRow(row, crossings.get(row), sides);
        }
    }

    /** The number of the district, {@link Shapes#NOWHERE}, or {@link #UNSURE}. */
    int at(double latitude, double longitude) {
        int row = cell(latitude + 90);
        int column = cell(longitude + 180);
        short[] block = blocks[row / SIDE * COLUMNS + column / SIDE];
        return block.length == 1 ? block[0] : block[row % SIDE * SIDE + column % SIDE];
    }

    private static int cell(double degrees) {
        return (int) (degrees * CELLS_IN_A_DEGREE);
    }

    /** Marks the cells within the unsure distance of a line, piece by piece so that a long slanted line marks few. */
    private void markLine(double x1, double y1, double x2, double y2) {
        double length = Math.max(Math.abs(x2 - x1), Math.abs(y2 - y1));
        int pieces = 1 + (int) (length * CELLS_IN_A_DEGREE);
        GroundScale scale = GroundScale.at(Math.max(Math.abs(y1), Math.abs(y2)));
        double wide = Boundaries.UNSURE_METRES / scale.east();
        double high = Boundaries.UNSURE_METRES / scale.north();
        for (int i = 0; i < pieces; i++) {
            double fromX = x1 + (x2 - x1) * i / pieces;
            double fromY = y1 + (y2 - y1) * i / pieces;
            double toX = x1 + (x2 - x1) * (i + 1) / pieces;
            double toY = y1 + (y2 - y1) * (i + 1) / pieces;
            markBox(
                    Math.min(fromX, toX) - wide,
                    Math.max(fromX, toX) + wide,
                    Math.min(fromY, toY) - high,
                    Math.max(fromY, toY) + high);
        }
    }

    private void markBox(double west, double east, double south, double north) {
        int firstColumn = Math.max(0, cell(west + 180));
        int lastColumn = Math.min(COLUMNS * SIDE - 1, cell(east + 180));
        int lastRow = Math.min(ROWS * SIDE - 1, cell(north + 90));
        for (int row = Math.max(0, cell(south + 90)); row <= lastRow; row++) {
            for (int column = firstColumn; column <= lastColumn; column++) {
                int block = row / SIDE * COLUMNS + column / SIDE;
                if (blocks[block].length == 0) {
                    blocks[block] = new short[SIDE * SIDE];
                }
                blocks[block][row % SIDE * SIDE + column % SIDE] = UNSURE;
            }
        }
    }

    /**
     * Walks along the middle of a row of cells from west to east, and assigns the cells that no border is near to the districts
     * that the walk has entered and not left.
     */
    private void fillRow(int row, List<Crossing> crossings, ArcSides sides) {
        crossings.sort(Comparator.comparingDouble(Crossing::longitude));
        Walk walk = new Walk(crossings, sides);
        for (int column = 0; column < COLUMNS; column++) {
            int number = row / SIDE * COLUMNS + column;
            short[] block = blocks[number];
            int first = column * SIDE;
            if (block.length == SIDE * SIDE) {
                for (int i = 0; i < SIDE; i++) {
                    int cell = row % SIDE * SIDE + i;
                    if (block[cell] != UNSURE) {
                        block[cell] = walk.to(middle(first + i) - 180);
                    }
                }
            } else if (row % SIDE == 0) {
                blocks[number] = walk.untouched(middle(first) - 180);
            }
        }
    }

    private static double middle(int cell) {
        return (cell + 0.5) / CELLS_IN_A_DEGREE;
    }

    private static List<List<Crossing>> crossings(Topology topology) {
        List<List<Crossing>> rows = new ArrayList<>();
        for (int row = 0; row < ROWS * SIDE; row++) {
            rows.add(new ArrayList<>(0));
        }
        for (int number = 0; number < topology.arcs().size(); number++) {
            double[] arc = topology.arcs().get(number);
            for (int i = 0; i + 3 < arc.length; i += 2) {
                double south = Math.min(arc[i + 1], arc[i + 3]);
                double north = Math.max(arc[i + 1], arc[i + 3]);
                for (int row = cell(south + 90); row <= cell(north + 90); row++) {
                    double latitude = middle(row) - 90;
                    if (south <= latitude && latitude < north) {
                        double part = (latitude - arc[i + 1]) / (arc[i + 3] - arc[i + 1]);
                        rows.get(row).add(new Crossing(arc[i] + part * (arc[i + 2] - arc[i]), number));
                    }
                }
            }
        }
        return rows;
    }

    /** Where an arc crosses the middle of a row. */
    private record Crossing(double longitude, int arc) {}

    /** A walk east along a row, and the districts it is in: one, none, or several where lines overlap. */
    private static final class Walk {
        private final List<Crossing> crossings;
        private final ArcSides sides;
        private final Set<Integer> inside = new HashSet<>();
        private short[] block = UNTOUCHED;
        private short here = Shapes.NOWHERE;
        private int next;

        Walk(List<Crossing> crossings, ArcSides sides) {
            this.crossings = crossings;
            this.sides = sides;
        }

        short to(double longitude) {
            int before = next;
            while (next < crossings.size() && crossings.get(next).longitude() < longitude) {
                cross(sides.one(crossings.get(next).arc()));
                cross(sides.other(crossings.get(next).arc()));
                next++;
            }
            if (next != before) {
                here = (short) (inside.size() > 1 ? UNSURE : Shapes.NOWHERE);
                if (inside.size() == 1) {
                    here = inside.iterator().next().shortValue();
                }
            }
            return here;
        }

        /** A uniform block; neighbors in the same district share it. */
        short[] untouched(double longitude) {
            short district = to(longitude);
            if (block.length == 0 || block[0] != district) {
                block = new short[] {district};
            }
            return block;
        }

        private void cross(int district) {
            if (district != ArcSides.NOBODY && !inside.remove(district)) {
                inside.add(district);
            }
        }
    }

    /**
     * Meters per degree around a point, on the WGS 84 ellipsoid. Within 5 km the ground is flat to better than one part in a
     * thousand, at the latitudes where people live.
     *
     * @param east meters per degree of longitude
     * @param north meters per degree of latitude
     */
    record GroundScale(double east, double north) {

        private static final double EQUATOR_METRES = 6_378_137.0;
        private static final double ECCENTRICITY_SQUARED = 0.00669437999014;

        static GroundScale at(double latitude) {
            double radians = Math.toRadians(latitude);
            double sine = Math.sin(radians);
            double bulge = 1 - ECCENTRICITY_SQUARED * sine * sine;
            double across = EQUATOR_METRES / Math.sqrt(bulge);
            double along = across * (1 - ECCENTRICITY_SQUARED) / bulge;
            return new GroundScale(Math.toRadians(across * Math.cos(radians)), Math.toRadians(along));
        }

        /** The squared distance in meters from a point to a line, both given in degrees from the same origin. */
        double squareTo(double x1, double y1, double x2, double y2) {
            double ax = x1 * east;
            double ay = y1 * north;
            double dx = (x2 - x1) * east;
            double dy = (y2 - y1) * north;
            double length = dx * dx + dy * dy;
            double along = length == 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length));
            double px = ax + along * dx;
            double py = ay + along * dy;
            return px * px + py * py;
        }
    }
}
