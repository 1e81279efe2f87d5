package org.campaignbot.content.maps;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.campaignbot.content.Problem;
import org.campaignbot.content.tables.AppliedTables;
import org.campaignbot.content.tables.DirectoryTables;
import org.campaignbot.content.tables.TableList;
import org.campaignbot.content.tables.TableProblems;
import org.campaignbot.content.tables.TopoJson;
import org.campaignbot.directory.Boundaries;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.District;
import org.campaignbot.directory.States;
import org.campaignbot.directory.Topology;

/**
 * Makes the map of a Congress of the Census Bureau's files. Place names, positions and time zones of ZIP codes stay as in the tables in
 * force; a code that the Census Bureau doesn't have gets the district in which its point lies. It writes nothing where the bot would
 * read it.
 */
public final class MapBuild {

    /**
     * What to make.
     *
     * @param congress the number of the Congress
     * @param states the states, by postal code; all if empty
     * @param relation the relation of ZIP Code Tabulation Areas to districts; empty if blocks are given
     * @param blocks block-equivalency files, of a state each
     * @param blockZips the relation of ZIP Code Tabulation Areas to blocks, which goes with them
     * @param people how many people each block has; without it shares are of land
     * @param boundaries a .shp with its .dbf beside it, a .zip with both, or GeoJSON
     * @param districtField the field with the district's number, in a state's own file of boundaries
     * @param source who made the files, shown as the tables' source
     * @param asOf their date or edition
     */
    public record Request(
            int congress,
            Set<String> states,
            Optional<Path> relation,
            List<Path> blocks,
            Optional<Path> blockZips,
            Optional<Path> people,
            Path boundaries,
            Optional<String> districtField,
            String source,
            String asOf) {
        public Request {
            states = Set.copyOf(states);
            blocks = List.copyOf(blocks);
        }
    }

    /**
     * The result.
     *
     * @param report what the map has and what changes, in lines
     * @param refusals why it isn't accepted, each with a place or a way out; empty if it's plausible
     * @param files the map by file name; empty if it's refused
     */
    public record Outcome(List<String> report, List<String> refusals, Map<String, byte[]> files) {
        public Outcome {
            report = List.copyOf(report);
            refusals = List.copyOf(refusals);
            files = refusals.isEmpty() ? Map.copyOf(files) : Map.of();
        }
    }

    private final Request request;
    private final TableList list;
    private final Path shipped;
    private final Optional<Path> later;
    private final Set<String> states;
    private final Map<String, Set<District>> known = new HashMap<>();
    private final TableProblems problems = new TableProblems();
    private final List<String> report = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();

    private MapBuild(Request request, Path shipped, DirectoryTables.Result.Read read, Optional<Path> later) {
        this.request = request;
        this.shipped = shipped;
        this.list = read.list();
        this.later = later;
        this.states = new TreeSet<>(request.states().isEmpty() ? States.codes() : request.states());
        Directory directory = read.directory();
        for (String state : States.codes()) {
            known.put(state, new TreeSet<>(directory.districts(state)));
        }
    }

    /**
     * Makes a map.
     *
     * @param shipped the folder of the shipped tables
     * @param applied the folder of those applied later, if any; broken ones are ignored
     * @param later the folder of the later map in force, whose other states are kept, if any
     * @throws IOException if the present tables can't be read
     */
    public static Outcome prepare(Path shipped, Optional<Path> applied, Optional<Path> later, Request request)
            throws IOException {
        Optional<Path> sound = applied.filter(
                folder -> DirectoryTables.read(shipped, Optional.of(folder)) instanceof DirectoryTables.Result.Read);
        if (!(DirectoryTables.read(shipped, sound) instanceof DirectoryTables.Result.Read read)) {
            throw new IOException("the shipped tables are broken; ./bot check says where");
        }
        MapBuild build = new MapBuild(request, shipped, read, later);
        Map<String, byte[]> files = build.files();
        build.problems.toList().forEach(each -> build.refusals.add(each.toString()));
        return new Outcome(build.report, build.refusals, files);
    }

