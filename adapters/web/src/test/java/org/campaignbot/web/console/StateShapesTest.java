package org.campaignbot.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The shapes of the states on the console's map are made of the districts' boundaries. With {@code -Dstate.shapes=write} this writes
 * them, which is only needed after the boundaries of a state itself have changed.
 */
class StateShapesTest {

    private static final Path BOUNDARIES = Path.of("..", "..", "content", "directory", "districts-cd119.topojson");
    private static final Path SHAPES = Path.of("src/main/resources/org/campaignbot/web/console/state-shapes.txt");
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private static final double TOLERANCE = 0.9;
    private static final double SMALLEST_ISLAND = 12;

    /** The equal-area projections that maps of the United States usually have, with Alaska and Hawaii below the others. */
    private static final double SCALE = 1_150;

    private static final Conic MAINLAND = new Conic(96, -0.6, 38.7, 29.5, 45.5, SCALE, 480, 270);
    private static final Conic ALASKA =
            new Conic(154, -2, 58.5, 55, 65, 0.35 * SCALE, 480 - 0.307 * SCALE, 270 + 0.201 * SCALE);
    private static final Conic HAWAII =
            new Conic(157, -3, 19.9, 8, 18, SCALE, 480 - 0.205 * SCALE, 270 + 0.212 * SCALE);

    /** Albers' projection, in pixels. */
    private record Conic(
            double west,
            double centerLongitude,
            double centerLatitude,
            double south,
            double north,
            double scale,
            double x,
            double y) {

        Coordinate at(double longitude, double latitude) {
            double turned = ((longitude + west + 540) % 360) - 180;
            Coordinate point = raw(turned, latitude);
            Coordinate center = raw(centerLongitude, centerLatitude);
            return new Coordinate(x + scale * (point.x - center.x), y - scale * (point.y - center.y));
        }

        private Coordinate raw(double longitude, double latitude) {
            double sine = Math.sin(Math.toRadians(south));
            double n = (sine + Math.sin(Math.toRadians(north))) / 2;
            double c = 1 + sine * (2 * n - sine);
            double radius = Math.sqrt(c - 2 * n * Math.sin(Math.toRadians(latitude))) / n;
            double angle = n * Math.toRadians(longitude);
            return new Coordinate(radius * Math.sin(angle), Math.sqrt(c) / n - radius * Math.cos(angle));
        }
    }

    @Test
    void theShapesAreThoseOfTheBoundaries() throws IOException {
        String made = make();
        if ("write".equals(System.getProperty("state.shapes"))) {
            Files.writeString(SHAPES, made);
        }
        assertThat(Files.readString(SHAPES)).isEqualTo(made);
        assertThat(made.lines()).hasSize(51);
        assertThat(made.length()).isLessThan(30_000);
    }

