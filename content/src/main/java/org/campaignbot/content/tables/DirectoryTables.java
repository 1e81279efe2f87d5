package org.campaignbot.content.tables;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.campaignbot.content.Problem;
import org.campaignbot.directory.Boundaries;
import org.campaignbot.directory.BoundarySource;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.DirectoryBuilder;
import org.campaignbot.directory.DistrictMap;
import org.campaignbot.directory.ForeignPlace;
import org.campaignbot.directory.Topology;
import org.campaignbot.directory.Town;
import org.campaignbot.directory.ZipEntry;

/** Reads the folder of fact tables. */
public final class DirectoryTables {

    private DirectoryTables() {}

    /** The result of reading the folder. */
    public sealed interface Result {

        /** All tables are valid. The boundaries are read later, at the first question about a position. */
        record Read(Directory directory, TableList list) implements Result {

            /** Where each table comes from. */
            public List<TableSource> sources() {
                return List.copyOf(list.tables().values());
            }
        }

        /** Something is wrong: the first problems, at most twenty, in the order of the files. */
        record Broken(List<Problem> problems) implements Result {
            public Broken {
                problems = List.copyOf(problems);
            }
        }
    }

    /** Reads every table that {@code tables.yaml} lists, except the boundaries. */
    public static Result read(Path folder) {
        return read(folder, Optional.empty());
    }

    /**
     * Reads the shipped tables, except the boundaries; newer ones from another folder replace older ones.
     *
     * @param applied a folder with the tables of the members, of the map, or both
     */
    public static Result read(Path shipped, Optional<Path> applied) {
        return read(shipped, applied, Optional.empty());
    }

    /**
     * The same, with the map of a later Congress beside the one of the other tables.
     *
     * @param later a folder with the ZIP codes and boundaries of some states or all; one that isn't later is passed over
     */
    public static Result read(Path shipped, Optional<Path> applied, Optional<Path> later) {
        TableProblems problems = new TableProblems();
        Optional<TableList> list = list(shipped, applied, problems);
        Optional<TableListReader.Listed> map =
                later.isEmpty() ? Optional.empty() : TableListReader.read(later.get(), false, problems);
        if (list.isEmpty() || !problems.isEmpty()) {
            return new Result.Broken(problems.toList());
        }
        Optional<LaterMap> newer = map.filter(
                        each -> each.map().orElse(0) > list.get().map())
                .map(each -> new LaterMap(list.get(), later.orElseThrow(), each));
        Directory directory = directory(list.get(), newer, problems);
        return problems.isEmpty() ? new Result.Read(directory, list.get()) : new Result.Broken(problems.toList());
    }

    /** Reads the boundaries now and returns their problems; none if they are valid. */
    public static List<Problem> checkBoundaries(Path folder) {
        return checkBoundaries(folder, Optional.empty());
    }

    /** Like {@link #checkBoundaries(Path)}, with another folder whose boundaries replace older ones. */
    public static List<Problem> checkBoundaries(Path shipped, Optional<Path> applied) {
        TableProblems problems = new TableProblems();
        list(shipped, applied, problems)
                .ifPresent(list ->
                        TopoJson.read(list.folder(TableList.BOUNDARIES), list.file(TableList.BOUNDARIES), problems));
        return problems.toList();
    }

    /** Reads the boundaries of a later map now and returns their problems; none if they are valid. */
    public static List<Problem> checkLaterBoundaries(Path later) {
        TableProblems problems = new TableProblems();
        TableListReader.read(later, false, problems)
                .ifPresent(map ->
                        TopoJson.read(later, map.source(TableList.BOUNDARIES).file(), problems));
        return problems.toList();
    }

    /** Who made the boundaries of a later map, as its list says; empty if it can't be read. */
    public static Optional<String> laterSource(Path later) {
        return TableListReader.read(later, false, new TableProblems())
                .map(map -> map.source(TableList.BOUNDARIES).source());
    }

