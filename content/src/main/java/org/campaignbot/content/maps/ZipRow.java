package org.campaignbot.content.maps;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.campaignbot.content.tables.CsvRow;
import org.campaignbot.content.tables.TableProblems;
import org.campaignbot.directory.Position;

/**
 * A row of the table of ZIP codes as text.
 *
 * @param districts such as {@code NY-10 NY-12}; {@code NY-?} if only the state is known; empty outside the states
 * @param shares how much of the code lies in each district, in their order; empty if that isn't known
 */
record ZipRow(
        String zip,
        String districts,
        String place,
        String basis,
        String latitude,
        String longitude,
        String zone,
        String shares) {

    static final String CENSUS = "census";
    static final String POINT = "point";
    static final String STATE = "state";

    private static final List<String> COLUMNS =
            List.of("zip", "districts", "place", "basis", "latitude", "longitude", "zone", "shares");
    private static final String SHARES = "shares";

    /** Reads a table that is valid, by ZIP code. */
    static SortedMap<String, ZipRow> read(Path folder, String file) {
        SortedMap<String, ZipRow> rows = new TreeMap<>();
        CsvRow.forEach(
                folder,
                file,
                COLUMNS,
                Set.of(SHARES),
                new TableProblems(),
                row -> rows.put(
                        row.text(0),
                        new ZipRow(
                                row.text(0),
                                row.text(1),
                                row.text(2),
                                row.text(3),
                                row.text(4),
                                row.text(5),
                                row.text(6),
                                row.text(7))));
        return rows;
    }

    /** The table as text, without the column of shares if no row has any. */
    static String table(Iterable<ZipRow> rows) {
        boolean hasShares = false;
        for (ZipRow row : rows) {
            hasShares |= !row.shares.isEmpty();
        }
        List<String> columns = hasShares ? COLUMNS : COLUMNS.subList(0, COLUMNS.size() - 1);
        StringBuilder text = new StringBuilder(String.join(",", columns)).append('\n');
        for (ZipRow row : rows) {
            List<String> cells = List.of(
                    row.zip, row.districts, row.place, row.basis, row.latitude, row.longitude, row.zone, row.shares);
            text.append(cells.subList(0, columns.size()).stream()
                            .map(ZipRow::quoted)
                            .collect(Collectors.joining(",")))
                    .append('\n');
        }
        return text.toString();
    }

    private static String quoted(String cell) {
        return cell.indexOf(',') < 0 && cell.indexOf('"') < 0 ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    /** The states of its districts. */
    Set<String> states() {
        Set<String> states = new TreeSet<>();
        for (String each : named()) {
            states.add(each.substring(0, 2));
        }
        return states;
    }

    /** Its districts one by one. */
    List<String> named() {
        return districts.isEmpty() ? List.of() : List.of(districts.split(" ", -1));
    }

    Optional<Position> position() {
        return latitude.isEmpty() || longitude.isEmpty()
                ? Optional.empty()
                : Optional.of(new Position(Double.parseDouble(latitude), Double.parseDouble(longitude)));
    }

    ZipRow with(String otherDistricts, String otherBasis, String otherShares) {
        return new ZipRow(zip, otherDistricts, place, otherBasis, latitude, longitude, zone, otherShares);
    }

    /** This row together with another's districts in other states; shares of one state alone say nothing of the whole. */
    ZipRow and(ZipRow other) {
        List<String> all = new ArrayList<>(named());
        all.addAll(other.named());
        all.removeIf(each -> each.endsWith("?") && all.size() > 1);
        return with(String.join(" ", all), basis.equals(STATE) ? other.basis : basis, "");
    }
}
