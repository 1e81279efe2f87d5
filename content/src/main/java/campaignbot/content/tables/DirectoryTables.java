package campaignbot.content.tables;

import campaignbot.content.Problem;
import campaignbot.directory.Boundaries;
import campaignbot.directory.BoundarySource;
import campaignbot.directory.Directory;
import campaignbot.directory.DirectoryBuilder;
import campaignbot.directory.ZipEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Reads the folder of fact tables. */
public final class DirectoryTables {

    private DirectoryTables() {}

    /** What reading the folder came to. */
    public sealed interface Result {

        /** All tables are sound. The boundaries are read later, when the first position is asked about. */
        record Read(Directory directory, List<TableSource> sources) implements Result {
            public Read {
                sources = List.copyOf(sources);
            }
        }

        /** Something is wrong: the first problems, twenty at most, in the order of the files. */
        record Broken(List<Problem> problems) implements Result {
            public Broken {
                problems = List.copyOf(problems);
            }
        }
    }

    /** Reads every table that {@code tables.yaml} lists, except the boundaries. */
    public static Result read(Path folder) {
        Problems problems = new Problems();
        Optional<TableList> list = TableList.read(folder, problems);
        if (list.isEmpty()) {
            return new Result.Broken(problems.toList());
        }
        Directory directory = directory(folder, list.get(), problems);
        return problems.isEmpty()
                ? new Result.Read(directory, List.copyOf(list.get().tables().values()))
                : new Result.Broken(problems.toList());
    }

    /** Reads the boundaries now and reports what is wrong with them; the list is empty where they are sound. */
    public static List<Problem> checkBoundaries(Path folder) {
        Problems problems = new Problems();
        TableList.read(folder, problems)
                .ifPresent(list -> TopoJson.read(folder, list.file(TableList.BOUNDARIES), problems));
        return problems.toList();
    }

    private static Directory directory(Path folder, TableList list, Problems problems) {
        DirectoryBuilder builder = Directory.builder().asOf(list.asOf()).map(list.map());
        // The ZIP codes are more than all other tables together, so they are read beside them.
        ZipTable zips = new ZipTable();
        Problems zipProblems = new Problems();
        CompletableFuture<List<ZipEntry>> entries =
                CompletableFuture.supplyAsync(() -> zips.read(folder, list.file(TableList.ZIPS), zipProblems));
        LawmakerTable lawmakers = new LawmakerTable();
        lawmakers.read(folder, list.file(TableList.LAWMAKERS), problems, builder::add);
        new OfficeTable(lawmakers).read(folder, list.file(TableList.OFFICES), problems, builder::add);
        CommitteeTables committees = new CommitteeTables(problems);
        committees.checkCommittees(folder, list.file(TableList.COMMITTEES));
        committees.checkMembers(folder, list.file(TableList.COMMITTEE_MEMBERS), lawmakers);
        committees.checkZones(folder, list.file(TableList.ZONES));
        for (ZipEntry entry : entries.join()) {
            builder.add(entry);
        }
        problems.addAll(zipProblems);
        readPlaces(folder, list.file(TableList.PLACES), problems, builder);
        lawmakers.districts().forEach((district, line) -> {
            if (!zips.names(district)) {
                problems.add(
                        list.file(TableList.LAWMAKERS),
                        line,
                        1,
                        "table-unknown-district",
                        "no ZIP code names the district " + district,
                        "mend the number, or bring the table of ZIP codes up to date");
            }
        });
        return builder.boundaries(() -> boundaries(folder, list.file(TableList.BOUNDARIES)))
                .build();
    }

    private static void readPlaces(Path folder, String file, Problems problems, DirectoryBuilder builder) {
        CsvTable.open(folder, file, List.of("place", "district"), problems)
                .ifPresent(table -> table.forEach(row -> row.required(0, "place")
                        .ifPresent(place -> Cells.district(row, 1, row.text(1))
                                .ifPresent(district -> builder.addPlace(place, district)))));
    }

    private static BoundarySource.Result boundaries(Path folder, String file) {
        Problems problems = new Problems();
        return TopoJson.read(folder, file, problems)
                .<BoundarySource.Result>map(topology -> new BoundarySource.Result.Loaded(Boundaries.of(topology)))
                .orElseGet(() -> new BoundarySource.Result.Failed(
                        problems.toList().stream().map(Problem::toString).collect(Collectors.joining("\n"))));
    }
}
