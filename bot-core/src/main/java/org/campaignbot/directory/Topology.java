package org.campaignbot.directory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

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

    /** The same boundaries with those of some states from another map; lines that no district uses any more are left out. */
    public Topology with(Topology other, Set<String> states) {
        List<double[]> lines = new ArrayList<>();
        List<Shape> all = new ArrayList<>();
        take(shape -> !states.contains(shape.district().state()), lines, all);
        other.take(shape -> states.contains(shape.district().state()), lines, all);
        return new Topology(lines, all);
    }

    /** Adds the shapes that are wanted, and their lines under new numbers. */
    private void take(Predicate<Shape> wanted, List<double[]> lines, List<Shape> all) {
        int[] numbers = new int[arcs.size()];
        Arrays.fill(numbers, -1);
        for (Shape shape : shapes) {
            if (wanted.test(shape)) {
                List<List<int[]>> polygons = new ArrayList<>();
                for (List<int[]> rings : shape.polygons()) {
                    polygons.add(rings.stream()
                            .map(ring -> Arrays.stream(ring)
                                    .map(arc -> arc < 0 ? ~number(~arc, numbers, lines) : number(arc, numbers, lines))
                                    .toArray())
                            .toList());
                }
                all.add(new Shape(shape.district(), polygons));
            }
        }
    }

    private int number(int arc, int[] numbers, List<double[]> lines) {
        if (numbers[arc] < 0) {
            numbers[arc] = lines.size();
            lines.add(arcs.get(arc));
        }
        return numbers[arc];
    }
}
