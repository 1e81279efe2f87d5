package org.campaignbot.content.tables;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.campaignbot.directory.Chamber;
import org.campaignbot.directory.Committee;
import org.campaignbot.directory.DirectoryBuilder;

/** Reads the tables of committees and their members. */
final class CommitteeTables {

    private static final Map<String, Optional<Chamber>> CHAMBERS = Map.of(
            "house", Optional.of(Chamber.HOUSE), "senate", Optional.of(Chamber.SENATE), "joint", Optional.empty());

    private final Set<String> committees = new HashSet<>();
    private final TableProblems tableProblems;
    private final DirectoryBuilder builder;

    /** Creates a reader that adds valid rows to a builder. */
    CommitteeTables(TableProblems tableProblems, DirectoryBuilder builder) {
        this.tableProblems = tableProblems;
        this.builder = builder;
    }

    void readCommittees(Path folder, String file) {
        List<String> columns = List.of("committee", "chamber", "name", "parent");
        CsvRow.forEach(folder, file, columns, tableProblems, row -> {
            row.required(0, "committee");
            row.required(2, "name");
            if (!committees.add(row.text(0))) {
                row.report(0, "table-duplicate", row.shown(0) + " stands above already", "take one of the rows out");
            }
            Optional<Chamber> chamber = CHAMBERS.get(row.text(1));
            if (chamber == null) {
                row.report(
                        1,
                        "table-unknown-chamber",
                        "\"" + row.shown(1) + "\" is no chamber of Congress",
                        "write house, senate or joint");
            } else {
                builder.add(new Committee(row.text(0), chamber, row.text(2), row.optional(3)));
            }
            if (!row.isEmpty(3) && !committees.contains(row.text(3))) {
                row.report(
                        3,
                        "table-unknown-committee",
                        "no committee \"" + row.shown(3) + "\" stands above",
                        "put the parent before its subcommittees");
            }
        });
    }

    void readMembers(Path folder, String file, LawmakerTable lawmakers) {
        List<String> columns = List.of("committee", "bioguide", "title", "rank");
        CsvRow.forEach(folder, file, columns, tableProblems, row -> {
            OfficeTable.lawmaker(row, 1, lawmakers);
            if (!committees.contains(row.text(0))) {
                row.report(
                        0,
                        "table-unknown-committee",
                        "the table of committees has no \"" + row.shown(0) + "\"",
                        "fix the key, or add the committee");
            }
            builder.addMember(row.text(0), row.text(1));
        });
    }
}
