package org.campaignbot.content.maps;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.campaignbot.content.tables.TableProblems;
import org.campaignbot.content.tables.TopoJson;
import org.campaignbot.directory.Topology;

/**
 * States that are redrawn for a test, in the files that the Census Bureau publishes: New Hampshire, whose two districts change their
 * numbers, and New York and Florida, where each district gets the number of the next. Made of the shipped tables, so the ground and
 * the ZIP codes are real.
 */
public final class MadeUpMap {

    static final Path SHIPPED = Stream.of("directory", "../content/directory")
            .map(Path::of)
            .filter(Files::isDirectory)
            .findFirst()
            .orElseThrow();
    static final String STATE = "NH";
    private static final String FIPS = "33";

    private MadeUpMap() {}

    /** How many districts a redrawn state has. */
    private static final Map<String, Integer> REDRAWN = Map.of(STATE, 2, "NY", 26, "FL", 28);

    /** The number that a district has on the new map: the next one, and the last has the first. */
    private static int turned(String state, int number) {
        Integer districts = REDRAWN.get(state);
        return districts == null ? number : number % districts + 1;
    }

    /** Which ZIP codes lie in which districts of some states, as in the Census Bureau's table with commas. */
    public static String zips(Collection<String> states) {
        StringBuilder text = new StringBuilder("state_fips,state_abbr,zcta,cd\n");
        Map<String, String> codes = new HashMap<>();
        states.forEach(state -> codes.put(state, fips(state)));
        for (ZipRow row : ZipRow.read(SHIPPED, "zip-districts-cd119.csv").values()) {
            for (String named : row.basis().equals(ZipRow.CENSUS) ? row.named() : List.<String>of()) {
                String state = named.substring(0, 2);
                String code = codes.get(state);
                if (code != null) {
                    int number = turned(state, Integer.parseInt(named.substring(3)));
                    text.append("%s,%s,%s,%02d\n".formatted(code, state, row.zip(), number));
                }
            }
        }
        return text.toString();
    }

    /** The rows of New Hampshire in the shipped table that come from the Census Bureau. */
    static List<ZipRow> rows() {
        return ZipRow.read(SHIPPED, "zip-districts-cd119.csv").values().stream()
                .filter(row -> row.basis().equals(ZipRow.CENSUS) && row.states().contains(STATE))
                .toList();
    }

    private static List<Integer> numbers(ZipRow row) {
        return row.named().stream()
                .filter(each -> each.startsWith(STATE))
                .map(each -> Integer.valueOf(each.substring(3)))
                .toList();
    }

    /** The relation of ZIP Code Tabulation Areas to districts; of two districts the second has three quarters of the land. */
    public static String relation() {
        StringBuilder text = new StringBuilder(
                "\uFEFFOID_CD120_20|GEOID_CD120_20|NAMELSAD_CD120_20|GEOID_ZCTA5_20|AREALAND_PART|AREAWATER_PART\n");
        text.append("1|33ZZ|undefined||0|900\n2|2501|Massachusetts|01001|700|0\n");
        for (ZipRow row : rows()) {
            for (int number : numbers(row)) {
                int now = turned(STATE, number);
                text.append(
                        "3|%s%02d|District %d|%s|%d|0\n".formatted(FIPS, now, now, row.zip(), now == 2 ? 750 : 250));
            }
        }
        return text.toString();
    }

    /** A block for each ZIP code and district, numbered as blocks are; the other end of {@link #blockZips}. */
    static String blocks() {
        StringBuilder text = new StringBuilder("GEOID,CDFP\n");
        for (ZipRow row : rows()) {
            for (int number : numbers(row)) {
                text.append(block(row, number)).append(",%02d\n".formatted(turned(STATE, number)));
            }
        }
        return text.toString();
    }

    static String blockZips() {
        StringBuilder text =
                new StringBuilder("OID_ZCTA5_20|GEOID_ZCTA5_20|OID_TABBLOCK_20|GEOID_TABBLOCK_20|AREALAND_PART\n");
        text.append("1||2|330010000000001|5\n1|01001|2|250010000000001|5\n");
        for (ZipRow row : rows()) {
            for (int number : numbers(row)) {
                text.append("1|" + row.zip() + "|2|" + block(row, number) + "|" + (number == 1 ? 60 : 40) + "\n");
            }
        }
        return text.toString();
    }

    /** How many people live in the blocks: of two districts, four fifths in what was the second. */
    static String people() {
        StringBuilder text = new StringBuilder("GEOID20,POP20\n");
        for (ZipRow row : rows()) {
            for (int number : numbers(row)) {
                text.append(block(row, number)).append(number == 2 ? ",80\n" : ",20\n");
            }
        }
        return text.toString();
    }

    private static String block(ZipRow row, int number) {
        return FIPS + "001" + row.zip() + "0000" + number;
    }

    private static Topology topology() {
        TableProblems problems = new TableProblems();
        return TopoJson.read(SHIPPED, "districts-cd119.topojson", problems)
                .orElseThrow(() -> new AssertionError(problems.toList()));
    }

    private record Ground(String state, int number, List<List<double[]>> polygons) {}

    private static List<Ground> ground(Collection<String> states) {
        Topology topology = topology();
        return topology.shapes().stream()
                .filter(shape -> states.contains(shape.district().state()))
                .map(shape -> new Ground(
                        shape.district().state(),
                        shape.district().number(),
                        shape.polygons().stream()
                                .map(rings -> rings.stream()
                                        .map(ring -> points(topology, ring))
                                        .toList())
                                .toList()))
                .toList();
    }

