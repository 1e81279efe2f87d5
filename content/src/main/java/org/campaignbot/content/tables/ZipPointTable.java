package org.campaignbot.content.tables;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.campaignbot.directory.Position;
import org.campaignbot.directory.ZipPoint;

/** Reads the points and time zones in the table of ZIP codes; most lookups don't need them, so they are read separately. */
final class ZipPointTable {

    private static final List<String> COLUMNS = List.of("zip", "place", "latitude", "longitude", "zone");
    private static final int ZIP = 0;
    private static final int PLACE = 1;
    private static final int LATITUDE = 2;
    private static final int LONGITUDE = 3;
    private static final int ZONE = 4;

    /** Maps of later Congresses need not say it again. */
    private static final Set<String> OPTIONAL = Set.of("zone");

    private ZipPointTable() {}

    static List<ZipPoint> read(Path folder, String file, TableProblems tableProblems) {
        List<ZipPoint> points = new ArrayList<>(50_000);
        // Forty thousand codes share a few dozen zones.
        Map<String, Optional<ZoneId>> zones = new HashMap<>();
        CsvRow.forEach(
                folder,
                file,
                COLUMNS,
                OPTIONAL,
                tableProblems,
                row -> point(row, zones).ifPresent(points::add));
        return points;
    }

    /** The point of a row, if it has one: military mail and a few others have no location. */
    private static Optional<ZipPoint> point(CsvRow row, Map<String, Optional<ZoneId>> zones) {
        int code = row.fiveDigits(ZIP);
        if (code < 0 || (row.isEmpty(LATITUDE) && row.isEmpty(LONGITUDE))) {
            return Optional.empty();
        }
        Optional<Double> latitude = row.decimal(LATITUDE, "latitude", -90, 90);
        Optional<Double> longitude = row.decimal(LONGITUDE, "longitude", -180, 180);
        if (latitude.isEmpty() || longitude.isEmpty()) {
            return Optional.empty();
        }
        Optional<ZoneId> zone = zones.computeIfAbsent(row.text(ZONE), name -> zone(row, name));
        return Optional.of(new ZipPoint(code, row.text(PLACE), new Position(latitude.get(), longitude.get()), zone));
    }

    private static Optional<ZoneId> zone(CsvRow row, String name) {
        try {
            return name.isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(name));
        } catch (DateTimeException unknown) {
            row.report(
                    ZONE,
                    "table-unknown-zone",
                    "\"" + row.shown(ZONE) + "\" isn't a time zone",
                    "write a name of the IANA time zone database, such as America/Denver");
            return Optional.empty();
        }
    }
}