    private Map<String, byte[]> files() throws IOException {
        ZipSource zips = new ZipSource(known, states, problems);
        ZipShares shares = request.relation().isPresent()
                ? zips.relation(request.relation().get())
                : zips.blocks(request.blocks(), request.blockZips().orElseThrow(), request.people());
        List<DistrictOutline> outlines = new BoundaryFile(
                        new DistrictNames(known, states, request.districtField()), problems)
                .read(request.boundaries());
        if (!problems.isEmpty()) {
            return Map.of();
        }
        Set<District> wanted = new TreeSet<>();
        states.forEach(state -> wanted.addAll(known.getOrDefault(state, Set.of())));
        Set<District> zipped = new TreeSet<>();
        shares.all().values().forEach(each -> zipped.addAll(each.keySet()));
        // The Census Bureau's table of ZIP codes has no island territories, whose codes stay as they are.
        lacks(
                "The ZIP codes",
                wanted.stream().filter(each -> !isTerritory(each)).toList(),
                zipped);
        Set<District> drawn =
                outlines.stream().map(DistrictOutline::district).collect(Collectors.toCollection(TreeSet::new));
        lacks("The boundaries", wanted, drawn);
        if (!refusals.isEmpty()) {
            return Map.of();
        }
        Topology topology = SharedLines.of(outlines);
        BuiltRows built = new BuiltRows(
                states,
                known,
                ZipRow.read(list.folder(TableList.ZIPS), list.file(TableList.ZIPS)),
                shares,
                Boundaries.of(topology));
        SortedMap<String, ZipRow> rows = built.make();
        refusals.addAll(built.doubts());
        report.addAll(built.report(request.congress(), list.map()));
        return refusals.isEmpty() ? readBack(written(rows, topology)) : Map.of();
    }

    private static boolean isTerritory(District district) {
        return !States.hasSenators(district.state());
    }

    private void lacks(String what, Iterable<District> wanted, Set<District> there) {
        List<String> missing = new ArrayList<>();
        wanted.forEach(each -> {
            if (!there.contains(each)) {
                missing.add(each.toString());
            }
        });
        if (!missing.isEmpty()) {
            refusals.add(what + " lack " + String.join(", ", missing.subList(0, Math.min(12, missing.size())))
                    + (missing.size() > 12 ? " and " + (missing.size() - 12) + " more" : "")
                    + ": the file may be cut off, or of one state. Download it again, or name its states by --state.");
        }
    }

    /** The files of this map, with the other states of the later map in force. */
    private Map<String, byte[]> written(SortedMap<String, ZipRow> made, Topology drawn) {
        SortedMap<String, ZipRow> rows = new TreeMap<>(made);
        Topology topology = drawn;
        String source = request.source() + " ("
                + (states.containsAll(States.codes()) ? "all states" : String.join(", ", states)) + ", "
                + request.asOf() + ")";
        Optional<Earlier> earlier = later.flatMap(folder -> Earlier.read(folder, request.congress(), states));
        if (earlier.isPresent()) {
            earlier.get().rows().forEach((zip, row) -> rows.merge(zip, row, (mine, theirs) -> mine.and(theirs)));
            topology = earlier.get().topology().with(drawn, states);
            source = earlier.get().source() + "; " + source;
            report.add("  The map " + request.congress() + " in force stays for its other states.");
        }
        String zips = "zip-districts-cd" + request.congress() + ".csv";
        String boundaries = "districts-cd" + request.congress() + ".topojson";
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(
                TableList.FILE,
                bytes("# Written by ./bot directory map build.\nmap: " + request.congress() + "\ntables:\n"
                        + entry(
                                TableList.ZIPS,
                                zips,
                                source + "; " + list.source(TableList.ZIPS).source())
                        + entry(TableList.BOUNDARIES, boundaries, source)));
        files.put(zips, bytes(ZipRow.table(rows.values())));
        files.put(boundaries, bytes(TopologyText.of(topology)));
        return files;
    }

    private String entry(String table, String file, String source) {
        return "  " + table + ":\n" + line("file", file) + line("source", source)
                + line("licence", list.source(table).licence())
                + line("as_of", "the districts of Congress " + request.congress() + ", " + request.asOf());
    }

