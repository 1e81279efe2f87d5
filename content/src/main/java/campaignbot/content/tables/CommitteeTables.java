package campaignbot.content.tables;

import campaignbot.directory.Committee;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The tables of committees and their members; those of the Senate itself are kept, since people call its members together. */
final class CommitteeTables {

    private static final Set<String> CHAMBERS = Set.of("house", "senate", "joint");

    private static final String SENATE = "senate";

    private final Set<String> committees = new HashSet<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, List<String>> members = new HashMap<>();
    private final Problems problems;

    CommitteeTables(Problems problems) {
        this.problems = problems;
    }

    /** The committees of the Senate that were read. */
    Stream<Committee> ofSenate() {
        return names.entrySet().stream()
                .map(each ->
                        new Committee(each.getKey(), each.getValue(), members.getOrDefault(each.getKey(), List.of())));
    }

    void checkCommittees(Path folder, String file) {
        List<String> columns = List.of("committee", "chamber", "name", "parent");
        CsvTable.open(folder, file, columns, problems)
                .ifPresent(table -> table.forEach(row -> {
                    row.required(0, "committee");
                    row.required(2, "name");
                    if (!committees.add(row.text(0))) {
                        row.report(
                                0,
                                "table-duplicate",
                                row.shown(0) + " stands above already",
                                "take one of the rows out");
                    }
                    if (!CHAMBERS.contains(row.text(1))) {
                        row.report(
                                1,
                                "table-unknown-chamber",
                                "\"" + row.shown(1) + "\" is no chamber of Congress",
                                "write house, senate or joint");
                    }
                    if (row.text(1).equals(SENATE) && row.isEmpty(3)) {
                        names.put(row.text(0), row.text(2));
                    }
                    if (!row.isEmpty(3) && !committees.contains(row.text(3))) {
                        row.report(
                                3,
                                "table-unknown-committee",
                                "no committee \"" + row.shown(3) + "\" stands above",
                                "put the parent before its subcommittees");
                    }
                }));
    }

    void checkMembers(Path folder, String file, LawmakerTable lawmakers) {
        List<String> columns = List.of("committee", "bioguide", "title", "rank");
        CsvTable.open(folder, file, columns, problems)
                .ifPresent(table -> table.forEach(row -> {
                    OfficeTable.lawmaker(row, 1, lawmakers);
                    members.computeIfAbsent(row.text(0), key -> new ArrayList<>())
                            .add(row.text(1));
                    if (!committees.contains(row.text(0))) {
                        row.report(
                                0,
                                "table-unknown-committee",
                                "the table of committees has no \"" + row.shown(0) + "\"",
                                "mend the key, or add the committee");
                    }
                }));
    }
}
