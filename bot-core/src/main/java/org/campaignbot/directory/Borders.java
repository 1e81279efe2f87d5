package org.campaignbot.directory;

import java.util.Arrays;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.hprtree.HPRtree;

/** The lines between districts, indexed by location, with the districts on either side of each. */
final class Borders {

    private static final int LINES_IN_A_RUN = 12;

    private final HPRtree runs = new HPRtree();

    /** Part of an arc: the lines between two of its points, with a district on each side. */
    private static final class Run {
        private final double[] arc;
        private final int from;
        private final int to;
        private final int oneSide;
        private final int otherSide;

        Run(double[] arc, int from, int to, int oneSide, int otherSide) {
            this.arc = arc;
            this.from = from;
            this.to = to;
            this.oneSide = oneSide;
            this.otherSide = otherSide;
        }

        double squareTo(double latitude, double longitude, DistrictGrid.GroundScale scale) {
            double square = Double.MAX_VALUE;
            for (int i = 2 * from; i < 2 * to; i += 2) {
                double toLine = scale.squareTo(
                        arc[i] - longitude, arc[i + 1] - latitude, arc[i + 2] - longitude, arc[i + 3] - latitude);
                square = Math.min(square, toLine);
            }
            return square;
        }
    }

    Borders(Topology topology, ArcSides sides) {
        for (int i = 0; i < topology.arcs().size(); i++) {
            addRuns(topology.arcs().get(i), sides.one(i), sides.other(i));
        }
        runs.build();
    }

    private void addRuns(double[] arc, int oneSide, int otherSide) {
        int points = arc.length / 2;
        for (int from = 0; from < points - 1; from += LINES_IN_A_RUN) {
            int to = Math.min(points - 1, from + LINES_IN_A_RUN);
            Envelope around = new Envelope();
            for (int i = from; i <= to; i++) {
                around.expandToInclude(arc[2 * i], arc[2 * i + 1]);
            }
            runs.insert(around, new Run(arc, from, to, oneSide, otherSide));
        }
    }

    /** The districts whose border runs within this many meters of a point, with their distances. */
    Nearby around(double latitude, double longitude, double metres) {
        DistrictGrid.GroundScale scale = DistrictGrid.GroundScale.at(latitude);
        Nearby nearby = new Nearby(metres);
        double wide = metres / scale.east();
        double high = metres / scale.north();
        Envelope reach = new Envelope(longitude - wide, longitude + wide, latitude - high, latitude + high);
        runs.query(reach, item -> {
            Run run = (Run) item;
            double square = run.squareTo(latitude, longitude, scale);
            nearby.note(run.oneSide, square);
            nearby.note(run.otherSide, square);
        });
        return nearby;
    }

    /** A handful of districts with the distance to their nearest border. */
    static final class Nearby {
        private final double limit;
        private int[] districts = new int[4];
        private double[] squares = new double[4];
        private int size;

        Nearby(double metres) {
            limit = metres * metres;
        }

        private void note(int district, double square) {
            if (district == ArcSides.NOBODY || square > limit) {
                return;
            }
            for (int i = 0; i < size; i++) {
                if (districts[i] == district) {
                    squares[i] = Math.min(squares[i], square);
                    return;
                }
            }
            if (size == districts.length) {
                districts = Arrays.copyOf(districts, 2 * size);
                squares = Arrays.copyOf(squares, 2 * size);
            }
            districts[size] = district;
            squares[size] = square;
            size++;
        }

        int size() {
            return size;
        }

        int district(int index) {
            return districts[index];
        }

        double metres(int index) {
            return Math.sqrt(squares[index]);
        }
    }
}
