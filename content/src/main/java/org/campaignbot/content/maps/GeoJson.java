package org.campaignbot.content.maps;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.campaignbot.content.tables.TableProblems;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/** Reads the polygons of a GeoJSON file with their properties (RFC 7946). */
final class GeoJson {

    private static final JsonFactory FACTORY = JsonFactory.builder().build();

    private final String name;
    private final DistrictNames names;
    private final TableProblems problems;
    private final JsonParser json;
    private final List<DistrictOutline> outlines = new ArrayList<>();

    /** What stands at a place isn't what was expected. */
    private static final class Unexpected extends StreamReadException {
        private static final long serialVersionUID = 1;

        Unexpected(TokenStreamLocation place, String message) {
            super(null, message, place);
        }
    }

    private GeoJson(String name, String text, DistrictNames names, TableProblems problems) {
        this.name = name;
        this.names = names;
        this.problems = problems;
        this.json = FACTORY.createParser(ObjectReadContext.empty(), text);
    }

    static List<DistrictOutline> read(String name, String text, DistrictNames names, TableProblems problems) {
        GeoJson file = new GeoJson(name, text, names, problems);
        try (file.json) {
            file.collection();
        } catch (JacksonException e) {
            String message = e instanceof Unexpected
                    ? e.getOriginalMessage()
                    : e instanceof UnexpectedEndOfInputException
                            ? "the file ends too early"
                            : "this is not JSON, or it is cut off";
            file.report(
                    e.getLocation() == null ? file.json.currentLocation() : e.getLocation(),
                    message,
                    "download it again, or export the districts as GeoJSON with polygons in degrees");
        }
        return file.outlines;
    }

    private void collection() {
        enter(JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            if (json.currentName().equals("features")) {
                enter(JsonToken.START_ARRAY);
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    feature();
                }
            } else {
                skip();
            }
        }
    }

    private void feature() {
        TokenStreamLocation start = json.currentTokenLocation();
        expect(JsonToken.START_OBJECT);
        Map<String, String> fields = Map.of();
        List<List<double[]>> polygons = List.of();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            switch (json.currentName()) {
                case "properties" -> fields = properties();
                case "geometry" -> polygons = geometry();
                default -> skip();
            }
        }
        DistrictNames.Result result = names.of(fields);
        if (result instanceof DistrictNames.Result.Wrong wrong) {
            report(start, wrong.message(), wrong.fix());
        } else if (result instanceof DistrictNames.Result.Named named) {
            outlines.add(new DistrictOutline(named.district(), polygons));
        }
    }

    private Map<String, String> properties() {
        Map<String, String> fields = new LinkedHashMap<>();
        enter(JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String field = json.currentName();
            JsonToken value = json.nextToken();
            if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                fields.put(field, json.getString());
            } else {
                json.skipChildren();
            }
        }
        return fields;
    }

    private List<List<double[]>> geometry() {
        String type = "";
        List<List<double[]>> polygons = new ArrayList<>();
        enter(JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            if (json.currentName().equals("type")) {
                json.nextToken();
                type = json.getString();
                if (!type.equals("Polygon") && !type.equals("MultiPolygon")) {
                    throw new Unexpected(json.currentTokenLocation(), "a Polygon or MultiPolygon is expected");
                }
            } else if (json.currentName().equals("coordinates")) {
                if (type.isEmpty()) {
                    throw new Unexpected(json.currentTokenLocation(), "the type of the geometry is expected first");
                }
                enter(JsonToken.START_ARRAY);
                if (type.equals("Polygon")) {
                    polygons.add(rings());
                } else {
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        expect(JsonToken.START_ARRAY);
                        polygons.add(rings());
                    }
                }
            } else {
                skip();
            }
        }
        return polygons;
    }

    /** The rings of a polygon, from its bracket on. */
    private List<double[]> rings() {
        List<double[]> rings = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            expect(JsonToken.START_ARRAY);
            List<Double> points = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                expect(JsonToken.START_ARRAY);
                points.add(number(180));
                points.add(number(90));
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    json.skipChildren(); // a height
                }
            }
            rings.add(points.stream().mapToDouble(each -> each).toArray());
        }
        return rings;
    }

    private double number(int most) {
        JsonToken token = json.nextToken();
        if (token != JsonToken.VALUE_NUMBER_FLOAT && token != JsonToken.VALUE_NUMBER_INT) {
            throw new Unexpected(json.currentTokenLocation(), "a number is expected");
        }
        double number = json.getDoubleValue();
        if (!(Math.abs(number) <= most)) {
            throw new Unexpected(
                    json.currentTokenLocation(), "a position off the earth (in a projection, not in degrees?) stands");
        }
        return number;
    }

    private void enter(JsonToken token) {
        json.nextToken();
        expect(token);
    }

    private void expect(JsonToken token) {
        if (json.currentToken() == null) {
            throw new Unexpected(json.currentLocation(), "the file ends too early");
        } else if (json.currentToken() != token) {
            throw new Unexpected(json.currentTokenLocation(), "'" + token.asString() + "' is expected");
        }
    }

    private void skip() {
        json.nextToken();
        json.skipChildren();
    }

    private void report(TokenStreamLocation at, String message, String fix) {
        problems.add(name, at.getLineNr(), at.getColumnNr(), "table-bad-boundaries", message + " here", fix);
    }
}
