package org.campaignbot.content.maps;

import java.util.ArrayList;
import java.util.List;
import org.campaignbot.directory.District;

/**
 * The area of a district as a source draws it, before lines are shared.
 *
 * @param polygons its parts; a part is an outer ring and its holes; a ring is longitude, latitude, longitude, latitude … in degrees,
 *     and ends where it begins
 */
record DistrictOutline(District district, List<List<double[]>> polygons) {

    DistrictOutline {
        polygons = polygons.stream().map(List::copyOf).toList();
    }

    /** Sorts rings into parts: a ring that turns clockwise is an outer one, as shapefiles have it, and any other a hole of the outer around it. */
    static List<List<double[]>> parts(List<double[]> rings) {
        List<List<double[]>> parts = new ArrayList<>();
        for (double[] ring : rings) {
            if (doubleArea(ring) <= 0) {
                parts.add(new ArrayList<>(List.of(ring)));
            }
        }
        for (double[] ring : rings) {
            if (doubleArea(ring) > 0) {
                parts.stream()
                        .filter(part -> holds(part.get(0), ring[0], ring[1]))
                        .findFirst()
                        .ifPresentOrElse(part -> part.add(ring), () -> parts.add(new ArrayList<>(List.of(ring))));
            }
        }
        return parts;
    }

    /** Twice the area; negative where the ring turns clockwise. */
    private static double doubleArea(double[] ring) {
        double area = 0;
        for (int i = 0; i + 3 < ring.length; i += 2) {
            area += (ring[i] - ring[0]) * (ring[i + 3] - ring[1]) - (ring[i + 2] - ring[0]) * (ring[i + 1] - ring[1]);
        }
        return area;
    }

    private static boolean holds(double[] ring, double x, double y) {
        boolean inside = false;
        for (int i = 0; i + 3 < ring.length; i += 2) {
            if ((ring[i + 1] > y) != (ring[i + 3] > y)
                    && x < ring[i] + (y - ring[i + 1]) / (ring[i + 3] - ring[i + 1]) * (ring[i + 2] - ring[i])) {
                inside = !inside;
            }
        }
        return inside;
    }
}
