package org.campaignbot.content.maps;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
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
import org.jspecify.annotations.Nullable;

/**
 * Makes the map of a Congress of the Census Bureau's files. Place names, positions and time zones of ZIP codes stay as in the tables in
 * force; a code that the Census Bureau doesn't have gets the district in which its point lies. It writes nothing where the bot would
 * read it.
 */
public final class MapBuild {

    /** A new file may leave out a few ZIP codes; half a file leaves out more. */
    private static final int FEWEST_PERCENT_KEPT = 95;

    /** In the shipped map 99.7 % of the points are in one of their ZIP code's districts (SOURCES.md, ZIP codes). */
    private static final int FEWEST_PERCENT_AGREEING = 95;

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
        List<DistrictOutline> outlines = outlines();
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
        SortedMap<String, ZipRow> before = ZipRow.read(list.folder(TableList.ZIPS), list.file(TableList.ZIPS));
        SortedMap<String, ZipRow> rows = rows(before, shares, Boundaries.of(topology));
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

    private List<DistrictOutline> outlines() throws IOException {
        String name = String.valueOf(request.boundaries().getFileName());
        DistrictNames names = new DistrictNames(known, states, request.districtField());
        String lower = name.toLowerCase(Locale.ROOT);
        if (!Files.isRegularFile(request.boundaries())) {
            problems.add(name, 1, 1, "table-missing-file", "this file is not there", "mend its name");
            return List.of();
        }
        byte[] bytes = Files.readAllBytes(request.boundaries());
        if (lower.endsWith(".zip")) {
            Map<String, byte[]> entries = unzipped(name, bytes);
            return shapes(name, entries.get(".shp"), entries.get(".dbf"), names);
        } else if (lower.endsWith(".shp")) {
            Path table = request.boundaries().resolveSibling(name.substring(0, name.length() - 4) + ".dbf");
            return shapes(name, bytes, Files.isRegularFile(table) ? Files.readAllBytes(table) : null, names);
        }
        return GeoJson.read(name, new String(bytes, StandardCharsets.UTF_8), names, problems);
    }

    private List<DistrictOutline> shapes(
            String name, byte @Nullable [] shapes, byte @Nullable [] table, DistrictNames names) {
        if (shapes == null || table == null) {
            problems.add(
                    name,
                    1,
                    1,
                    "table-missing-file",
                    "there is no " + (shapes == null ? ".shp" : ".dbf") + " with it",
                    "take the .zip as the Census Bureau publishes it, or all that was in it");
            return List.of();
        }
        return Shapefile.read(name, shapes, table, names, problems);
    }