    private static String line(String key, String text) {
        return "    " + key + ": '" + text.replace("'", "''") + "'\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Reads the files as the bot will, and reports what its readers find. */
    private Map<String, byte[]> readBack(Map<String, byte[]> files) throws IOException {
        Path draft = Files.createTempDirectory("bot-map-");
        try {
            AppliedTables.write(draft, files);
            List<Problem> found = new ArrayList<>(DirectoryTables.checkLaterBoundaries(draft));
            if (DirectoryTables.read(shipped, Optional.empty(), Optional.of(draft))
                    instanceof DirectoryTables.Result.Broken broken) {
                found.addAll(broken.problems());
            }
            found.forEach(each -> refusals.add(each.toString()));
            return files;
        } finally {
            AppliedTables.delete(draft);
        }
    }

    /** The later map in force, without the states that are made anew. */
    private record Earlier(SortedMap<String, ZipRow> rows, Topology topology, String source) {

        static Optional<Earlier> read(Path folder, int congress, Set<String> without) {
            String zips = "zip-districts-cd" + congress + ".csv";
            SortedMap<String, ZipRow> rows = new TreeMap<>();
            ZipRow.read(folder, zips).forEach((zip, row) -> {
                List<String> left = row.named().stream()
                        .filter(each -> !without.contains(each.substring(0, 2)))
                        .toList();
                if (!left.isEmpty()) {
                    boolean whole = left.size() == row.named().size();
                    rows.put(zip, row.with(String.join(" ", left), row.basis(), whole ? row.shares() : ""));
                }
            });
            return rows.isEmpty()
                    ? Optional.empty()
                    : TopoJson.read(folder, "districts-cd" + congress + ".topojson", new TableProblems())
                            .flatMap(topology -> DirectoryTables.laterSource(folder)
                                    .map(source -> new Earlier(rows, topology, source)));
        }
    }

    /** Writes boundaries as TopoJSON (TopoJSON 1.0), on the grid of {@link SharedLines}. */
    static final class TopologyText {

        private TopologyText() {}

        static String of(Topology topology) {
            StringBuilder text = new StringBuilder("{\"type\":\"Topology\",\"transform\":{\"scale\":[0.00005,0.00005],")
                    .append(
                            "\"translate\":[0,0]},\"objects\":{\"districts\":{\"type\":\"GeometryCollection\",\"geometries\":[");
            text.append(topology.shapes().stream()
                    .sorted((one, other) -> one.district().compareTo(other.district()))
                    .map(shape -> "{\"type\":\"MultiPolygon\",\"id\":\"" + shape.district() + "\",\"arcs\":"
                            + polygons(shape.polygons()) + "}")
                    .collect(Collectors.joining(",")));
            text.append("]}},\"arcs\":[");
            for (int i = 0; i < topology.arcs().size(); i++) {
                text.append(i == 0 ? "" : ",");
                line(topology.arcs().get(i), text);
            }
            return text.append("]}\n").toString();
        }

        private static String polygons(List<List<int[]>> polygons) {
            return polygons.stream()
                    .map(rings -> rings.stream()
                            .map(ring -> Arrays.stream(ring)
                                    .mapToObj(Integer::toString)
                                    .collect(Collectors.joining(",", "[", "]")))
                            .collect(Collectors.joining(",", "[", "]")))
                    .collect(Collectors.joining(",", "[", "]"));
        }

        private static void line(double[] points, StringBuilder text) {
            long x = 0;
            long y = 0;
            text.append('[');
            for (int i = 0; i + 1 < points.length; i += 2) {
                long nextX = Math.round(points[i] * SharedLines.IN_A_DEGREE);
                long nextY = Math.round(points[i + 1] * SharedLines.IN_A_DEGREE);
                text.append(i == 0 ? "[" : ",[")
                        .append(nextX - x)
                        .append(',')
                        .append(nextY - y)
                        .append(']');
                x = nextX;
                y = nextY;
            }
            text.append(']');
        }
    }
}
