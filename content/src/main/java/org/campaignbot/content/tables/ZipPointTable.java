package org.campaignbot.content.tables;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.campaignbot.directory.Position;
import org.campaignbot.directory.ZipPoint;

/** Reads the points in the table of ZIP codes; most lookups don't need them, so they are read separately. */
final class ZipPointTable {

    private static final List<String> COLUMNS = List.of("zip", "place", "latitude", "longitude");
    private static final int ZIP = 0;
    private static final int PLACE = 1;
    private static final int LATITUDE = 2;
    private static final int LONGITUDE = 3;

    private ZipPointTable() {}

    static List<ZipPoint> read(Path folder, String file, TableProblems tableProblems) {
        List<ZipPoint> points = new ArrayList<>(50_000);
        CsvRow.forEach(folder, file, COLUMNS, tableProblems, row -> point(row).ifPresent(points::add));
        return points;
    }

    /** The point of a row, if it has one: military mail and a few others have no location. */
    private static Optional<ZipPoint> point(CsvRow row) {
        int code = row.fiveDigits(ZIP);
        if (code < 0 || (row.isEmpty(LATITUDE) && row.isEmpty(LONGITUDE))) {
            return Optional.empty();
        }
        Optional<Double> latitude = row.decimal(LATITUDE, "latitude", -90, 90);
        Optional<Double> longitude = row.decimal(LONGITUDE, "longitude", -180, 180);
        return latitude.isEmpty() || longitude.isEmpty()
                ? Optional.empty()
                : Optional.of(new ZipPoint(code, row.text(PLACE), new Position(latitude.get(), longitude.get())));
    }
}