    private static String make() throws IOException {
        JsonNode topology = JsonMapper.builder().build().readTree(BOUNDARIES.toFile());
        List<List<double[]>> arcs = arcs(topology);
        Map<String, List<Integer>> byState = new TreeMap<>();
        for (JsonNode district : topology.at("/objects/districts/geometries")) {
            String state = district.get("id").asString().substring(0, 2);
            references(district.get("arcs"), byState.computeIfAbsent(state, key -> new ArrayList<>()));
        }
        return byState.entrySet().stream()
                .filter(each -> StateMap.STATES.contains(each.getKey()))
                .map(each -> line(each.getKey(), each.getValue(), arcs))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static List<List<double[]>> arcs(JsonNode topology) {
        double scale = topology.at("/transform/scale/0").asDouble();
        List<List<double[]>> arcs = new ArrayList<>();
        for (JsonNode arc : topology.get("arcs")) {
            List<double[]> points = new ArrayList<>();
            long x = 0;
            long y = 0;
            for (JsonNode step : arc) {
                x += step.get(0).asLong();
                y += step.get(1).asLong();
                points.add(new double[] {x * scale, y * scale});
            }
            arcs.add(points);
        }
        return arcs;
    }

    private static void references(JsonNode arcs, List<Integer> references) {
        for (JsonNode each : arcs) {
            if (each.isArray()) {
                references(each, references);
            } else {
                references.add(each.asInt());
            }
        }
    }

    private static String line(String state, List<Integer> references, List<List<double[]>> arcs) {
        Map<Integer, Integer> uses = new HashMap<>();
        references.forEach(each -> uses.merge(each < 0 ? ~each : each, 1, Integer::sum));
        // A line between two districts of one state is used twice.
        List<Integer> outer = new ArrayList<>(references.stream()
                .filter(each -> uses.getOrDefault(each < 0 ? ~each : each, 0) == 1)
                .toList());
        Conic projection = state.equals("AK") ? ALASKA : state.equals("HI") ? HAWAII : MAINLAND;
        StringBuilder path = new StringBuilder();
        Geometry largest = GEOMETRY.createPolygon();
        Geometry kept = largest;
        List<String> parts = new ArrayList<>();
        while (!outer.isEmpty()) {
            List<Coordinate> ring = ring(outer, arcs, projection);
            if (ring.size() >= 4) {
                Geometry area = GEOMETRY.createPolygon(ring.toArray(Coordinate[]::new));
                if (area.getArea() > largest.getArea()) {
                    largest = area;
                }
                if (area.getArea() >= SMALLEST_ISLAND) {
                    parts.add(path(ring));
                    kept = area;
                } else if (parts.isEmpty() && area.equals(largest)) {
                    kept = area;
                }
            }
        }
        if (parts.isEmpty()) {
            // The District of Columbia: a square that can be seen.
            Coordinate middle = kept.getEnvelopeInternal().centre();
            parts.add("M" + (Math.round(middle.x) - 2) + " " + (Math.round(middle.y) - 2) + "h4v4h-4z");
        }
        parts.forEach(path::append);
        MaximumInscribedCircle circle = new MaximumInscribedCircle(largest.buffer(0), 0.5);
        Coordinate at = circle.getCenter().getCoordinate();
        return state + " " + Math.round(at.x) + " " + Math.round(at.y) + " "
                + Math.round(circle.getRadiusLine().getLength()) + " " + path;
    }

    /** Follows the lines from end to beginning until they close, each simplified by itself, so that neighbors still fit. */
    private static List<Coordinate> ring(List<Integer> outer, List<List<double[]>> arcs, Conic projection) {
        List<Coordinate> ring = new ArrayList<>();
        int reference = outer.remove(0);
        double[] start = end(reference, arcs, true);
        while (true) {
            ring.addAll(simplified(reference, arcs, projection));
            double[] last = end(reference, arcs, false);
            int next = -1;
            for (int i = 0; i < outer.size() && next < 0; i++) {
                double[] first = end(outer.get(i), arcs, true);
                if (first[0] == last[0] && first[1] == last[1]) {
                    next = i;
                }
            }
            if ((start[0] == last[0] && start[1] == last[1]) || next < 0) {
                break;
            }
            reference = outer.remove(next);
        }
        List<Coordinate> whole = new ArrayList<>();
        for (Coordinate each : ring) {
            Coordinate rounded = new Coordinate(Math.round(each.x), Math.round(each.y));
            if (whole.isEmpty() || !whole.get(whole.size() - 1).equals2D(rounded)) {
                whole.add(rounded);
            }
        }
        if (!whole.get(0).equals2D(whole.get(whole.size() - 1))) {
            whole.add(whole.get(0).copy());
        }
        return whole;
    }

    private static double[] end(int reference, List<List<double[]>> arcs, boolean isFirst) {
        List<double[]> arc = arcs.get(reference < 0 ? ~reference : reference);
        return arc.get(isFirst == reference >= 0 ? 0 : arc.size() - 1);
    }

    private static List<Coordinate> simplified(int reference, List<List<double[]>> arcs, Conic projection) {
        Coordinate[] points = arcs.get(reference < 0 ? ~reference : reference).stream()
                .map(each -> projection.at(each[0], each[1]))
                .toArray(Coordinate[]::new);
        List<Coordinate> simple =
                new ArrayList<>(List.of(DouglasPeuckerSimplifier.simplify(GEOMETRY.createLineString(points), TOLERANCE)
                        .getCoordinates()));
        if (reference < 0) {
            Collections.reverse(simple);
        }
        return simple;
    }

    private static String path(List<Coordinate> ring) {
        StringBuilder path = new StringBuilder();
        Coordinate before = ring.get(0);
        path.append('M')
                .append((int) before.x)
                .append(' ')
                .append((int) before.y)
                .append('l');
        for (int i = 1; i < ring.size() - 1; i++) {
            int x = (int) (ring.get(i).x - before.x);
            int y = (int) (ring.get(i).y - before.y);
            path.append(i > 1 && x >= 0 ? " " : "")
                    .append(x)
                    .append(y >= 0 ? " " : "")
                    .append(y);
            before = ring.get(i);
        }
        return path.append('z').toString();
    }
}