    /** Reads the points of ZIP codes now and returns their problems; none if they are valid. */
    public static List<Problem> checkPoints(Path folder) {
        TableProblems problems = new TableProblems();
        TableList.read(folder, problems)
                .ifPresent(
                        list -> ZipPointTable.read(list.folder(TableList.ZIPS), list.file(TableList.ZIPS), problems));
        return problems.toList();
    }

    private static Optional<TableList> list(Path shipped, Optional<Path> applied, TableProblems problems) {
        Optional<TableList> list = TableList.read(shipped, problems);
        return list.isEmpty() || applied.isEmpty()
                ? list
                : TableListReader.read(applied.get(), false, problems)
                        .map(newer -> list.get().with(applied.get(), newer));
    }

    /**
     * Reads something on a thread of its own. Those of the common pool may all be waiting for these tables: after a start the first
     * people's turns run there.
     */
    private static <T> CompletableFuture<T> beside(Supplier<T> reading) {
        return CompletableFuture.supplyAsync(reading, task -> {
            Thread reader = new Thread(task, "reads-tables");
            reader.setDaemon(true);
            reader.start();
        });
    }

    private static Directory directory(TableList list, Optional<LaterMap> later, TableProblems problems) {
        DirectoryBuilder builder = Directory.builder()
                .asOf(list.asOf())
                .namesAsOf(list.namesAsOf())
                .map(list.map());
        later.flatMap(each -> each.read(problems)).ifPresent(builder::add);
        // There are more ZIP codes than rows in all other tables together, so they are read in parallel.
        ZipTable zips = new ZipTable();
        TableProblems zipProblems = new TableProblems();
        CompletableFuture<List<ZipEntry>> entries =
                beside(() -> zips.read(list.folder(TableList.ZIPS), list.file(TableList.ZIPS), zipProblems));
        TableProblems townProblems = new TableProblems();
        TownTable townTable = new TownTable(townProblems, isOfMap(list.file(TableList.TOWNS), list.map()));
        CompletableFuture<List<Town>> towns =
                beside(() -> townTable.read(list.folder(TableList.TOWNS), list.file(TableList.TOWNS)));
        LawmakerTable lawmakers = new LawmakerTable();
        lawmakers.read(list.folder(TableList.LAWMAKERS), list.file(TableList.LAWMAKERS), problems, builder::add);
        new OfficeTable(lawmakers)
                .read(list.folder(TableList.OFFICES), list.file(TableList.OFFICES), problems, builder::add);
        CommitteeTables committees = new CommitteeTables(problems, builder);
        committees.readCommittees(list.folder(TableList.COMMITTEES), list.file(TableList.COMMITTEES));
        committees.readMembers(
                list.folder(TableList.COMMITTEE_MEMBERS), list.file(TableList.COMMITTEE_MEMBERS), lawmakers);
        ZoneTable.read(list.folder(TableList.ZONES), list.file(TableList.ZONES), problems, builder);
        for (ZipEntry entry : entries.join()) {
            builder.add(entry);
        }
        problems.addAll(zipProblems);
        readPlaces(list.folder(TableList.PLACES), list.file(TableList.PLACES), problems, builder);
        towns.join().forEach(builder::add);
        townTable.readAliases(list.folder(TableList.ALIASES), list.file(TableList.ALIASES), builder);
        problems.addAll(townProblems);
        ForeignTables foreign = new ForeignTables(problems, builder);
        foreign.readCountries(list.folder(TableList.COUNTRIES), list.file(TableList.COUNTRIES));
        foreign.readCities(list.folder(TableList.FOREIGN_CITIES), list.file(TableList.FOREIGN_CITIES));
        lawmakers.districts().forEach((district, line) -> {
            if (!zips.names(district)) {
                problems.add(
                        list.file(TableList.LAWMAKERS),
                        line,
                        1,
                        "table-unknown-district",
                        "no ZIP code names the district " + district,
                        "correct the number, or bring the table of ZIP codes up to date");
            }
        });
        // The check of the tables reports their problems; a missing point only costs the word "nearest".
        builder.points(
                () -> ZipPointTable.read(list.folder(TableList.ZIPS), list.file(TableList.ZIPS), new TableProblems()));
        return builder.boundaries(() -> boundaries(list.folder(TableList.BOUNDARIES), list.file(TableList.BOUNDARIES)))
                .build();
    }