    private static double[] points(Topology topology, int[] ring) {
        List<Double> points = new ArrayList<>();
        for (int reference : ring) {
            List<double[]> line = new ArrayList<>();
            double[] arc = topology.arcs().get(reference < 0 ? ~reference : reference);
            for (int i = 0; i < arc.length; i += 2) {
                line.add(new double[] {arc[i], arc[i + 1]});
            }
            if (reference < 0) {
                Collections.reverse(line);
            }
            for (double[] point : line.subList(points.isEmpty() ? 0 : 1, line.size())) {
                points.add(point[0]);
                points.add(point[1]);
            }
        }
        return points.stream().mapToDouble(each -> each).toArray();
    }

    /** New Hampshire's boundaries as GeoJSON. */
    public static String geoJson() {
        return geoJson(List.of(STATE), true);
    }

    /** The boundaries of some states as GeoJSON, as they ship or redrawn. */
    public static String geoJson(Collection<String> states, boolean turned) {
        return ground(states).stream()
                .map(each ->
                        "{\"type\":\"Feature\",\"properties\":{\"STATEFP\":\"%s\",\"CD120FP\":\"%02d\",\"LSAD\":null}"
                                        .formatted(
                                                fips(each.state()),
                                                turned ? turned(each.state(), each.number()) : each.number())
                                + ",\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":"
                                + each.polygons().stream()
                                        .map(rings -> rings.stream()
                                                .map(MadeUpMap::ring)
                                                .collect(joined()))
                                        .collect(joined())
                                + "}}")
                .collect(Collectors.joining(",\n", "{\"type\":\"FeatureCollection\",\"features\":[\n", "]}\n"));
    }

    private static Collector<CharSequence, ?, String> joined() {
        return Collectors.joining(",", "[", "]");
    }

    private static String ring(double[] ring) {
        List<String> points = new ArrayList<>();
        for (int i = 0; i < ring.length; i += 2) {
            points.add("[" + rounded(ring[i]) + "," + rounded(ring[i + 1]) + "]");
        }
        return points.stream().collect(joined());
    }

    /** To five places; a format would take most of the time of a test over the whole country. */
    private static double rounded(double degrees) {
        return Math.round(degrees * 1e5) / 1e5;
    }

    static String fips(String state) {
        for (int code = 1; code < 80; code++) {
            String two = "%02d".formatted(code);
            if (CensusCodes.state(two).equals(Optional.of(state))) {
                return two;
            }
        }
        throw new AssertionError(state);
    }

    /** New Hampshire's boundaries as a shapefile, with outer rings clockwise. */
    static byte[] shapes() {
        ByteArrayOutputStream records = new ByteArrayOutputStream();
        int number = 1;
        for (Ground each : ground(List.of(STATE))) {
            List<double[]> rings = new ArrayList<>();
            each.polygons().forEach(polygon -> {
                for (int i = 0; i < polygon.size(); i++) {
                    rings.add(clockwise(polygon.get(i), i == 0));
                }
            });
            int points = rings.stream().mapToInt(ring -> ring.length / 2).sum();
            ByteBuffer record = ByteBuffer.allocate(8 + 44 + 4 * rings.size() + 16 * points);
            record.putInt(number++).putInt((record.capacity() - 8) / 2);
            record.order(ByteOrder.LITTLE_ENDIAN).putInt(5);
            record.position(record.position() + 32);
            record.putInt(rings.size()).putInt(points);
            int start = 0;
            for (double[] ring : rings) {
                record.putInt(start);
                start += ring.length / 2;
            }
            rings.forEach(ring -> Arrays.stream(ring).forEach(record::putDouble));
            records.writeBytes(record.array());
        }
        ByteBuffer file = ByteBuffer.allocate(100 + records.size());
        file.putInt(0, 9994).putInt(24, file.capacity() / 2);
        file.position(100);
        file.put(records.toByteArray());
        return file.array();
    }

    private static double[] clockwise(double[] ring, boolean outer) {
        double area = 0;
        for (int i = 0; i + 3 < ring.length; i += 2) {
            area += ring[i] * ring[i + 3] - ring[i + 2] * ring[i + 1];
        }
        if (area < 0 == outer) {
            return ring;
        }
        double[] turned = new double[ring.length];
        for (int i = 0; i < ring.length; i += 2) {
            turned[i] = ring[ring.length - 2 - i];
            turned[i + 1] = ring[ring.length - 1 - i];
        }
        return turned;
    }

    /** The fields beside the shapes. */
    static byte[] fields() {
        List<String> rows = ground(List.of(STATE)).stream()
                .map(each -> " " + FIPS + "%02d".formatted(turned(STATE, each.number())))
                .toList();
        ByteBuffer file = ByteBuffer.allocate(32 + 2 * 32 + 1 + 5 * rows.size()).order(ByteOrder.LITTLE_ENDIAN);
        file.put(0, (byte) 3).putInt(4, rows.size()).putShort(8, (short) 97).putShort(10, (short) 5);
        file.position(32);
        for (String field : List.of("STATEFP", "CD120FP")) {
            int at = file.position();
            file.put(field.getBytes(StandardCharsets.US_ASCII));
            file.put(at + 11, (byte) 'C').put(at + 16, (byte) 2);
            file.position(at + 32);
        }
        file.put((byte) 0x0D);
        rows.forEach(row -> file.put(row.getBytes(StandardCharsets.US_ASCII)));
        return file.array();
    }

    static Path write(Path folder, String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
