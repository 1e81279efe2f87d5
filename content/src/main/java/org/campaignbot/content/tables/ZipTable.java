package org.campaignbot.content.tables;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.campaignbot.directory.District;
import org.campaignbot.directory.States;
import org.campaignbot.directory.ZipEntry;

/** Reads the table of ZIP codes, the largest: its forty thousand rows leave few objects in memory. */
final class ZipTable {

    private static final List<String> COLUMNS = List.of("zip", "districts", "place", "basis", "shares");
    private static final Set<String> OPTIONAL = Set.of("shares");
    private static final int ZIP = 0;
    private static final int DISTRICTS = 1;
    private static final int PLACE = 2;
    private static final int BASIS = 3;
    private static final int SHARES = 4;

    private final Map<String, List<District>> lists = new HashMap<>();
    private final NavigableMap<District, Integer> firstLine = new TreeMap<>();
    private final BitSet seen = new BitSet(100_000);

    List<ZipEntry> read(Path folder, String file, TableProblems tableProblems) {
        List<ZipEntry> entries = new ArrayList<>(50_000);
        CsvRow.forEach(
                folder,
                file,
                COLUMNS,
                OPTIONAL,
                tableProblems,
                row -> entry(row).ifPresent(entries::add));
        reportGaps(file, tableProblems);
        return entries;
    }

    /** The states that it has districts of. */
    Set<String> states() {
        return firstLine.keySet().stream().map(District::state).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether a ZIP code has that district. */
    boolean names(District district) {
        return firstLine.containsKey(district);
    }

    private Optional<ZipEntry> entry(CsvRow row) {
        int code = code(row);
        if (code < 0) {
            return Optional.empty();
        }
        String place = row.text(PLACE);
        String basis = row.text(BASIS);
        if (basis.equals("census") || basis.equals("point") || basis.equals("territory")) {
            List<District> districts = districts(row);
            return districts.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new ZipEntry(
                            code,
                            ZipEntry.Kind.DISTRICTS,
                            districts,
                            Optional.empty(),
                            place,
                            row.isEmpty(SHARES) ? List.of() : largestFirst(row, districts)));
        }
        if (basis.equals("military")) {
            return Optional.of(new ZipEntry(code, ZipEntry.Kind.MILITARY, List.of(), Optional.empty(), place));
        }
        if (basis.equals("none")) {
            return Optional.of(new ZipEntry(code, ZipEntry.Kind.NO_MEMBER, List.of(), Optional.empty(), place));
        }
        if (basis.equals("state")) {
            return state(row)
                    .map(state -> new ZipEntry(code, ZipEntry.Kind.STATE_ONLY, List.of(), Optional.of(state), place));
        }
        row.report(
                BASIS,
                "table-unknown-basis",
                "\"" + row.shown(BASIS) + "\" is no basis of a ZIP code",
                "write census, point, territory, state, military or none (see SOURCES.md)");
        return Optional.empty();
    }

    /** The five digits as a number; negative if a problem was added instead. */
    private int code(CsvRow row) {
        int code = row.fiveDigits(ZIP);
        if (code < 0) {
            row.report(
                    ZIP,
                    "table-bad-number",
                    "the ZIP code \"" + row.shown(ZIP) + "\" is not five digits",
                    "write all five, leading zeros too");
            return code;
        }
        if (seen.get(code)) {
            row.report(ZIP, "table-duplicate", row.text(ZIP) + " stands above already", "take one of the rows out");
            return -1;
        }
        seen.set(code);
        return code;
    }

    /** The districts of the row; rows with the same cell get the same list. Empty if a problem was added. */
    private List<District> districts(CsvRow row) {
        String cell = row.text(DISTRICTS);
        List<District> known = lists.get(cell);
        if (known != null) {
            return known;
        }
        List<District> districts = new ArrayList<>();
        for (String name : cell.split(" ", -1)) {
            Optional<District> district = row.district(DISTRICTS, name);
            if (district.isEmpty()) {
                return List.of();
            }
            firstLine.putIfAbsent(district.get(), row.line());
            districts.add(district.get());
        }
        lists.put(cell, List.copyOf(districts));
        return lists.getOrDefault(cell, List.of());
    }

    /** The districts by their shares, which stand in the order of the districts; none if a problem was added instead. */
    private static List<District> largestFirst(CsvRow row, List<District> districts) {
        String[] cells = row.text(SHARES).split(" ", -1);
        Map<District, Double> shares = new HashMap<>();
        for (int i = 0; i < cells.length && i < districts.size(); i++) {
            if (cells[i].matches("0\\.\\d{1,6}|[01]")) {
                shares.put(districts.get(i), Double.valueOf(cells[i]));
            }
        }
        if (shares.size() != districts.size() || cells.length != districts.size()) {
            row.report(
                    SHARES,
                    "table-bad-number",
                    "the shares \"" + row.shown(SHARES) + "\" are not one for each district",
                    "write a number from 0 to 1 for each, in their order, such as 0.7130 0.2870, or leave the cell empty");
            return List.of();
        }
        return districts.stream()
                .sorted(Comparator.comparing((District each) -> shares.getOrDefault(each, 0.0))
                        .reversed())
                .toList();
    }

    private static Optional<String> state(CsvRow row) {
        String cell = row.text(DISTRICTS);
        if (cell.endsWith("-?")
                && States.name(cell.substring(0, cell.length() - 2)).isPresent()) {
            return Optional.of(cell.substring(0, cell.length() - 2));
        }
        row.report(
                DISTRICTS,
                "table-unknown-district",
                "\"" + row.shown(DISTRICTS) + "\" is not a state without its district",
                "write the state's postal code and a question mark, such as IL-?");
        return Optional.empty();
    }

    /** Reports gaps: a state's districts run from 1 without a gap, or are only district 0; anything else is an error. */
    private void reportGaps(String file, TableProblems tableProblems) {
        District before = null;
        for (Map.Entry<District, Integer> entry : firstLine.entrySet()) {
            District district = entry.getKey();
            boolean follows = (before == null || !before.state().equals(district.state()))
                    ? district.number() <= 1
                    : before.number() > 0 && district.number() == before.number() + 1;
            if (!follows) {
                tableProblems.add(
                        file,
                        entry.getValue(),
                        1,
                        "table-unknown-district",
                        district + " is here, and no ZIP code names the district before it",
                        "correct the number: a state's districts run from 1, or there is 0 alone");
            }
            before = district;
        }
    }
}