    /** Whether a file with the districts of a map, as its name says, is of that map. */
    private static boolean isOfMap(String file, int map) {
        return !file.contains("-cd") || file.contains("-cd" + map + ".");
    }

    private static void readPlaces(Path folder, String file, TableProblems problems, DirectoryBuilder builder) {
        CsvRow.forEach(
                folder,
                file,
                List.of("place", "district"),
                problems,
                row -> row.required(0, "place")
                        .ifPresent(place ->
                                row.district(1, row.text(1)).ifPresent(district -> builder.addPlace(place, district))));
    }

    private static BoundarySource.Result boundaries(Path folder, String file) {
        TableProblems problems = new TableProblems();
        return result(TopoJson.read(folder, file, problems), problems);
    }

    static BoundarySource.Result result(Optional<Topology> topology, TableProblems problems) {
        return topology.<BoundarySource.Result>map(each -> new BoundarySource.Result.Loaded(Boundaries.of(each)))
                .orElseGet(() -> new BoundarySource.Result.Failed(
                        problems.toList().stream().map(Problem::toString).collect(Collectors.joining("\n"))));
    }

    /**
     * The map of a later Congress in its own folder: a table of ZIP codes and boundaries of some states or all.
     *
     * @param list the tables that it stands beside
     */
    record LaterMap(TableList list, Path folder, TableListReader.Listed listed) {

        /** Reads its ZIP codes; empty if a problem was added instead. Its boundaries are read when the first position is looked up. */
        Optional<DistrictMap> read(TableProblems problems) {
            ZipTable table = new ZipTable();
            TableProblems found = new TableProblems();
            List<ZipEntry> entries =
                    table.read(folder, listed.source(TableList.ZIPS).file(), found);
            problems.addAll(found);
            Set<String> states = table.states();
            return found.isEmpty()
                    ? Optional.of(new DistrictMap(listed.map().orElse(0), states, entries, () -> boundaries(states)))
                    : Optional.empty();
        }

        /** The boundaries of the country, with these states by this map. */
        private BoundarySource.Result boundaries(Set<String> states) {
            TableProblems problems = new TableProblems();
            Optional<Topology> before =
                    TopoJson.read(list.folder(TableList.BOUNDARIES), list.file(TableList.BOUNDARIES), problems);
            Optional<Topology> newer =
                    TopoJson.read(folder, listed.source(TableList.BOUNDARIES).file(), problems);
            return DirectoryTables.result(before.flatMap(old -> newer.map(each -> old.with(each, states))), problems);
        }
    }

    /** Reads the tables of countries and of large cities abroad. */
    static final class ForeignTables {

        private static final int NAME = 0;
        private static final int SPANISH = 1;
        private static final int OTHERS = 2;

        private final TableProblems tableProblems;
        private final DirectoryBuilder builder;

        ForeignTables(TableProblems tableProblems, DirectoryBuilder builder) {
            this.tableProblems = tableProblems;
            this.builder = builder;
        }

        void readCountries(Path folder, String file) {
            read(folder, file, List.of("country", "pais", "others"), true);
        }

        void readCities(Path folder, String file) {
            read(folder, file, List.of("city", "ciudad", "others"), false);
        }

        private void read(Path folder, String file, List<String> columns, boolean country) {
            CsvRow.forEach(folder, file, columns, tableProblems, row -> {
                Optional<String> name = row.required(NAME, columns.get(NAME));
                Optional<String> spanish = row.required(SPANISH, columns.get(SPANISH));
                if (name.isPresent() && spanish.isPresent()) {
                    ForeignPlace place = new ForeignPlace(name.get(), spanish.get(), country);
                    builder.add(name.get(), place).add(spanish.get(), place);
                    for (String other : row.text(OTHERS).split(";", -1)) {
                        if (!other.isBlank()) {
                            builder.add(other, place);
                        }
                    }
                }
            });
        }
    }
}
