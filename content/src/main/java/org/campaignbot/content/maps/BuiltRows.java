package org.campaignbot.content.maps;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.campaignbot.directory.Boundaries;
import org.campaignbot.directory.District;
import org.campaignbot.directory.States;

/**
 * The rows of ZIP codes of a new map: what the files say of each code, and of the codes that they don't have, what their points say.
 * Names, positions and time zones stay as they are.
 */
final class BuiltRows {

    /** A new file may leave out a few ZIP codes; half a file leaves out more. */
    private static final int FEWEST_PERCENT_KEPT = 95;

    /** In the shipped map 99.7 % of the points are in one of their ZIP code's districts (SOURCES.md, ZIP codes). */
    private static final int FEWEST_PERCENT_AGREEING = 95;

    private final Set<String> states;
    private final Map<String, Set<District>> known;
    private final SortedMap<String, ZipRow> before;
    private final ZipShares shares;
    private final Boundaries boundaries;
    private final SortedMap<String, ZipRow> rows = new TreeMap<>();
    private final Set<String> found = new TreeSet<>();
    private int formerly;
    private int kept;
    private int asked;
    private int agreeing;

    /**
     * Rows of some states or all.
     *
     * @param known the districts that each state has
     * @param before the rows in force
     */
    BuiltRows(
            Set<String> states,
            Map<String, Set<District>> known,
            SortedMap<String, ZipRow> before,
            ZipShares shares,
            Boundaries boundaries) {
        this.states = states;
        this.known = known;
        this.before = before;
        this.shares = shares;
        this.boundaries = boundaries;
    }

    /** Makes the rows, and counts how well the files fit the present map and each other. */
    SortedMap<String, ZipRow> make() {
        boolean all = states.containsAll(States.codes());
        for (ZipRow row : before.values()) {
            NavigableMap<District, Double> parts = shares.all().get(row.zip());
            Set<String> here = new TreeSet<>(row.states());
            here.retainAll(states);
            boolean census = row.basis().equals(ZipRow.CENSUS);
            formerly += census && !here.isEmpty() ? 1 : 0;
            if (parts != null) {
                kept += census && !here.isEmpty() ? 1 : 0;
                ZipRow made = row.with(names(parts), ZipRow.CENSUS, ZipShares.cell(parts));
                rows.put(row.zip(), made);
                List<String> there = row.position()
                        .map(each -> boundaries.around(each).stream()
                                .map(District::toString)
                                .toList())
                        .orElse(List.of());
                // A point across the state line says nothing about this state's districts.
                if (!there.isEmpty()) {
                    asked++;
                    agreeing += made.named().stream().anyMatch(there::contains) ? 1 : 0;
                    found.addAll(there);
                }
            } else if (!here.isEmpty()) {
                rows.put(row.zip(), byPoint(row, here));
            } else if (all && row.districts().isEmpty()) {
                rows.put(row.zip(), row);
            }
        }
        shares.all()
                .forEach((zip, parts) -> rows.computeIfAbsent(
                        zip,
                        code -> new ZipRow(code, names(parts), "", ZipRow.CENSUS, "", "", "", ZipShares.cell(parts))));
        return rows;
    }

    /** The reasons to doubt the rows that were made; none if they are plausible. */
    List<String> doubts() {
        List<String> doubts = new ArrayList<>();
        if (kept * 100L < formerly * (long) FEWEST_PERCENT_KEPT) {
            doubts.add("Only " + kept + " of " + formerly
                    + " ZIP codes of the present map are in the file: it may be cut off. Download it again.");
        }
        if (agreeing * 100L < asked * (long) FEWEST_PERCENT_AGREEING) {
            doubts.add("Only " + agreeing + " of " + asked
                    + " ZIP codes lie in one of their districts by the boundaries, so the files do not show the same map."
                    + " Take both of one Congress.");
        }
        Set<String> lost = rows.values().stream()
                .filter(row ->
                        row.basis().equals(ZipRow.CENSUS) && row.position().isPresent())
                .flatMap(row -> row.named().stream())
                .filter(each -> !found.contains(each))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!lost.isEmpty()) {
            doubts.add("No ZIP code lies in these districts by the boundaries: " + String.join(", ", lost)
                    + ". Take both files of one Congress.");
        }
        return doubts;
    }

    /** What the map has and what changes, in lines. */
    List<String> report(int congress, int present) {
        long changed = rows.values().stream()
                .filter(row -> before.containsKey(row.zip())
                        && !within(before.get(row.zip())).equals(row.named()))
                .count();
        return List.of(
                "Map " + congress + " of "
                        + (states.containsAll(States.codes()) ? "all states" : String.join(", ", states)) + ":",
                "  ZIP codes from the files: " + count(ZipRow.CENSUS) + ", by their point: " + count(ZipRow.POINT)
                        + ", of which only the state is known: " + count(ZipRow.STATE),
                "  ZIP codes with other districts than in the map " + present + ": " + changed + " of " + rows.size(),
                "  ZIP codes whose point lies in one of their districts: " + agreeing + " of " + asked);
    }

    /** The districts of a row in the states of this map. */
    private List<String> within(ZipRow row) {
        return row.named().stream()
                .filter(each -> states.contains(each.substring(0, 2)))
                .toList();
    }

    private long count(String basis) {
        return rows.values().stream().filter(row -> row.basis().equals(basis)).count();
    }

    private static String names(Map<District, Double> parts) {
        return parts.keySet().stream().map(District::toString).collect(Collectors.joining(" "));
    }

    /** A code that the Census Bureau doesn't have: by its point, or its state alone. A territory's codes need no map. */
    private ZipRow byPoint(ZipRow row, Set<String> here) {
        if (!row.basis().equals(ZipRow.CENSUS) && !row.basis().equals(ZipRow.POINT)) {
            return row;
        }
        String districts = row.position()
                .map(each -> boundaries.around(each).stream()
                        .filter(district -> here.contains(district.state()))
                        .sorted()
                        .map(District::toString)
                        .collect(Collectors.joining(" ")))
                .orElse("");
        if (!districts.isEmpty()) {
            return row.with(districts, ZipRow.POINT, "");
        }
        String state = here.iterator().next();
        return known.getOrDefault(state, Set.of()).size() == 1
                ? row.with(state + "-0", ZipRow.POINT, "")
                : row.with(state + "-?", ZipRow.STATE, "");
    }
}
