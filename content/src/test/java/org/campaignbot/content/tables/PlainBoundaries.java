package org.campaignbot.content.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.campaignbot.directory.Topology;

/** The boundaries without any index: every line is looked at, in the plainest arithmetic that is right. */
final class PlainBoundaries {

    private static final double METRES_PER_DEGREE = 111_195;

    private final Topology topology;

    private PlainBoundaries(Topology topology) {
        this.topology = topology;
    }

    static PlainBoundaries read() {
        return new PlainBoundaries(TopoJson.read(Shipped.FOLDER, "districts-cd119.topojson", new TableProblems())
                .orElseThrow());
    }

    /** The districts whose rings a ray to the east crosses an odd number of times. */
    List<String> districtsAt(double latitude, double longitude) {
        boolean[] odd = new boolean[topology.arcs().size()];
        for (int i = 0; i < odd.length; i++) {
            double[] arc = topology.arcs().get(i);
            for (int j = 0; j + 3 < arc.length; j += 2) {
                if ((arc[j + 1] > latitude) != (arc[j + 3] > latitude)) {
                    double part = (latitude - arc[j + 1]) / (arc[j + 3] - arc[j + 1]);
                    odd[i] ^= arc[j] + part * (arc[j + 2] - arc[j]) > longitude;
                }
            }
        }
        List<String> inside = new ArrayList<>();
        for (Topology.Shape shape : topology.shapes()) {
            boolean in = false;
            for (List<int[]> rings : shape.polygons()) {
                for (int[] ring : rings) {
                    for (int reference : ring) {
                        in ^= odd[reference < 0 ? ~reference : reference];
                    }
                }
            }
            if (in) {
                inside.add(shape.district().toString());
            }
        }
        return inside;
    }

    /** The distance to the border of every district within about a kilometre. */
    Map<String, Double> metresToBorders(double latitude, double longitude) {
        double[] nearest = new double[topology.arcs().size()];
        for (int i = 0; i < nearest.length; i++) {
            nearest[i] = metresToArc(topology.arcs().get(i), latitude, longitude);
        }
        Map<String, Double> metres = new HashMap<>();
        for (Topology.Shape shape : topology.shapes()) {
            for (List<int[]> rings : shape.polygons()) {
                for (int[] ring : rings) {
                    for (int reference : ring) {
                        double distance = nearest[reference < 0 ? ~reference : reference];
                        if (distance < 1_000) {
                            metres.merge(shape.district().toString(), distance, Math::min);
                        }
                    }
                }
            }
        }
        return metres;
    }

    private static double metresToArc(double[] arc, double latitude, double longitude) {
        double east = METRES_PER_DEGREE * Math.cos(Math.toRadians(latitude));
        double nearest = Double.MAX_VALUE;
        for (int j = 0; j + 3 < arc.length; j += 2) {
            double y1 = (arc[j + 1] - latitude) * METRES_PER_DEGREE;
            double y2 = (arc[j + 3] - latitude) * METRES_PER_DEGREE;
            if (Math.min(y1, y2) < 1_000 && Math.max(y1, y2) > -1_000) {
                double x1 = (arc[j] - longitude) * east;
                double x2 = (arc[j + 2] - longitude) * east;
                nearest = Math.min(nearest, metresToLine(x1, y1, x2, y2));
            }
        }
        return nearest;
    }

    private static double metresToLine(double x1, double y1, double x2, double y2) {
        double squared = (x2 - x1) * (x2 - x1) + (y2 - y1) * (y2 - y1);
        double along = squared == 0 ? 0 : -(x1 * (x2 - x1) + y1 * (y2 - y1)) / squared;
        double clamped = Math.max(0, Math.min(1, along));
        return Math.hypot(x1 + clamped * (x2 - x1), y1 + clamped * (y2 - y1));
    }
}
