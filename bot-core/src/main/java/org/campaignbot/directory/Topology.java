package org.campaignbot.directory;

import java.util.List;

/**
 * District boundaries in TopoJSON's form: lines that neighbors share, and districts made of lines.
 *
 * @param arcs the lines; each is longitude, latitude, longitude, latitude … in degrees
 * @param shapes the districts, in any order
 */
public record Topology(List<double[]> arcs, List<Shape> shapes) {

    /**
     * One district.
     *
     * @param polygons its parts; a part is an outer ring and its holes; a ring is the numbers of its arcs in order,
     *     where {@code ~n} is arc {@code n} backwards
     */
    public record Shape(District district, List<List<int[]>> polygons) {
        public Shape {
            polygons = polygons.stream().map(List::copyOf).toList();
        }
    }

    public Topology {
        arcs = List.copyOf(arcs);
        shapes = List.copyOf(shapes);
    }
}
