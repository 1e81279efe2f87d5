package org.campaignbot.content.refresh;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.campaignbot.content.refresh.Table.Row;
import org.campaignbot.directory.Position;

/** Checks that offices and ZIP codes are on the earth. */
final class Positions {

    private Positions() {}

    /**
     * The offices, each with a position on the earth or none.
     *
     * <p>A position off the earth makes this refuse the table, unless the present table has the same office without a position:
     * then the error is known, and the cells stay empty.
     */
    static Table sound(Table offices, Table present, List<RefreshRefusal> refusals, List<String> leftOut) {
        Set<List<String>> knownToBeNowhere = present.rows().stream()
                .filter(row -> row.get("latitude").isEmpty())
                .map(MemberTables::officeKey)
                .collect(Collectors.toSet());
        List<Row> rows = new ArrayList<>();
        for (Row row : offices.rows()) {
            if (isSound(row)) {
                rows.add(row);
                continue;
            }
            String where = "the position of the office of " + row.get("bioguide") + " in " + row.get("city") + " ("
                    + row.get("latitude") + ", " + row.get("longitude") + ")";
            if (knownToBeNowhere.contains(MemberTables.officeKey(row))) {
                leftOut.add(where + ", which is off the earth");
            } else {
                refusals.add(new RefreshRefusal(RefreshRefusal.Kind.POSITION, where + " is off the earth"));
            }
            rows.add(row.with("latitude", "").with("longitude", ""));
        }
        return new Table(offices.columns(), rows);
    }

    /** Whether a row has a position on the earth, or none. */
    static boolean isSound(Row row) {
        String latitude = row.get("latitude");
        String longitude = row.get("longitude");
        if (latitude.isEmpty() && longitude.isEmpty()) {
            return true;
        }
        try {
            return new Position(Double.parseDouble(latitude), Double.parseDouble(longitude)).isOnEarth();
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }
}