    private Map<String, byte[]> unzipped(String name, byte[] bytes) {
        Map<String, byte[]> entries = new HashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String lower = entry.getName().toLowerCase(Locale.ROOT);
                if (lower.endsWith(".shp") || lower.endsWith(".dbf")) {
                    entries.put(lower.substring(lower.length() - 4), in.readAllBytes());
                }
            }
        } catch (IOException e) {
            problems.add(name, 1, 1, "table-unreadable", "the archive is cut off", "download it again");
        }
        return entries;
    }

    private SortedMap<String, ZipRow> rows(SortedMap<String, ZipRow> before, ZipShares shares, Boundaries boundaries) {
        SortedMap<String, ZipRow> rows = new TreeMap<>();
        boolean all = states.containsAll(States.codes());
        int formerly = 0;
        int kept = 0;
        int asked = 0;
        int agreeing = 0;
        Set<String> found = new TreeSet<>();
        for (ZipRow row : before.values()) {
            NavigableMap<District, Double> parts = shares.all().get(row.zip());
            Set<String> here = new TreeSet<>(row.states());
            here.retainAll(states);
            boolean census = row.basis().equals(ZipRow.CENSUS);
            formerly += census && !here.isEmpty() ? 1 : 0;
            if (parts != null) {
                kept += census && !here.isEmpty() ? 1 : 0;
                ZipRow made = row.with(names(parts), ZipRow.CENSUS, ZipShares.cell(parts));
                rows.put(row.zip(), made);
                List<String> there = row.position()
                        .map(each -> boundaries.around(each).stream()
                                .map(District::toString)
                                .toList())
                        .orElse(List.of());
                // A point across the state line says nothing about this state's districts.
                if (!there.isEmpty()) {
                    asked++;
                    agreeing += made.named().stream().anyMatch(there::contains) ? 1 : 0;
                    found.addAll(there);
                }
            } else if (!here.isEmpty()) {
                rows.put(row.zip(), byPoint(row, here, boundaries));
            } else if (all && row.districts().isEmpty()) {
                rows.put(row.zip(), row);
            }
        }
        shares.all()
                .forEach((zip, parts) -> rows.computeIfAbsent(
                        zip,
                        code -> new ZipRow(code, names(parts), "", ZipRow.CENSUS, "", "", "", ZipShares.cell(parts))));
        check(rows, before, formerly, kept, asked, agreeing, found);
        return rows;
    }

    private void check(
            SortedMap<String, ZipRow> rows,
            SortedMap<String, ZipRow> before,
            int formerly,
            int kept,
            int asked,
            int agreeing,
            Set<String> found) {
        if (kept * 100L < formerly * (long) FEWEST_PERCENT_KEPT) {
            refusals.add("Only " + kept + " of " + formerly
                    + " ZIP codes of the present map are in the file: it may be cut off. Download it again.");
        }
        if (agreeing * 100L < asked * (long) FEWEST_PERCENT_AGREEING) {
            refusals.add("Only " + agreeing + " of " + asked
                    + " ZIP codes lie in one of their districts by the boundaries, so the files do not show the same map."
                    + " Take both of one Congress.");
        }
        Set<String> lost = rows.values().stream()
                .filter(row ->
                        row.basis().equals(ZipRow.CENSUS) && row.position().isPresent())
                .flatMap(row -> row.named().stream())
                .filter(each -> !found.contains(each))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!lost.isEmpty()) {
            refusals.add("No ZIP code lies in these districts by the boundaries: " + String.join(", ", lost)
                    + ". Take both files of one Congress.");
        }
        long changed = rows.values().stream()
                .filter(row -> before.containsKey(row.zip())
                        && !within(before.get(row.zip())).equals(row.named()))
                .count();
        report.add("Map " + request.congress() + " of "
                + (states.containsAll(States.codes()) ? "all states" : String.join(", ", states)) + ":");
        report.add("  ZIP codes from the files: " + count(rows, ZipRow.CENSUS) + ", by their point: "
                + count(rows, ZipRow.POINT) + ", of which only the state is known: " + count(rows, ZipRow.STATE));
        report.add("  ZIP codes with other districts than in the map " + list.map() + ": " + changed + " of "
                + rows.size());
        report.add("  ZIP codes whose point lies in one of their districts: " + agreeing + " of " + asked);
    }

    /** The districts of a row in the states of this map. */
    private List<String> within(ZipRow row) {
        return row.named().stream()
                .filter(each -> states.contains(each.substring(0, 2)))
                .toList();
    }

    private static long count(SortedMap<String, ZipRow> rows, String basis) {
        return rows.values().stream().filter(row -> row.basis().equals(basis)).count();
    }

    private static String names(Map<District, Double> parts) {
        return parts.keySet().stream().map(District::toString).collect(Collectors.joining(" "));
    }

    /** A code that the Census Bureau doesn't have: by its point, or its state alone. A territory's codes need no map. */
    private ZipRow byPoint(ZipRow row, Set<String> here, Boundaries boundaries) {
        if (!row.basis().equals(ZipRow.CENSUS) && !row.basis().equals(ZipRow.POINT)) {
            return row;
        }
        String districts = row.position()
                .map(each -> boundaries.around(each).stream()
                        .filter(district -> here.contains(district.state()))
                        .sorted()
                        .map(District::toString)
                        .collect(Collectors.joining(" ")))
                .orElse("");
        if (!districts.isEmpty()) {
            return row.with(districts, ZipRow.POINT, "");
        }
        String state = here.iterator().next();
        return known.getOrDefault(state, Set.of()).size() == 1
                ? row.with(state + "-0", ZipRow.POINT, "")
                : row.with(state + "-?", ZipRow.STATE, "");
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
}
