package org.campaignbot.content.tables;

import java.util.Optional;
import org.campaignbot.directory.District;
import org.campaignbot.directory.States;

/** Reads cells that several tables have: states and districts. */
final class Cells {

    private static final int HIGHEST_DISTRICT = 99;

    private Cells() {}

    static Optional<String> state(CsvRow row, int column) {
        String code = row.text(column);
        if (States.name(code).isPresent()) {
            return Optional.of(code);
        }
        row.report(
                column,
                "table-unknown-state",
                "\"" + row.shown(column) + "\" isn't a state or territory",
                "write its postal code, such as NY");
        return Optional.empty();
    }

    static Optional<Integer> districtNumber(CsvRow row, int column) {
        Optional<Integer> number = row.number(column, "district");
        if (number.isPresent() && number.get() > HIGHEST_DISTRICT) {
            row.report(column, "table-unknown-district", "no state has a district " + number.get(), "mend the number");
            return Optional.empty();
        }
        return number;
    }

    /** Reads a district of a known state, or reports a problem about its cell. */
    static Optional<District> district(CsvRow row, int column, String text) {
        Optional<District> district =
                District.parse(text).filter(it -> States.name(it.state()).isPresent());
        if (district.isEmpty()) {
            row.report(
                    column,
                    "table-unknown-district",
                    "\"" + text + "\" is no district",
                    "write the state's postal code and the number, such as NY-12, and AK-0 for a state with one seat");
        }
        return district;
    }
}
