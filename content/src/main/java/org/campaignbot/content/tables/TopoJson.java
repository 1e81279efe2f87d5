package org.campaignbot.content.tables;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.campaignbot.directory.District;
import org.campaignbot.directory.Topology;

/**
 * Reads district boundaries from TopoJSON: the objects' polygons and the shared arcs. If the file has a transform, arcs are
 * deltas from point to point (TopoJSON 1.0, section 2.1.3).
 */
final class TopoJson {

    private final JsonCursor json;
    private final List<Topology.Shape> shapes = new ArrayList<>();
    private final List<double[]> arcs = new ArrayList<>();
    private final Set<District> known = new HashSet<>();
    private double[] scale = {1, 1};
    private double[] translate = {0, 0};
    private boolean steps;
    private int highestArc;
    private double[] points = new double[1024];

    private TopoJson(String text) {
        json = new JsonCursor(text);
    }

    /** Reads the file; empty if a problem was added instead. */
    static Optional<Topology> read(Path folder, String file, TableProblems tableProblems) {
        return TextFile.read(folder, file, tableProblems).flatMap(text -> {
            TopoJson reader = new TopoJson(text);
            try {
                return Optional.of(reader.topology());
            } catch (JsonCursor.Unexpected e) {
                tableProblems.add(
                        file,
                        reader.json.line(),
                        reader.json.column(),
                        "table-bad-topojson",
                        e.getMessage() + " here",
                        "export the boundaries again as TopoJSON whose geometries have ids such as NY-12");
                return Optional.empty();
            }
        });
    }

    private Topology topology() throws JsonCursor.Unexpected {
        json.enter('{');
        for (boolean first = true; json.hasNext(first, '}'); first = false) {
            switch (json.key()) {
                case "transform" -> transform();
                case "objects" -> objects();
                case "arcs" -> arcs();
                default -> json.skip();
            }
        }
        if (shapes.isEmpty() || highestArc >= arcs.size()) {
            throw new JsonCursor.Unexpected(shapes.isEmpty() ? "a district is missing" : "a line is missing");
        }
        // The transform may come after the arcs, so it's applied at the end.
        for (double[] arc : arcs) {
            double x = 0;
            double y = 0;
            for (int i = 0; i < arc.length; i += 2) {
                x = steps ? x + arc[i] : arc[i];
                y = steps ? y + arc[i + 1] : arc[i + 1];
                arc[i] = x * scale[0] + translate[0];
                arc[i + 1] = y * scale[1] + translate[1];
            }
        }
        for (Topology.Shape shape : shapes) {
            if (!shape.polygons().stream().allMatch(rings -> rings.stream().allMatch(this::isClosed))) {
                throw new JsonCursor.Unexpected(shape.district() + " has a ring that does not close");
            }
        }
        return new Topology(arcs, shapes);
    }

    /** Whether the arcs meet end to end and return to their start, around at least three corners. */
    private boolean isClosed(int[] ring) {
        int corners = 0;
        for (int i = 0; i < ring.length; i++) {
            double[] arc = arcs.get(ring[i] < 0 ? ~ring[i] : ring[i]);
            int next = ring[(i + 1) % ring.length];
            double[] following = arcs.get(next < 0 ? ~next : next);
            int end = ring[i] < 0 ? 0 : arc.length - 2;
            int start = next < 0 ? following.length - 2 : 0;
            if (arc[end] != following[start] || arc[end + 1] != following[start + 1]) {
                return false;
            }
            corners += arc.length / 2 - 1;
        }
        return corners >= 3;
    }

    private void transform() throws JsonCursor.Unexpected {
        steps = true;
        json.enter('{');
        for (boolean first = true; json.hasNext(first, '}'); first = false) {
            switch (json.key()) {
                case "scale" -> scale = pair();
                case "translate" -> translate = pair();
                default -> json.skip();
            }
        }
    }

    private double[] pair() throws JsonCursor.Unexpected {
        json.enter('[');
        json.hasNext(true, ']');
        double one = json.decimal();
        json.hasNext(false, ']');
        double other = json.decimal();
        json.hasNext(false, ']');
        return new double[] {one, other};
    }

    private void objects() throws JsonCursor.Unexpected {
        json.enter('{');
        for (boolean first = true; json.hasNext(first, '}'); first = false) {
            json.key();
            json.enter('{');
            for (boolean inner = true; json.hasNext(inner, '}'); inner = false) {
                if (json.key().equals("geometries")) {
                    json.enter('[');
                    for (boolean next = true; json.hasNext(next, ']'); next = false) {
                        shapes.add(shape());
                    }
                } else {
                    json.skip();
                }
            }
        }
    }

    private Topology.Shape shape() throws JsonCursor.Unexpected {
        Optional<District> district = Optional.empty();
        List<List<int[]>> polygons = List.of();
        json.enter('{');
        for (boolean first = true; json.hasNext(first, '}'); first = false) {
            switch (json.key()) {
                case "id" -> district = District.parse(json.string());
                case "arcs" -> polygons = polygons();
                default -> json.skip();
            }
        }
        if (district.isEmpty() || polygons.isEmpty() || !known.add(district.get())) {
            throw new JsonCursor.Unexpected("a polygon with the id of a district, once for each district, is expected");
        }
        return new Topology.Shape(district.get(), polygons);
    }

    /** The arcs of a Polygon, which are rings, or of a MultiPolygon, which are polygons: one bracket deeper. */
    private List<List<int[]>> polygons() throws JsonCursor.Unexpected {
        List<List<int[]>> polygons = new ArrayList<>();
        List<int[]> rings = new ArrayList<>();
        json.enter('[');
        for (boolean first = true; json.hasNext(first, ']'); first = false) {
            json.enter('[');
            if (json.peek() == '[') {
                List<int[]> part = new ArrayList<>();
                for (boolean next = true; json.hasNext(next, ']'); next = false) {
                    json.enter('[');
                    part.add(ring());
                }
                polygons.add(part);
            } else {
                rings.add(ring());
            }
        }
        if (!rings.isEmpty()) {
            polygons.add(rings);
        }
        return polygons;
    }

    private int[] ring() throws JsonCursor.Unexpected {
        int[] references = new int[8];
        int size = 0;
        for (boolean first = true; json.hasNext(first, ']'); first = false) {
            if (size == references.length) {
                references = Arrays.copyOf(references, 2 * size);
            }
            int reference = json.integer();
            highestArc = Math.max(highestArc, reference < 0 ? ~reference : reference);
            references[size++] = reference;
        }
        if (size == 0) {
            throw new JsonCursor.Unexpected("the number of a line is expected");
        }
        return Arrays.copyOf(references, size);
    }

    private void arcs() throws JsonCursor.Unexpected {
        json.enter('[');
        for (boolean first = true; json.hasNext(first, ']'); first = false) {
            int size = 0;
            json.enter('[');
            for (boolean next = true; json.hasNext(next, ']'); next = false) {
                if (size == points.length) {
                    points = Arrays.copyOf(points, 2 * size);
                }
                json.enter('[');
                json.hasNext(true, ']');
                points[size++] = steps ? json.integer() : json.decimal();
                json.hasNext(false, ']');
                points[size++] = steps ? json.integer() : json.decimal();
                json.hasNext(false, ']');
            }
            if (size < 4) {
                throw new JsonCursor.Unexpected("a line of two points or more is expected");
            }
            arcs.add(Arrays.copyOf(points, size));
        }
    }
}
