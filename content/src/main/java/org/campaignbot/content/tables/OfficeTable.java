package org.campaignbot.content.tables;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.campaignbot.directory.DistrictOffice;
import org.campaignbot.directory.Position;

/** Reads the table of offices outside Washington. */
final class OfficeTable {

    private static final List<String> COLUMNS = List.of(
            "bioguide",
            "city",
            "state",
            "zip",
            "address",
            "suite",
            "building",
            "phone",
            "hours",
            "latitude",
            "longitude",
            "zone");
    private static final int BIOGUIDE = 0;
    private static final int CITY = 1;
    private static final int STATE = 2;
    private static final int ZIP = 3;
    private static final int ADDRESS = 4;
    private static final int SUITE = 5;
    private static final int BUILDING = 6;
    private static final int PHONE = 7;
    private static final int HOURS = 8;
    private static final int LATITUDE = 9;
    private static final int LONGITUDE = 10;
    private static final int ZONE = 11;

    private final LawmakerTable lawmakers;

    /** Creates a reader; offices belong to lawmakers that were read before. */
    OfficeTable(LawmakerTable lawmakers) {
        this.lawmakers = lawmakers;
    }

    void read(Path folder, String file, TableProblems tableProblems, Consumer<DistrictOffice> taker) {
        CsvRow.forEach(folder, file, COLUMNS, tableProblems, row -> office(row).ifPresent(taker));
    }

    private Optional<DistrictOffice> office(CsvRow row) {
        Optional<String> bioguide = lawmaker(row, BIOGUIDE, lawmakers);
        Optional<String> city = row.required(CITY, "city");
        Optional<String> state = row.state(STATE);
        Optional<String> zone = row.required(ZONE, "time zone");
        Optional<Position> position = Optional.empty();
        if (!row.isEmpty(LATITUDE) || !row.isEmpty(LONGITUDE)) {
            Optional<Double> latitude = row.decimal(LATITUDE, "latitude", -90, 90);
            Optional<Double> longitude = row.decimal(LONGITUDE, "longitude", -180, 180);
            if (latitude.isEmpty() || longitude.isEmpty()) {
                return Optional.empty();
            }
            position = Optional.of(new Position(latitude.get(), longitude.get()));
        }
        if (bioguide.isEmpty() || city.isEmpty() || state.isEmpty() || zone.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new DistrictOffice(
                bioguide.get(),
                city.get(),
                state.get(),
                row.optional(ZIP),
                row.optional(ADDRESS),
                row.optional(SUITE),
                row.optional(BUILDING),
                row.optional(PHONE),
                row.optional(HOURS),
                position,
                zone.get()));
    }

    /** The key of a lawmaker; it must be in the table of lawmakers. */
    static Optional<String> lawmaker(CsvRow row, int column, LawmakerTable lawmakers) {
        String bioguide = row.text(column);
        if (lawmakers.names(bioguide)) {
            return Optional.of(bioguide);
        }
        row.report(
                column,
                "table-unknown-lawmaker",
                "the table of lawmakers names nobody with the key \"" + row.shown(column) + "\"",
                "fix the key, or take the row out");
        return Optional.empty();
    }
}
