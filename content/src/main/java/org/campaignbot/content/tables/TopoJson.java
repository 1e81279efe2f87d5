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
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads district boundaries from TopoJSON: the objects' polygons and the shared arcs. If the file has a transform, arcs are
 * deltas from point to point (TopoJSON 1.0, section 2.1.3).
 */
public final class TopoJson {

    /** What stands at a place isn't what was expected. */
    private static final class Unexpected extends StreamReadException {
        private static final long serialVersionUID = 1;

        Unexpected(TokenStreamLocation place, String message) {
            super(null, message, place);
        }
    }

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(100).build())
            .build();

    private final JsonParser json;
    private final List<Topology.Shape> shapes = new ArrayList<>();
    private final List<double[]> arcs = new ArrayList<>();
    private final Set<District> known = new HashSet<>();
    private double[] scale = {1, 1};
    private double[] translate = {0, 0};
    private boolean steps;
    private int highestArc;
    private double[] points = new double[1024];

    private TopoJson(String text) {
        json = FACTORY.createParser(ObjectReadContext.empty(), text);
    }

    /** Reads the file; empty if a problem was added instead. */
    public static Optional<Topology> read(Path folder, String file, TableProblems tableProblems) {
        return TextFile.read(folder, file, tableProblems).flatMap(text -> {
            TopoJson reader = new TopoJson(text);
            try (reader.json) {
                return Optional.of(reader.topology());
            } catch (JacksonException e) {
                TokenStreamLocation at = e.getLocation() == null ? reader.json.currentLocation() : e.getLocation();
                tableProblems.add(
                        file,
                        at.getLineNr(),
                        at.getColumnNr(),
                        "table-bad-topojson",
                        message(e) + " here",
                        "export the boundaries again as TopoJSON whose geometries have ids such as NY-12");
                return Optional.empty();
            }
        });
    }

    private static String message(JacksonException e) {
        if (e instanceof Unexpected) {
            return e.getOriginalMessage();
        }
        if (e instanceof StreamConstraintsException) {
            return "brackets are nested too deep, or a number is too long";
        }
        return e instanceof UnexpectedEndOfInputException ? "the file ends too early" : "this is not JSON";
    }

    private Topology topology() {
        enter(JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            switch (json.currentName()) {
                case "transform" -> transform();
                case "objects" -> objects();
                case "arcs" -> arcs();
                default -> skip();
            }
        }
        if (shapes.isEmpty() || highestArc >= arcs.size()) {
            throw new Unexpected(
                    json.currentLocation(), shapes.isEmpty() ? "a district is missing" : "a line is missing");
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
                throw new Unexpected(json.currentLocation(), shape.district() + " has a ring that does not close");
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

    private void transform() {
        steps = true;
        enter(JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            switch (json.currentName()) {
                case "scale" -> scale = pair();
                case "translate" -> translate = pair();
                default -> skip();
            }
        }
    }

    private double[] pair() {
        enter(JsonToken.START_ARRAY);
        json.nextToken();
        double one = decimal();
        json.nextToken();
        double other = decimal();
        enter(JsonToken.END_ARRAY);
        return new double[] {one, other};
    }

    private void objects() {
        enter(JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            enter(JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                if (json.currentName().equals("geometries")) {
                    enter(JsonToken.START_ARRAY);
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        shapes.add(shape());
                    }
                } else {
                    skip();
                }
            }
        }
    }

    private Topology.Shape shape() {
        Optional<District> district = Optional.empty();
        List<List<int[]>> polygons = List.of();
        expect(JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            switch (json.currentName()) {
                case "id" -> district = District.parse(string());
                case "arcs" -> polygons = polygons();
                default -> skip();
            }
        }
        if (district.isEmpty() || polygons.isEmpty() || !known.add(district.get())) {
            throw new Unexpected(
                    json.currentLocation(), "a polygon with the id of a district, once for each district, is expected");
        }
        return new Topology.Shape(district.get(), polygons);
    }

    /** The arcs of a Polygon, which are rings, or of a MultiPolygon, which are polygons: one bracket deeper. */
    private List<List<int[]>> polygons() {
        List<List<int[]>> polygons = new ArrayList<>();
        List<int[]> rings = new ArrayList<>();
        enter(JsonToken.START_ARRAY);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            expect(JsonToken.START_ARRAY);
            if (json.nextToken() == JsonToken.START_ARRAY) {
                List<int[]> part = new ArrayList<>();
                for (; json.currentToken() != JsonToken.END_ARRAY; json.nextToken()) {
                    expect(JsonToken.START_ARRAY);
                    json.nextToken();
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

    /** The rest of an array of the numbers of arcs, from its first element. */
    private int[] ring() {
        int[] references = new int[8];
        int size = 0;
        for (; json.currentToken() != JsonToken.END_ARRAY; json.nextToken()) {
            if (size == references.length) {
                references = Arrays.copyOf(references, 2 * size);
            }
            int reference = integer();
            highestArc = Math.max(highestArc, reference < 0 ? ~reference : reference);
            references[size++] = reference;
        }
        if (size == 0) {
            throw new Unexpected(json.currentLocation(), "the number of a line is expected");
        }
        return Arrays.copyOf(references, size);
    }

    private void arcs() {
        enter(JsonToken.START_ARRAY);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            int size = 0;
            expect(JsonToken.START_ARRAY);
            while (json.nextToken() != JsonToken.END_ARRAY) {
                if (size == points.length) {
                    points = Arrays.copyOf(points, 2 * size);
                }
                expect(JsonToken.START_ARRAY);
                json.nextToken();
                points[size++] = steps ? integer() : decimal();
                json.nextToken();
                points[size++] = steps ? integer() : decimal();
                enter(JsonToken.END_ARRAY);
            }
            if (size < 4) {
                throw new Unexpected(json.currentLocation(), "a line of two points or more is expected");
            }
            arcs.add(Arrays.copyOf(points, size));
        }
    }

    private void enter(JsonToken token) {
        json.nextToken();
        expect(token);
    }

    private void expect(JsonToken token) {
        if (json.currentToken() != token) {
            throw new Unexpected(json.currentTokenLocation(), "'" + token.asString() + "' is expected");
        }
    }

    private void skip() {
        json.nextToken();
        json.skipChildren();
    }

    private String string() {
        if (json.nextToken() != JsonToken.VALUE_STRING) {
            throw new Unexpected(json.currentTokenLocation(), "'\"' is expected");
        }
        return json.getString();
    }

    private int integer() {
        if (json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            try {
                return json.getIntValue();
            } catch (InputCoercionException e) {
                // Reported below, like a number with a fraction.
            }
        }
        throw new Unexpected(json.currentTokenLocation(), "a whole number is expected");
    }

    private double decimal() {
        JsonToken token = json.currentToken();
        if (token != JsonToken.VALUE_NUMBER_FLOAT && token != JsonToken.VALUE_NUMBER_INT) {
            throw new Unexpected(json.currentTokenLocation(), "a number is expected");
        }
        return json.getDoubleValue();
    }
}
