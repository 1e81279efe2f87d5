package org.campaignbot.content.tables;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.campaignbot.directory.DirectoryBuilder;

/**
 * Reads the table of each state's time zones. Its western and eastern edges tell how many clocks it has, and {@code most} which of
 * two nearly everybody goes by.
 */
final class ZoneTable {

    private static final List<String> COLUMNS = List.of("state", "zones", "west_zone", "east_zone", "most");
    private static final int STATE = 0;
    private static final int ZONES = 1;
    private static final int WEST = 2;
    private static final int EAST = 3;
    private static final int MOST = 4;

    private static final Set<String> OPTIONAL = Set.of("most");

    private ZoneTable() {}

    static void read(Path folder, String file, TableProblems tableProblems, DirectoryBuilder builder) {
        CsvRow.forEach(folder, file, COLUMNS, OPTIONAL, tableProblems, row -> {
            row.state(STATE);
            Optional<ZoneId> west = zone(row, WEST);
            Optional<ZoneId> east = zone(row, EAST);
            if (west.isPresent() && east.isPresent()) {
                builder.clocks(row.text(STATE), west.get(), east.get(), most(row, west.get(), east.get()));
            }
        });
    }

    private static Optional<ZoneId> most(CsvRow row, ZoneId west, ZoneId east) {
        String most = row.text(MOST);
        if (most.equals("west") || most.equals("east")) {
            return Optional.of(most.equals("west") ? west : east);
        } else if (!most.isEmpty()) {
            row.report(
                    MOST,
                    "table-unknown-zone",
                    "\"" + row.shown(MOST) + "\" is neither of the state's edges",
                    "write west or east, or leave it empty");
        }
        return Optional.empty();
    }

    private static Optional<ZoneId> zone(CsvRow row, int edge) {
        if (List.of(row.text(ZONES).split(" ", -1)).contains(row.text(edge))) {
            try {
                return Optional.of(ZoneId.of(row.text(edge)));
            } catch (DateTimeException unknown) {
                row.report(
                        edge,
                        "table-unknown-zone",
                        "\"" + row.shown(edge) + "\" isn't a time zone",
                        "write a name of the IANA time zone database, such as America/Denver");
                return Optional.empty();
            }
        }
        row.report(
                edge,
                "table-unknown-zone",
                "\"" + row.shown(edge) + "\" is none of the state's zones",
                "choose one of the column zones");
        return Optional.empty();
    }
}
