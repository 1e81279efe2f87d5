package campaignbot.content.tables;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The tables of committees and their members. Nothing looks committees up yet, so they are checked and not kept. */
final class CommitteeTables {

    private static final Set<String> CHAMBERS = Set.of("house", "senate", "joint");

    private final Set<String> committees = new HashSet<>();
    private final Problems problems;

    CommitteeTables(Problems problems) {
        this.problems = problems;
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
